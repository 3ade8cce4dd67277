import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import { StatusGlyph, type StatusKind } from "./status-glyph.tsx";

const TONES: Record<StatusKind, string> = {
  open: "open",
  progress: "progress",
  verify: "verify",
  done: "done",
  blocked: "blocked",
  cancelled: "cancelled",
  "on-track": "on",
  "at-risk": "risk",
  "off-track": "off",
};

/** A state or health: glyph and word, never colour alone. Without children give `name` for a screen reader. */
export function Status({
  kind,
  name,
  className,
  children,
}: {
  kind: StatusKind;
  name?: string | undefined;
  className?: string | undefined;
  children?: ReactNode;
}) {
  return (
    <span className={cx("st", className)} data-k={TONES[kind]}>
      <StatusGlyph kind={kind} />
      {children ?? <span className="visually-hidden">{name}</span>}
    </span>
  );
}

/** The glyph alone, where the word is next to it. */
export function StatusMark({ kind, className }: { kind: StatusKind; className?: string | undefined }) {
  return (
    <span className={cx("st", className)} data-k={TONES[kind]}>
      <StatusGlyph kind={kind} />
    </span>
  );
}
