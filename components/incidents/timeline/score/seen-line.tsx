import { clockIn } from "#lib/base/time/zoned-clock.ts";
import { xOf } from "#lib/incidents/timeline/score/score-axis.ts";
import type { ScoreLayout } from "#lib/story/score-layout.ts";
import styles from "./seen-line.module.css";

const LABEL_PX = 112;

type SeenLineProps = { layout: ScoreLayout; seenAt: string; zone: string };

/** The moment of the reading. What is on its right hadn't happened yet and is faint. */
export function SeenLine({ layout, seenAt, zone }: SeenLineProps) {
  const { axis, topPx, bandY, bandPx, widthPx } = layout;
  const x = Math.min(axis.x1, Math.max(axis.x0, xOf(axis, Date.parse(seenAt))));
  const bottom = bandY + bandPx + 4;
  const left = Math.min(widthPx - LABEL_PX, Math.max(0, x - LABEL_PX / 2));
  return (
    <g>
      <rect className={styles.later} x={x} y={topPx} width={Math.max(0, widthPx - x)} height={bottom - topPx} />
      <line className={styles.line} x1={x} x2={x} y1="20" y2={bottom} />
      <rect className={styles.label} x={left} y="0" width={LABEL_PX} height="21" rx="3" />
      <text className={styles.words} x={left + LABEL_PX / 2} y="15" textAnchor="middle">
        as seen at {clockIn(seenAt, zone).time.slice(0, 5)}
      </text>
    </g>
  );
}
