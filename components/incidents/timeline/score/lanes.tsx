import { GridLine } from "#components/ui/marks/chart.tsx";
import { LANE_WORDS } from "#lib/incidents/timeline/score/lane-words.ts";
import type { ScoreLayout } from "#lib/story/score-layout.ts";
import drawn from "./drawn.module.css";
import styles from "./lanes.module.css";

/** Names of the lanes, on the left of the axis. */
export function LaneNames({ layout }: { layout: ScoreLayout }) {
  return (
    <g>
      {layout.lanes.map((lane) => (
        <text key={lane.shape} className={drawn.lane} x="0" y={lane.y + 4}>
          {LANE_WORDS[lane.shape]}
        </text>
      ))}
      <text className={drawn.lane} x="0" y={layout.bandY + layout.bandPx - 2}>
        Impact
      </text>
    </g>
  );
}

/** Lines of the lanes, and the ticks of the axis. */
export function Lanes({ layout }: { layout: ScoreLayout }) {
  const { lanes, ticks, axis, x0, widthPx, topPx, lanePx } = layout;
  const bottom = topPx + lanes.length * lanePx;
  return (
    <g>
      {ticks.map((tick) => (
        <g key={tick.ms}>
          <GridLine x1={tick.x} x2={tick.x} y1="18" y2={bottom} />
          <text x={tick.x} y="11" textAnchor={tick.x - x0 < 16 ? "start" : widthPx - tick.x < 20 ? "end" : "middle"}>
            {tick.label}
          </text>
        </g>
      ))}
      {lanes.map((lane) =>
        axis.pieces.map((piece) => (
          <GridLine key={`${lane.shape}${piece.fromMs}`} x1={piece.x0} x2={piece.x1} y1={lane.y} y2={lane.y} />
        )),
      )}
    </g>
  );
}

/** Silent stretches that are cut out, with their length. */
export function Folds({ layout }: { layout: ScoreLayout }) {
  const { topPx, lanePx, lanes, axis, foldLabels } = layout;
  const height = lanes.length * lanePx - 4;
  return (
    <g>
      {axis.folds.map(({ fromMs, x0, x1 }) => (
        <rect
          key={fromMs}
          x={x0 + 1}
          y={topPx + 2}
          width={x1 - x0 - 2}
          height={height}
          rx="2"
          className={styles.fold}
          data-fold
        />
      ))}
      {foldLabels.flatMap(({ fromMs, x, lines }) =>
        lines.map(({ text, y }, at) => (
          <text
            key={`${fromMs} ${text}`}
            x={x}
            y={y}
            textAnchor="middle"
            className={at === 0 ? styles.foldLength : undefined}
          >
            {text}
          </text>
        )),
      )}
    </g>
  );
}
