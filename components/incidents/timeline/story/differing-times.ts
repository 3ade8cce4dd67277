import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { disagreementOf } from "#lib/incidents/timeline/story/fold-story.ts";
import type { StoryGroup } from "./group-story.ts";

/** The time according to one source, after its clock was corrected. */
export interface SourceTime {
  event: TimelineEvent;
  at: string;
}

export interface DifferingTimes {
  /** One for each time, the earliest first. */
  times: SourceTime[];
  seconds: number;
  /** The event's current time: one of them, all of them as a range, or another that a person set. */
  chosen: string | "both" | null;
}

/** Returns what the source said about the time, even if people set another one. */
export const sourceAt = ({ at, original }: TimelineEvent) => (original ? original.at : at);

/** Returns the times of a merged event or of accounts that can't all be right. Null if they agree. */
export function differingTimes({ lead, merged, accounts }: StoryGroup): DifferingTimes | null {
  const ends = disagreementOf({ lead: { ...lead, at: sourceAt(lead) }, merged, accounts });
  if (!ends) return null;
  const stated = [lead, ...merged, ...accounts].flatMap((event) => {
    const at = sourceAt(event);
    return at === null ? [] : [{ event, at }];
  });
  const times = [...new Map(stated.map((time) => [Date.parse(time.at), time])).values()].sort(
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
