import { EventMark } from "#components/ui/marks/event-glyph.tsx";
import type { EventShape } from "#lib/timeline/event-kinds.ts";
import type { ScoreLayout } from "./score-layout.ts";

const TONES: Record<EventShape, string> = {
  signal: "signal",
  change: "change",
  step: "action",
  update: "comms",
  recovery: "recovery",
  context: "note",
};

/** The glyphs of all lanes; the one that holds the current event stands on a square. */
export function ScoreMarks({ layout, currentId }: { layout: ScoreLayout; currentId: string | null }) {
  return layout.marks.map(({ x, y, shape, certainty, whisker, events }) => {
    const isCurrent = currentId !== null && events.some((event) => event.id === currentId);
    return (
      <g key={events[0]?.id} className="ev" data-k={TONES[shape]}>
        {isCurrent ? <rect className="sel" x={x - 10} y={y - 10} width="20" height="20" rx="3" /> : null}
        {whisker ? <line className="wh" x1={whisker.x0} x2={whisker.x1} y1={y} y2={y} /> : null}
        <g transform={`translate(${x - 6} ${y - 6})`}>
          <EventMark shape={shape} certainty={certainty} />
        </g>
        {events.length > 1 ? (
          <text className="pile" x={x + 5} y={y - 5}>
            {events.length}
          </text>
        ) : null}
      </g>
    );
  });
}
