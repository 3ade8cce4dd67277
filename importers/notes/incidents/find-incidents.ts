import type { IncidentSection, NormalizedEvent } from "#importers/base/importer.ts";
import { words } from "#lib/base/text/phrases.ts";
import { utcDay } from "#lib/base/time/local-date.ts";
import { HOUR_MS } from "#lib/base/time/spans.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import { type ToldEvent, toldEvents } from "#lib/incidents/timeline/milestones/suggest/statements/told-event.ts";
import type { Section } from "../lines/sections.ts";
import { isTimelineTitle } from "../lines/titles.ts";
import { isIncidentTitle, isOneOfSeveral } from "./incident-names.ts";
import { type Part, readOutline } from "./incident-outline.ts";

/** A longer text is a log. */
const MOST_EVENTS = 2000;
const MOST_INCIDENTS = 12;
const LEAST_EVENTS = 2;
/** Least days between two incidents that their headings name, and between two without headings. */
const NAMED_GAP_MS = 6 * HOUR_MS;
const GAP_MS = 24 * HOUR_MS;

const BEGINS: readonly EventKind[] = ["impact_started", "alert_fired", "declared", "customer_report", "paged"];
const ENDS: readonly EventKind[] = ["resolved", "impact_ended", "mitigated", "closed", "rollback_finished"];
/** Words for the start of trouble, at the start of a group of events. */
const TROUBLE = words`
  alerts? | alarms? | pages? | paged | outage | impact | fail\w* | errors? | down | unreachable
  unavailable | reports? | reported | slow\w* | time-?outs? | latency | 5xx | degrad\w* | broken | stuck
`;
const OVER = words`
  resolved | recovered | restored | back to normal | healthy again | fully operational | all clear
  incident over | outage over | ends? | ended
`;

/** Where an incident is described: under a heading, or from its first event on. */
interface Stretch {
  name: string;
  isTitle: boolean;
  line: number;
  until: number;
}

/**
 * Returns the incidents of a document, if there are several: parts with numbered headings, parts about incidents with
 * their own times, or groups of events days apart, one of which ended before the next starts. Marks each event with the
 * number of its part. Empty for a document about one incident.
 */
export function findIncidents(sections: readonly Section[], events: readonly NormalizedEvent[]): IncidentSection[] {
  if (events.length < 2 * LEAST_EVENTS || events.length > MOST_EVENTS) return [];
  const outline = readOutline(sections);
  const lines = events.map(({ line }) => line);
  const story = new Story(events);
  const found = counted(outline, lines) ?? named(outline, story) ?? distant(outline, story);
  if (!found || found.length > MOST_INCIDENTS) return [];
  for (const event of events) {
    const at = found.findIndex((part) => holds(part, event.line));
    if (at >= 0) event.section = at + 1;
  }
  return found.map(({ name, isTitle, ...range }) => ({
    name,
    isTitle,
    ranges: [range, ...elsewhere(outline, name, range)],
  }));
}

const holds = ({ line, until }: Pick<Stretch, "line" | "until">, at: number): boolean => at >= line && at < until;

/** Other parts with the same heading: "Incident 2" below "Summary" and again below "Timeline". */
const elsewhere = (outline: readonly Part[], name: string, range: { line: number }) =>
  outline
    .filter(({ title, line, isAside }) => title === name && line !== range.line && !isAside)
    .map(({ line, until }) => ({ line, until }));

const toStretch = ({ title, line, until }: Part): Stretch => ({
  name: title,
  isTitle: isIncidentTitle(title),
  line,
  until,
});

/** Matching parts next to each other, by the heading above them. */
const siblings = (outline: readonly Part[], fits: (part: Part) => boolean): Part[][] =>
  [
    ...Map.groupBy(
      outline.filter((part) => !part.isAside && fits(part)),
      ({ parent }) => parent,
    ).values(),
  ].filter((group) => group.length > 1 && new Set(group.map(({ title }) => title.toLowerCase())).size === group.length);

function counted(outline: readonly Part[], lines: readonly number[]): Stretch[] | null {
  const eventsIn = (part: Part) => lines.filter((line) => holds(part, line)).length;
  const groups = siblings(outline, (part) => isOneOfSeveral(part.title) && eventsIn(part) >= LEAST_EVENTS);
  return groups[0]?.map(toStretch) ?? null;
}

function named(outline: readonly Part[], story: Story): Stretch[] | null {
  const hasTimeline = (part: Part) => outline.some(({ parent, title }) => parent === part && isTimelineTitle(title));
  const groups = siblings(
    outline,
    (part) => (isIncidentTitle(part.title) || hasTimeline(part)) && story.within(part).length >= LEAST_EVENTS,
  );
  const found = groups.find((group) =>
    areApart(
      group.map((part) => story.within(part)),
      NAMED_GAP_MS,
    ),
  );
  return found?.map(toStretch) ?? null;
}

