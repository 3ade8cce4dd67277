import { countWords } from "#lib/base/text/sentence.ts";
import { formatDuration } from "#lib/base/time/duration.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { placeWords } from "#lib/incidents/import/place-words.ts";
import { eventsOfRow } from "#lib/incidents/timeline/story/fold-story.ts";
import type { StoryGroup } from "./group-story.ts";

/** Returns a letter for each source of an event, once, in order. */
export function lettersOf(event: TimelineEvent, group: StoryGroup | null): { letter: string; name: string }[] {
  const all = group ? eventsOfRow(group) : [event];
  const letters = new Map<string, Set<string>>();
  for (const { source } of all) {
    const name =
      source.line === null || all.length > 1
        ? source.label
        : `${source.label}, ${placeWords(source.type, source.line)}`;
    const names = letters.get(source.letter);
    if (names) names.add(name);
    else letters.set(source.letter, new Set([name]));
  }
  return [...letters].map(([letter, names]) => ({ letter, name: [...names].slice(0, 4).join("; ") }));
}

const msOf = (events: readonly TimelineEvent[]) =>
  events.flatMap((event) => (event.at === null ? [] : [Date.parse(event.at)]));

/** From the first to the last time of several events, in ms since 1970. Null without a time. */
export function spanOf(events: readonly TimelineEvent[]): { fromMs: number; toMs: number } | null {
  let fromMs = Number.POSITIVE_INFINITY;
  let toMs = Number.NEGATIVE_INFINITY;
  for (const ms of msOf(events)) {
    fromMs = Math.min(fromMs, ms);
    toMs = Math.max(toMs, ms);
  }
  return fromMs <= toMs ? { fromMs, toMs } : null;
}

/** "3 sources merged, within 7 s of each other". Null if nothing is merged. */
export function mergedWords({ lead, merged }: StoryGroup): string | null {
  if (merged.length === 0) return null;
  const all = [lead, ...merged];
  const said = `${countWords(all.length, "source")} merged`;
  const span = all.every((event) => event.at !== null) ? spanOf(all) : null;
  if (!span) return said;
  const seconds = (span.toMs - span.fromMs) / 1000;
  return seconds < 1 ? `${said}, at the same moment` : `${said}, within ${formatDuration(seconds)} of each other`;
}

/** How often a bundle's alert fired, and over which time. */
export function bundleOf(group: StoryGroup): { count: number; events: TimelineEvent[]; endAt: string | null } {
  const events = [group.lead, ...group.bundled];
  const span = spanOf(events);
  return { count: events.length, events, endAt: span ? new Date(span.toMs).toISOString() : null };
}
