import { memo } from "react";
import drawn from "#components/incidents/timeline/score/drawn.module.css";
import { GridLine } from "#components/ui/marks/chart.tsx";
import { EventInk, EventMark } from "#components/ui/marks/event-glyph.tsx";
import type { EventShape } from "#lib/base/vocabulary/event-kinds.ts";
import type { ImpactLayout } from "./impact-layout.ts";

const WORDS: Record<EventShape, string> = {
  signal: "Signals",
  change: "Changes",
  step: "People",
  update: "Updates",
  recovery: "Recovery",
  context: "Context",
};

/** The clock and one lane for each shape of event, on the axis shared with the windows below. */
export const EventLanes = memo(function EventLanes({ layout }: { layout: ImpactLayout }) {
  const { ticks, lanes, marks, piece, widthPx, heightPx } = layout;
  return (
    <g>
      {ticks.map((tick) => (
        <g key={tick.ms}>
          <GridLine x1={tick.x} x2={tick.x} y1="18" y2={heightPx - 6} />
          <text
            x={tick.x}
            y="11"
            textAnchor={tick.x - piece.x0 < 16 ? "start" : widthPx - tick.x < 20 ? "end" : "middle"}
          >
            {tick.label}
          </text>
        </g>
      ))}
      {lanes.map(({ shape, y }) => (
        <g key={shape}>
          <text className={drawn.lane} x="0" y={y + 4}>
            {WORDS[shape]}
          </text>
          <GridLine x1={piece.x0} x2={piece.x1} y1={y} y2={y} />
        </g>
      ))}
      {marks.map(({ x, y, shape, certainty, events }) => (
        <EventInk key={events[0]?.id} shape={shape} transform={`translate(${x - 6} ${y - 6})`}>
          <EventMark shape={shape} certainty={certainty} />
        </EventInk>
      ))}
    </g>
  );
});
