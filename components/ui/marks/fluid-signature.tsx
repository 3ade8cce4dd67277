import type { Segment, SegmentKind } from "./signature.tsx";

const TONES: Record<SegmentKind, string> = { latent: "lat", degraded: "deg", outage: "out", restored: "res" };

type FluidSignatureProps = { segments: readonly Segment[]; heightPx?: number | undefined; label: string };

/** The signature as wide as its place, 16 px high, for under a document title. */
export function FluidSignature({ segments, heightPx = 16, label }: FluidSignatureProps) {
  return (
    <div className="sigf" style={{ height: heightPx }} role="img" aria-label={label}>
      {segments.map((segment) => (
        <i
          key={`${segment.kind}${segment.from}`}
          data-k={segment.known === false && segment.kind !== "restored" ? "open" : TONES[segment.kind]}
          style={{ left: percent(segment.from), width: percent(segment.to - segment.from) }}
        />
      ))}
    </div>
  );
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}