/** Groups of events with days between them, whatever their headings. */
function distant(outline: readonly Part[], story: Story): Stretch[] | null {
  const asides = outline.filter(({ isAside }) => isAside);
  const told = story.inOrder.filter(({ line }) => !asides.some((part) => holds(part, line)));
  const groups: PlacedEvent[][] = [];
  for (const event of told) {
    const above = groups.at(-1)?.at(-1);
    if (above && Math.abs(event.ms - above.ms) < GAP_MS) groups.at(-1)?.push(event);
    else groups.push([event]);
  }
  if (groups.length < 2 || !areApart(groups, GAP_MS)) return null;
  const found = groups.map((group, index) => stretchOf(group, groups[index - 1], outline));
  return found.map((one, index) => ({ ...one, until: Math.min(one.until, found[index + 1]?.line ?? one.until) }));
}

/** From the highest heading between two groups, or from the first event, to the next heading of the same level. */
function stretchOf(
  group: readonly PlacedEvent[],
  above: readonly PlacedEvent[] | undefined,
  outline: readonly Part[],
): Stretch {
  const first = group[0]?.line ?? 0;
  const last = group.at(-1)?.line ?? 0;
  const from = above?.at(-1)?.line ?? 0;
  const between = outline.filter(({ line }) => line > from && line <= first);
  const heading = above ? between.toSorted((a, b) => a.level - b.level)[0] : between.at(-1);
  const next = outline.find(({ line, level }) => line > last && level <= (heading?.level ?? Number.POSITIVE_INFINITY));
  const day = utcDay(new Date(group[0]?.ms ?? 0));
  return {
    name: heading?.title ?? day,
    isTitle: heading !== undefined && isIncidentTitle(heading.title),
    line: heading?.line ?? first,
    until: next?.line ?? Number.MAX_SAFE_INTEGER,
  };
}

type PlacedEvent = ToldEvent & { line: number };

/**
 * Returns whether the groups are in order of time, each ends well before the start of the next, and each has its own
 * start and end.
 */
function areApart(groups: readonly (readonly PlacedEvent[])[], gapMs: number): boolean {
  const sorted = groups
    .map((group) => group.toSorted((a, b) => a.ms - b.ms))
    .sort((a, b) => (a[0]?.ms ?? 0) - (b[0]?.ms ?? 0));
  return sorted.every((group, index) => {
    const next = sorted[index + 1];
    if (group.length < LEAST_EVENTS) return false;
    if (index > 0 && !hasBegun(group)) return false;
    if (!next) return group.length > LEAST_EVENTS || hasEnded(group);
    return hasEnded(group) && (next[0]?.ms ?? 0) - (group.at(-1)?.ms ?? 0) >= gapMs;
  });
}

const hasBegun = (group: readonly PlacedEvent[]): boolean =>
  group.some(({ kinds }) => BEGINS.some((kind) => kinds.has(kind))) ||
  group.slice(0, LEAST_EVENTS).some(({ title }) => TROUBLE.test(title));

const hasEnded = (group: readonly PlacedEvent[]): boolean =>
  group.some(({ kinds, title }) => ENDS.some((kind) => kinds.has(kind)) || OVER.test(title));

/** The events of a document whose times are known at least relative to each other. */
class Story {
  readonly #events: readonly NormalizedEvent[];
  #told: PlacedEvent[] | null = null;

  constructor(events: readonly NormalizedEvent[]) {
    this.#events = events;
  }

  get inOrder(): readonly PlacedEvent[] {
    this.#told ??= toldEvents(
      this.#events.map((event, place) => ({ ...event, id: String(place), at: momentOf(event), precision: "minute" })),
    )
      .sort((a, b) => Number(a.id) - Number(b.id))
      .map((event) => ({ ...event, line: this.#events[Number(event.id)]?.line ?? 0 }));
    return this.#told;
  }

  within(part: Pick<Stretch, "line" | "until">): readonly PlacedEvent[] {
    return this.inOrder.filter(({ line }) => holds(part, line));
  }
}

/**
 * When an event was, as far as it is known without an answer: in UTC if its time zone is open, relative if its day is.
 */
function momentOf({ at, ambiguity }: NormalizedEvent): string | null {
  if (at !== null || !ambiguity) return at;
  if (ambiguity.local !== null) return `${ambiguity.local.slice(0, 19)}Z`;
  if (!ambiguity.dayless?.clock) return null;
  return new Date(
    Date.parse(`2000-01-01T${ambiguity.dayless.clock}Z`) + ambiguity.dayless.days * 24 * HOUR_MS,
  ).toISOString();
}
