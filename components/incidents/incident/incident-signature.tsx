import { RestoredBand, type Segment, Signature, SignatureFrame } from "#components/ui/marks/signature.tsx";
import type { IncidentRow } from "#lib/contract/incident.ts";
import { bandWords } from "./incident-words.ts";

type Drawn = Pick<IncidentRow, "band" | "kind" | "resolvedAt">;

const NEAR_MISS: readonly Segment[] = [
  { kind: "latent", from: 0, to: 0.7 },
  { kind: "restored", from: 0.7, to: 1 },
];

/** The impact band of a row, to its own scale. A drill is a dashed outline, a near miss dotted with a ring. */
export function IncidentSignature({ incident, widthPx = 120 }: { incident: Drawn; widthPx?: number | undefined }) {
  const label = bandWords(incident);
  if (incident.kind === "drill" || incident.kind === "test") return <DrillSignature widthPx={widthPx} label={label} />;
  const isBare = incident.kind === "near_miss" && incident.band.length === 0;
  return <Signature segments={isBare ? NEAR_MISS : withRing(incident.band)} widthPx={widthPx} label={label} />;
}

const RING_SHARE = 0.05;

/** Space at the end for the closing ring of a band that ends with the impact. */
function withRing(band: readonly Segment[]): readonly Segment[] {
  const last = band.at(-1);
  if (last?.kind !== "restored" || last.to - last.from >= RING_SHARE) return band;
  const scale = (1 - RING_SHARE) / Math.max(last.from, 1 - RING_SHARE);
  const before = band.slice(0, -1).map(({ kind, from, to }) => ({ kind, from: from * scale, to: to * scale }));
  return [...before, { kind: "restored", from: last.from * scale, to: 1 }];
}

function DrillSignature({ widthPx, label }: { widthPx: number; label: string }) {
  const end = widthPx * 0.72;
  return (
    <SignatureFrame widthPx={widthPx} heightPx={10} label={label}>
      <rect
        x={widthPx * 0.12}
        y=".75"
        width={end - widthPx * 0.12}
        height="8.5"
        fill="var(--surface)"
        stroke="var(--ph-degraded)"
        strokeWidth="1.2"
        strokeDasharray="3 2"
      />
      <RestoredBand x={end} end={widthPx} middle={5} />
    </SignatureFrame>
  );
}
