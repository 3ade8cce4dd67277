import { useId } from "react";
import { ChartLabel, Hatch } from "#components/ui/marks/chart.tsx";
import { type BandPart, cutsOf, type ScoreLayout } from "#lib/story/score-layout.ts";
import drawn from "./drawn.module.css";
import styles from "./impact-band.module.css";

const RING_PX = 4;

/** The impact on users, on the axis of the score, with its milestones below. */
export function ImpactBand({ layout }: { layout: ScoreLayout }) {
  const { band, bandY, bandPx, axis, labels, milestoneTicks } = layout;
  const hatch = useId();
  const below = bandY + bandPx;
  return (
    <g>
      <Hatch id={hatch} />
      {band.length === 0 ? (
        <text x={axis.x0} y={below - 2}>
          set “impact started” to draw this
        </text>
      ) : null}
      {band.map((part) => (
        <Part key={`${part.kind}${part.x0}`} part={part} y={bandY} heightPx={bandPx} hatch={hatch} />
      ))}
      {band.length > 0
        ? cutsOf(layout).map((fold) => <Cut key={fold.fromMs} x={(fold.x0 + fold.x1) / 2} y={bandY} />)
        : null}
      {milestoneTicks.map((x) => (
        <path key={x} d={`M${x} ${below + 2}v6`} className={styles.moment} />
      ))}
      {labels.map((label) => (
        <ChartLabel key={label.key} x={label.x} y={below + 20 + label.row * 14} textAnchor={label.anchor}>
          {label.text}
        </ChartLabel>
      ))}
    </g>
  );
}

type PartProps = { part: BandPart; y: number; heightPx: number; hatch: string };

function Part({ part: { kind, x0, x1 }, y, heightPx, hatch }: PartProps) {
  const width = Math.max(1.5, x1 - x0);
  const middle = y + heightPx / 2;
  switch (kind) {
    case "latent":
      return <line className={drawn.latent} x1={x0} x2={x1} y1={middle} y2={middle} />;
    case "degraded":
      return (
        <rect
          className={drawn.degraded}
          x={x0}
          y={y + 0.5}
          width={width}
          height={heightPx - 1}
          fill={`url(#${hatch})`}
        />
      );
    case "open":
      return <rect className={drawn.open} x={x0} y={y + 0.5} width={width} height={heightPx - 1} />;
    case "outage":
      return <rect className={drawn.outage} x={x0} y={y} width={width} height={heightPx} />;
    default: {
      const end = Math.max(x1, x0 + 3 * RING_PX);
      return (
        <>
          <line className={drawn.restored} x1={x0} x2={end - 2 * RING_PX} y1={middle} y2={middle} />
          <circle className={drawn.restoredEnd} cx={end - RING_PX} cy={middle} r="3.4" />
        </>
      );
    }
  }
}

/** A fold of the axis also interrupts the band. */
function Cut({ x, y }: { x: number; y: number }) {
  return (
    <>
      <path d={`M${x - 9} ${y - 4}h18l-8 24h-18z`} className={drawn.ground} />
      <path d={`M${x - 9} ${y - 4}l-8 24M${x + 9} ${y - 4}l-8 24`} className={styles.breakMark} />
    </>
  );
}
