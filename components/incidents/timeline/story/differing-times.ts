import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { disagreementOf } from "#lib/incidents/timeline/story/fold-story.ts";
import type { StoryGroup } from "./group-story.ts";

/** What one source says of when it was, after its clock was put right. */
export interface SourceTime {
  event: TimelineEvent;
  at: string;
}

export interface DifferingTimes {
  /** One for each time that is told, the earliest first. */
  times: SourceTime[];
  seconds: number;
  /** Which of them the event has now: one, all of them as a stretch, or another that a person set. */
  chosen: string | "both" | null;
}

/** What the source of an event said of its time, also when people set another one. */
export const sourceAt = ({ at, original }: TimelineEvent) => (original ? original.at : at);

/** The times of a merged event or of accounts that cannot all be right; null when they agree. */
export function differingTimes({ lead, merged, accounts }: StoryGroup): DifferingTimes | null {
  const ends = disagreementOf({ lead: { ...lead, at: sourceAt(lead) }, merged, accounts });
  if (!ends) return null;
  const told = [lead, ...merged, ...accounts].flatMap((event) => {
    const at = sourceAt(event);
    return at === null ? [] : [{ event, at }];
  });
  const times = [...new Map(told.map((time) => [Date.parse(time.at), time])).values()].sort(
    (a, b) => Date.parse(a.at) - Date.parse(b.at),
  );
  const isBoth = same(lead.at, ends.earliest) && same(lead.endAt, ends.latest);
  return {
    times,
    seconds: (Date.parse(ends.latest) - Date.parse(ends.earliest)) / 1000,
    chosen: isBoth ? "both" : (times.find((time) => same(lead.at, time.at))?.event.id ?? null),
  };
}

const same = (a: string | null, b: string | null) => a !== null && b !== null && Date.parse(a) === Date.parse(b);
