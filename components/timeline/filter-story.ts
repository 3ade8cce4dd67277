import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { EVENT_SHAPES, type EventShape } from "#lib/timeline/event-kinds.ts";

export const SHOWS = ["all", "pinned", "uncited", "hidden"] as const;
export type Show = (typeof SHOWS)[number];

export const SHAPE_WORDS: Record<EventShape, string> = {
  signal: "Signal",
  change: "Change",
  step: "Decision or step",
  update: "Update",
  recovery: "Recovery",
  context: "Context",
};

/** Names of the score's lanes. */
export const LANE_WORDS: Record<EventShape, string> = {
  signal: "Signals",
  change: "Changes",
  step: "People",
  update: "Updates",
  recovery: "Recovery",
  context: "Context",
};

export interface StoryFilter {
  show: Show;
  shapes: readonly EventShape[];
  /** Source types, as stored: "slack", "manual". */
  sources: readonly string[];
  words: string;
}

const SHOWN: Record<Show, (event: TimelineEvent) => boolean> = {
  all: (event) => !event.hidden,
  pinned: (event) => event.pinned && !event.hidden,
  uncited: (event) => event.citedCount === 0 && !event.hidden,
  hidden: (event) => event.hidden,
};

/** Events that pass every filter, in the same order. All words must be in title, text, actor, stated time or E-number. */
export function filterStory(events: readonly TimelineEvent[], filter: StoryFilter): TimelineEvent[] {
  const words = filter.words.toLowerCase().split(/\s+/).filter(Boolean);
  return events.filter((event) => {
    if (!SHOWN[filter.show](event)) return false;
    if (filter.shapes.length > 0 && !filter.shapes.includes(event.shape)) return false;
    if (filter.sources.length > 0 && !filter.sources.includes(event.source.type)) return false;
    return words.length === 0 || hasWords(event, words);
  });
}

function hasWords(event: TimelineEvent, words: readonly string[]): boolean {
  const text =
    `e${event.number} ${event.title} ${event.body} ${event.actor ?? ""} ${event.statedText ?? ""}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

/** True when only part of the timeline is shown, so that silence between two rows says nothing. */
export function isNarrowed({ show, shapes, sources, words }: StoryFilter): boolean {
  return show !== "all" || shapes.length > 0 || sources.length > 0 || words.trim() !== "";
}

export interface SourceCount {
  type: string;
  letter: string;
  label: string;
  count: number;
}

/** Sources of a timeline with how many events each gave, the largest first. */
export function sourcesOf(events: readonly TimelineEvent[]): SourceCount[] {
  const byType = new Map<string, SourceCount>();
  for (const { source } of events) {
    const known = byType.get(source.type);
    if (known) known.count += 1;
    else byType.set(source.type, { type: source.type, letter: source.letter, label: nameOf(source.label), count: 1 });
  }
  return [...byType.values()].sort((a, b) => b.count - a.count);
}

/** "Slack export" of "Slack export: ops.zip". */
const nameOf = (label: string) => label.split(": ")[0] ?? label;

/** Shapes that occur, in the order of the lanes. */
export function shapesOf(events: readonly TimelineEvent[]): EventShape[] {
  const found = new Set(events.map((event) => event.shape));
  return EVENT_SHAPES.filter((shape) => found.has(shape));
}
