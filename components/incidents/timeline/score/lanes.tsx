import { formatDuration } from "#lib/base/time/duration.ts";
import { LANE_WORDS } from "#lib/incidents/timeline/lane-words.ts";
import { BAND_PX, LANE_PX, type ScoreLayout, TOP_PX } from "#lib/story/score-layout.ts";

/** Names of the lanes, their lines, and the ticks of the axis. */
export function Lanes({ layout }: { layout: ScoreLayout }) {
  const { lanes, ticks, axis, x0, widthPx } = layout;
  const bottom = TOP_PX + lanes.length * LANE_PX;
  return (
    <g>
      {ticks.map((tick) => (
        <g key={tick.ms}>
          <line className="g" x1={tick.x} x2={tick.x} y1="18" y2={bottom} />
          <text x={tick.x} y="11" textAnchor={tick.x - x0 < 16 ? "start" : widthPx - tick.x < 20 ? "end" : "middle"}>
            {tick.label}
          </text>
        </g>
      ))}
      {lanes.map((lane) => (
        <g key={lane.shape}>
          <text className="ln" x="0" y={lane.y + 4}>
            {LANE_WORDS[lane.shape]}
          </text>
          {axis.pieces.map((piece) => (
            <line key={piece.fromMs} className="g" x1={piece.x0} x2={piece.x1} y1={lane.y} y2={lane.y} />
          ))}
        </g>
      ))}
      <text className="ln" x="0" y={layout.bandY + BAND_PX - 4}>
        Impact
      </text>
    </g>
  );
}

/** Silent stretches that are cut out, with their length. */
export function Folds({ layout }: { layout: ScoreLayout }) {
  const height = layout.lanes.length * LANE_PX - 4;
  return layout.axis.folds.map((fold) => {
    const middle = (fold.x0 + fold.x1) / 2;
    const y = TOP_PX + height / 2;
    return (
      <g key={fold.fromMs}>
        <rect x={fold.x0 + 1} y={TOP_PX + 2} width={fold.x1 - fold.x0 - 2} height={height} rx="2" className="fold" />
        <text x={middle} y={y - 8} textAnchor="middle" className="fold-t">
          {formatDuration(fold.seconds)}
        </text>
        <text x={middle} y={y + 7} textAnchor="middle">
          folded, no
        </text>
        <text x={middle} y={y + 21} textAnchor="middle">
          timed events
        </text>
      </g>
    );
  });
}
