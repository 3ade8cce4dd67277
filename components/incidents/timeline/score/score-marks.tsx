import { memo, useMemo } from "react";
import { EventInk, EventMark } from "#components/ui/marks/event-glyph.tsx";
import type { ScoreLayout } from "#lib/story/score-layout.ts";
import styles from "./score-marks.module.css";

type CurrentMarkProps = { layout: ScoreLayout; currentId: string | null; selected: ReadonlySet<string> };

/** The square under each glyph of the current event or a selected one. */
export function CurrentMark({ layout, currentId, selected }: CurrentMarkProps) {
  const byEvent = useMemo(
    () => new Map(layout.marks.flatMap((mark) => mark.events.map((event) => [event.id, mark] as const))),
    [layout],
  );
  const held = [...(currentId === null ? [] : [currentId]), ...selected].flatMap((id) => byEvent.get(id) ?? []);
  return [...new Set(held)].map(({ x, y }) => (
    <rect key={`${x} ${y}`} className={styles.held} x={x - 10} y={y - 10} width="20" height="20" rx="3" />
  ));
}

const NONE: ReadonlySet<string> = new Set();

type ScoreMarksProps = {
  layout: ScoreLayout;
  /** Events that a pill counts. */
  counted?: ReadonlySet<string>;
};

/** The glyphs of all lanes. */
export const ScoreMarks = memo(function ScoreMarks({ layout, counted = NONE }: ScoreMarksProps) {
  return layout.marks.map(({ x, y, shape, certainty, whisker, events }) => (
    <EventInk key={events[0]?.id} shape={shape}>
      {whisker ? <line className={styles.whisker} x1={whisker.x0} x2={whisker.x1} y1={y} y2={y} /> : null}
      <g transform={`translate(${x - 6} ${y - 6})`}>
        <EventMark shape={shape} certainty={certainty} />
      </g>
      {events.length > 1 && !events.some((event) => counted.has(event.id)) ? (
        <text className={styles.pile} x={x + 5} y={y - 5}>
          {events.length}
        </text>
      ) : null}
    </EventInk>
  ));
});
