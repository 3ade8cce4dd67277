import type { TriedDelivery } from "#lib/contract/routing.ts";
import { destinationWords } from "./destination-words.ts";

const WIDTH = 470;
const STEP = 9.4;
const FIRST = 4.7;
const LANES = { joins: 11, opens: 33, waits: 55, none: 77 } as const;

/** Each delivery in the lane of its outcome: disc joins, plus opens, dashed ring waits, dot not for this rule. */
export function DryLanes({ items }: { items: readonly TriedDelivery[] }) {
  return (
    <svg
      className="ch dry-s"
      viewBox={`0 0 ${WIDTH} 88`}
      role="img"
      aria-label={`What the rule would have done with each of the last ${items.length} deliveries`}
    >
      {Object.values(LANES).map((y) => (
        <line key={y} className="g" x1="0" x2={WIDTH} y1={y} y2={y} />
      ))}
      {items.map((item, index) => (
        <g key={item.deliveryId}>
          <title>{`${item.title}: ${item.fits ? destinationWords(item.would) : "not for this rule"}`}</title>
          <Mark item={item} x={FIRST + index * STEP} />
        </g>
      ))}
    </svg>
  );
}

function Mark({ item, x }: { item: TriedDelivery; x: number }) {
  const ink = item.changes ? "var(--accent-solid)" : "var(--chart-2)";
  if (!item.fits) return <circle cx={x} cy={LANES.none} r="1.6" fill={ink} />;
  switch (item.would.route) {
    case "joins":
      return <circle cx={x} cy={LANES.joins} r="4" fill={ink} />;
    case "opens":
      return <path d={`M${x - 4.5} ${LANES.opens}h9M${x} ${LANES.opens - 4.5}v9`} stroke={ink} strokeWidth="2.2" />;
    case "waits":
      return (
        <circle
          cx={x}
          cy={LANES.waits}
          r="3.6"
          fill="var(--surface)"
          stroke={ink}
          strokeWidth="1.4"
          strokeDasharray="2 1.4"
        />
      );
    case "ignored":
      return <circle cx={x} cy={LANES.none} r="3" fill={ink} />;
  }
}
