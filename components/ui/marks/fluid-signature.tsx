import styles from "./fluid-signature.module.css";
import type { Segment } from "./signature.tsx";

type FluidSignatureProps = { segments: readonly Segment[]; heightPx?: number | undefined; label: string };

/** The impact band at the width of its container, 16 px high, below a document title. */
export function FluidSignature({ segments, heightPx = 16, label }: FluidSignatureProps) {
  return (
    <div className={styles.signature} style={{ height: heightPx }} role="img" aria-label={label}>
      {segments.map((segment) => (
        <i
          key={`${segment.kind}${segment.from}`}
          data-kind={segment.known === false && segment.kind !== "restored" ? "open" : segment.kind}
          style={{ left: percent(segment.from), width: percent(segment.to - segment.from) }}
        />
      ))}
    </div>
  );
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}
