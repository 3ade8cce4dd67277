import type { ReactNode } from "react";
import { Signature } from "../marks/signature.tsx";
import { StateText } from "./state-text.tsx";

type EmptyStateProps = {
  /** One line that names the missing items. */
  title: string;
  children?: ReactNode;
  /** One button. */
  action?: ReactNode;
};

/** An empty list: a short drawing, what appears here, one button. */
export function EmptyState(props: EmptyStateProps) {
  const mark = (
    <Signature
      widthPx={120}
      segments={[
        { kind: "latent", from: 0, to: 0.3 },
        { kind: "degraded", from: 0.3, to: 0.5 },
        { kind: "restored", from: 0.5, to: 1 },
      ]}
    />
  );
  return <StateText {...props} mark={mark} />;
}

/** A filter leaves nothing: names the part to drop and what that would return. */
export function NothingMatches(props: EmptyStateProps) {
  return <StateText {...props} role="status" />;
}
