import { memo } from "react";
import { EventInk, EventMark } from "#components/ui/marks/event-glyph.tsx";
import type { GroupMarks } from "./group-marks.ts";
import styles from "./score-marks.module.css";

/** Below the glyphs: the pill of a bundle, and the dotted ring of an event found later. */
export const BelowMarks = memo(function BelowMarks({ marks: { pills, rings } }: { marks: GroupMarks }) {
  return (
    <>
      {pills.map(({ id, shape, x, y, width }) => (
        <EventInk key={id} shape={shape}>
          <rect className={styles.pill} x={x} y={y - 9} width={width} height="18" rx="9" />
        </EventInk>
      ))}
      {rings.map(({ id, x, y }) => (
        <circle key={id} className={styles.found} cx={x} cy={y} r="9.5" />
      ))}
    </>
  );
});

/** Above the glyphs: counts of bundles, and both ends of a time on which sources disagree. */
export const AboveMarks = memo(function AboveMarks({ marks: { pills, ends } }: { marks: GroupMarks }) {
  return (
    <>
      {ends.map(({ id, shape, x0, x1, y }) => (
        <EventInk key={id} shape={shape}>
          <line className={styles.whisker} x1={x0 + 6} x2={x1 - 6} y1={y} y2={y} />
          {[x0, x1].map((x) => (
            <g key={x} transform={`translate(${x - 6} ${y - 6})`}>
              <EventMark shape={shape} certainty="approx" />
            </g>
          ))}
        </EventInk>
      ))}
      {pills.map(({ id, x, y, width, count }) => (
        <text key={id} className={styles.pillCount} x={x + width - 6} y={y + 4} textAnchor="end">
          {count}
        </text>
      ))}
    </>
  );
});
