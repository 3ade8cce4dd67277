import { memo } from "react";
import { EventMark } from "#components/ui/marks/event-glyph.tsx";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import type { EventShape } from "#lib/timeline/event-kinds.ts";
import type { ScoreMark } from "#lib/timeline/score-marks.ts";
import type { ScoreLayout } from "./score-layout.ts";

const TONES: Record<EventShape, string> = {
  signal: "signal",
  change: "change",
  step: "action",
  update: "comms",
  recovery: "recovery",
  context: "note",
};

type Mark = ScoreMark<TimelineEvent> & { y: number };
type ScoreMarksProps = { layout: ScoreLayout; currentId: string | null; onSelect: (id: string) => void };

/** The glyphs; a click selects the event there and in the list. The keyboard moves through the list instead. */
export function ScoreMarks({ layout, currentId, onSelect }: ScoreMarksProps) {
  return layout.marks.map((mark) => {
    const first = mark.events[0];
    if (!first) return null;
    const isCurrent = currentId !== null && mark.events.some((event) => event.id === currentId);
    return <MarkLink key={first.id} mark={mark} first={first} isCurrent={isCurrent} onSelect={onSelect} />;
  });
}

type MarkLinkProps = { mark: Mark; first: TimelineEvent; isCurrent: boolean; onSelect: (id: string) => void };

const MarkLink = memo(function MarkLink({ mark, first, isCurrent, onSelect }: MarkLinkProps) {
  const { x, y, whisker, events } = mark;
  const rest = events.length - 1;
  const words = rest > 0 ? `E${first.number} ${first.title}, and ${rest} more` : `E${first.number} ${first.title}`;
  return (
    <a
      href={`#E${first.number}`}
      className="ev-l"
      data-k={TONES[mark.shape]}
      tabIndex={-1}
      aria-label={words}
      onClick={(event) => {
        event.preventDefault();
        onSelect(first.id);
      }}
    >
      <title>{words}</title>
      {isCurrent ? <rect className="sel" x={x - 10} y={y - 10} width="20" height="20" rx="3" /> : null}
      {whisker ? <line className="wh" x1={whisker.x0} x2={whisker.x1} y1={y} y2={y} /> : null}
      <rect className="hit" x={x - 8} y={y - 12} width="16" height="24" />
      <svg x={x - 6} y={y - 6} width="12" height="12" viewBox="0 0 12 12" className="ev" data-k={TONES[mark.shape]}>
        <EventMark shape={mark.shape} certainty={mark.certainty} />
      </svg>
      {rest > 0 ? (
        <text className="pile" x={x + 5} y={y - 5}>
          {events.length}
        </text>
      ) : null}
    </a>
  );
});
