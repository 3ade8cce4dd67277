import { Temporal } from "@js-temporal/polyfill";
import type { IncidentSection, NormalizedEvent } from "#importers/index.ts";
import { clockIn } from "#lib/base/time/zoned-clock.ts";
import type { ApartAnswer, Preview, SectionAnswer } from "#lib/contract/import.ts";
import { type IncidentSpan, outsideDay, outsideDays } from "#lib/incidents/timeline/outside-days.ts";
import type { ImportInput } from "./read-input.ts";

/** A new incident that a part of a source becomes; `key` tells it from the others of the same source. */
export interface Apart {
  key: string;
  title: string;
}

export type Goes = "here" | "left_out" | Apart;

/** Where the answers send an event, and as what. */
export interface Sorted {
  event: NormalizedEvent;
  /** Its number in the source, counted from 1. */
  row: number;
  goes: Goes;
  section: SourceSection | null;
}

/** One of the incidents that a source tells of. */
export interface SourceSection extends IncidentSection {
  number: number;
  /** The file of a zip that tells of it. */
  path: string | undefined;
  events: number;
  from: string | null;
  to: string | null;
}

/** The incident that a source is imported into. */
export interface ImportedInto {
  title: string;
  timeZone: string;
  startedAt: string;
  /** null while nobody can tell when it was: nothing lies outside of it. */
  span: IncidentSpan | null;
}

const LONGEST_TITLE = 200;
const DAY_MS = 86_400_000;

/** What a person answered about the events of a source, applied to them one by one in their order. */
export class Answers {
  readonly sections: SourceSection[] = [];
  readonly #into: ImportedInto;
  readonly #ofDay: ReadonlyMap<string, ApartAnswer>;
  readonly #ofSection: ReadonlyMap<number, SectionAnswer>;
  readonly #leftOut: ReadonlySet<number>;
  readonly #newDays: readonly string[];
  readonly #outside = new Map<string, number>();
  #row = 0;
  /** The sections of the document at hand. */
  #open: readonly SourceSection[] = [];

  constructor(
    { outside = [], sections = [], leaveOut = [] }: Pick<ImportInput, "outside" | "sections" | "leaveOut">,
    into: ImportedInto,
  ) {
    this.#into = into;
    this.#ofDay = new Map(outside.map(({ date, answer }) => [date, answer]));
    this.#ofSection = new Map(sections.map(({ section, answer }) => [section, answer]));
    this.#leftOut = new Set(leaveOut);
    this.#newDays = outside.flatMap(({ date, answer }) => (answer === "new_incident" ? [date] : [])).sort();
  }

  /** Begins a document of the source, with the incidents that it tells of. */
  open(incidents: readonly IncidentSection[] = [], path?: string): void {
    const first = this.sections.length + 1;
    this.#open = incidents.map((one, at) => ({
      ...one,
      ...{ number: first + at, path, events: 0, from: null, to: null },
    }));
    this.sections.push(...this.#open);
  }

  sort(event: NormalizedEvent): Sorted {
    this.#row += 1;
    const section = this.#open[(event.section ?? 0) - 1] ?? null;
    if (section) count(section, event.at);
    const sorted = { row: this.#row, section };
    const goes = this.#goesOf(section);
    const day = goes === "here" ? this.#dayOutside(event) : null;
    const answer = day === null ? undefined : this.#ofDay.get(day);
    const isMoved = answer === "incident_day" && day !== null;
    const placed = isMoved
      ? onDay(event, clockIn(this.#into.startedAt, this.#into.timeZone).day, this.#into.timeZone)
      : event;
    if (this.#leftOut.has(this.#row)) return { ...sorted, event: placed, goes: "left_out" };
    return { ...sorted, event: placed, goes: day === null ? goes : this.#goesOfDay(day, answer) };
  }

  /** Where something goes that stands beside the events of a source. */
  goesAt({ line, file }: { line: number; file?: string }): Goes {
    const section = this.sections.find(
      ({ path, ranges }) => path === file && ranges.some((range) => line >= range.line && line < range.until),
    );
    return this.#goesOf(section ?? null);
  }

  /** The days outside of the incident that its events lie on, answered or not. */
  outside(): Preview["outside"] {
    const { span } = this.#into;
    if (!span) return [];
    return outsideDays(this.#outside, span).map((day) => ({ ...day, answer: this.#ofDay.get(day.date) ?? null }));
  }

  answerOf = ({ number }: SourceSection): SectionAnswer | null => this.#ofSection.get(number) ?? null;

  /** The new incident that a section becomes where it is answered so. */
  apartOf({ number, name, isTitle }: SourceSection): Apart {
    const title = isTitle ? name : `${this.#into.title}: ${name}`;
    return { key: `${number}. ${name}`, title: title.slice(0, LONGEST_TITLE) };
  }

  #goesOf(section: SourceSection | null): Goes {
    const answer = section ? this.#ofSection.get(section.number) : undefined;
    if (answer === "leave_out") return "left_out";
    return section && answer === "new_incident" ? this.apartOf(section) : "here";
  }

  #dayOutside({ at }: NormalizedEvent): string | null {
    const { span } = this.#into;
    const day = at === null || !span ? null : outsideDay(at, span);
    if (day !== null) this.#outside.set(day, (this.#outside.get(day) ?? 0) + 1);
    return day;
  }

  #goesOfDay(day: string, answer: ApartAnswer | undefined): Goes {
    if (answer === "leave_out") return "left_out";
    if (answer !== "new_incident") return "here";
    const key = firstOfRun(this.#newDays, day);
    return { key, title: `${this.#into.title.slice(0, LONGEST_TITLE - key.length - 2)}, ${key}` };
  }
}

function count(section: SourceSection, at: string | null): void {
  section.events += 1;
  if (at === null) return;
  if (section.from === null || at < section.from) section.from = at;
  if (section.to === null || at > section.to) section.to = at;
}

/** Days one after another are of one incident: the first of those that a day is among. */
function firstOfRun(days: readonly string[], day: string): string {
  const before = new Date(Date.parse(day) - DAY_MS).toISOString().slice(0, 10);
  return days.includes(before) ? firstOfRun(days, before) : day;
}

/** An event on another day, at the same time of day in the zone of the incident. */
function onDay(event: NormalizedEvent, day: string, zone: string): NormalizedEvent {
  if (event.at === null) return event;
  const from = Temporal.Instant.from(event.at).toZonedDateTimeISO(zone);
  const { days } = from.toPlainDate().until(Temporal.PlainDate.from(day), { largestUnit: "days" });
  const moved = (at: string) =>
    new Date(Temporal.Instant.from(at).toZonedDateTimeISO(zone).add({ days }).epochMilliseconds).toISOString();
  return { ...event, at: moved(event.at), endAt: event.endAt === null ? null : moved(event.endAt) };
}
