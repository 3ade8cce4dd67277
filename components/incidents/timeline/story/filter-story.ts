import { EVENT_SHAPES, type EventShape } from "#lib/base/vocabulary/event-kinds.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { eventsOfRow } from "#lib/incidents/timeline/story/fold-story.ts";
import type { StoryGroup } from "./group-story.ts";
import { sourceName } from "./source-name.ts";

export const SHOWS = ["all", "suggested", "pinned", "uncited", "unverified", "hidden"] as const;
export type Show = (typeof SHOWS)[number];

export const SHAPE_WORDS: Record<EventShape, string> = {
  signal: "Signal",
  change: "Change",
  step: "Decision or step",
  update: "Update",
  recovery: "Recovery",
  context: "Context",
};

/** A stretch of time in ms, both ends included. */
export interface TimeRange {
  fromMs: number;
  toMs: number;
}

export interface StoryFilter {
  show: Show;
  shapes: readonly EventShape[];
  /** Source types, as stored: "slack", "manual". */
  sources: readonly string[];
  words: string;
  /** Only events in this range. One without a time counts at that of the one above it. */
  range?: TimeRange | null;
  /** Ids of the events that are suggested as a milestone. */
  suggested?: ReadonlySet<string>;
}

const SHOWN: Record<Show, (event: TimelineEvent, filter: StoryFilter) => boolean> = {
  all: (event) => !event.hidden,
  suggested: (event, { suggested }) => suggested?.has(event.id) === true && !event.hidden,
  pinned: (event) => event.pinned && !event.hidden,
  uncited: (event) => event.citedCount === 0 && !event.hidden,
  unverified: (event) => !event.verified && !event.hidden,
  hidden: (event) => event.hidden,
};

const ALONE: ReadonlyMap<string, StoryGroup> = new Map();

/**
 * Returns events that match every filter, in the same order. All words must be in title, text, actor, stated time or
 * E-number. An event also matches through the text, kinds and sources of those below it.
 */
export function filterStory(
  events: readonly TimelineEvent[],
  filter: StoryFilter,
  groups: ReadonlyMap<string, StoryGroup> = ALONE,
): TimelineEvent[] {
  const words = filter.words.toLowerCase().split(/\s+/).filter(Boolean);
  const { shapes, sources, range } = filter;
  let lastMs = Number.NEGATIVE_INFINITY;
  return events.filter((event) => {
    if (event.at !== null) lastMs = Date.parse(event.at);
    if (range && (lastMs < range.fromMs || lastMs > range.toMs)) return false;
    if (!SHOWN[filter.show](event, filter)) return false;
    if (shapes.length === 0 && sources.length === 0 && words.length === 0) return true;
    const group = groups.size === 0 ? undefined : groups.get(event.id);
    const all = group ? eventsOfRow(group) : [event];
    if (shapes.length > 0 && !all.some((one) => shapes.includes(one.shape))) return false;
    if (sources.length > 0 && !all.some((one) => sources.includes(one.source.type))) return false;
    return words.length === 0 || all.some((one) => hasWords(one, words));
  });
}

const searched = new WeakMap<TimelineEvent, string>();

/** The searched text of an event, cached because every typed letter searches all events. */
function searchTextOf(event: TimelineEvent): string {
  const known = searched.get(event);
  if (known !== undefined) return known;
  const { title, body, actor, statedText, original } = event;
  const text = `${title} ${body} ${actor ?? ""} ${statedText ?? ""} ${original?.title ?? ""}`.toLowerCase();
  searched.set(event, text);
  return text;
}

function hasWords(event: TimelineEvent, words: readonly string[]): boolean {
  const text = searchTextOf(event);
  // "42" is a number in a text, and "e42" is the number of an event.
  return words.every((word) => text.includes(word) || (word.length > 1 && `e${event.number}`.startsWith(word)));
}

/** Returns whether only part of the timeline is shown, so silence between two rows means nothing. */
export function isNarrowed({ show, shapes, sources, words, range }: StoryFilter): boolean {
  return show !== "all" || shapes.length > 0 || sources.length > 0 || words.trim() !== "" || (range ?? null) !== null;
}

export interface SourceCount {
  type: string;
  letter: string;
  label: string;
  count: number;
}

/** Returns the sources of a timeline with their number of events, the largest first. */
export function sourcesOf(events: readonly TimelineEvent[]): SourceCount[] {
  const byType = new Map<string, SourceCount>();
  for (const { source } of events) {
    const known = byType.get(source.type);
    if (known) known.count += 1;
    else byType.set(source.type, { type: source.type, letter: source.letter, label: sourceName(source), count: 1 });
  }
  return [...byType.values()].sort((a, b) => b.count - a.count);
}

/** Returns the shapes that occur, in the order of the lanes. */
export function shapesOf(events: readonly TimelineEvent[]): EventShape[] {
  const found = new Set(events.map((event) => event.shape));
  return EVENT_SHAPES.filter((shape) => found.has(shape));
}
