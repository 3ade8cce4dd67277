import {
  eventOfReject,
  type IncidentSection,
  mayBecomeEvent,
  type NormalizedEvent,
  type Reject,
} from "#importers/index.ts";
import { addDays } from "#lib/base/time/local-date.ts";
import { Temporal } from "#lib/base/time/temporal.ts";
import { clockIn } from "#lib/base/time/zoned-clock.ts";
import type { ApartAnswer, Preview, PreviewReject, SectionAnswer } from "#lib/contract/import.ts";
import { type IncidentSpan, outsideDay, outsideDays } from "#lib/incidents/import/outside-days.ts";
import type { ImportInput } from "../read/read-input.ts";

/** A new incident for a part of a source. `key` identifies it among those of the same source. */
export interface Apart {
  key: string;
  title: string;
}

export type Goes = "here" | "left_out" | Apart;

/** The destination of an event, and its form, after the answers. */
export interface Sorted {
  event: NormalizedEvent;
  /** Its number in the source, counted from 1. Null for a rejected row that a person gave a time. */
  row: number | null;
  /** The time in the source, if a person gave another one. */
  saidTime: SaidTime | null;
  goes: Goes;
  section: SourceSection | null;
}

export type SaidTime = Pick<NormalizedEvent, "at" | "endAt">;

export interface SortedReject {
  answered: PreviewReject;
  /** The event from the row. Null without a time. */
  sorted: Sorted | null;
}

/** One of the incidents in a source. */
export interface SourceSection extends IncidentSection {
  number: number;
  /** The file in a zip that contains it. */
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
  /** Null if its time isn't known, and then nothing is outside of it. */
  span: IncidentSpan | null;
}

type GivenTime = NonNullable<ImportInput["times"]>[number];
type AnswersGiven = Pick<ImportInput, "outside" | "sections" | "leaveOut" | "times">;

const LONGEST_TITLE = 200;

/** A person's answers about the events of a source, applied one by one in their order. */
export class Answers {
  readonly sections: SourceSection[] = [];
  readonly #into: ImportedInto;
  readonly #ofDay: ReadonlyMap<string, ApartAnswer>;
  readonly #ofSection: ReadonlyMap<number, SectionAnswer>;
  readonly #leftOut: ReadonlySet<number>;
  readonly #newDays: readonly string[];
  readonly #ofRow = new Map<number, GivenTime>();
  readonly #ofReject = new Map<number, GivenTime>();
  readonly #outside = new Map<string, number>();
  #row = 0;
  #reject = 0;
  /** The sections of the current document. */
  #open: readonly SourceSection[] = [];

  constructor({ outside = [], sections = [], leaveOut = [], times = [] }: AnswersGiven, into: ImportedInto) {
    this.#into = into;
    this.#ofDay = new Map(outside.map(({ date, answer }) => [date, answer]));
    this.#ofSection = new Map(sections.map(({ section, answer }) => [section, answer]));
    this.#leftOut = new Set(leaveOut);
    this.#newDays = outside.flatMap(({ date, answer }) => (answer === "new_incident" ? [date] : [])).sort();
    for (const time of times) {
      if ("row" in time) this.#ofRow.set(time.row, time);
      else this.#ofReject.set(time.reject, time);
    }
  }

  /** Starts a document of the source, with its incidents. */
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
    return this.#sort(event, this.#row, this.#ofRow.get(this.#row));
  }

  /** A rejected row with its number, and its event if a person gave it a time. */
  sortReject(reject: Reject): SortedReject {
    this.#reject += 1;
    const time = this.#ofReject.get(this.#reject);
    const event = mayBecomeEvent(reject) ? { ...eventOfReject(reject), section: this.#sectionAt(reject) } : null;
    const { title, statedText } = event ?? { title: "", statedText: null };
    const isGiven = event !== null && time !== undefined;
    const answered = { ...reject, reject: this.#reject, event: event && { title, statedText } };
    if (!isGiven) return { answered: { ...answered, at: null, precision: "unknown" }, sorted: null };
    return { answered: { ...answered, at: time.at, precision: time.precision }, sorted: this.#sort(event, null, time) };
  }

  /** Returns which incident of the current document a line belongs to. 0 for none. */
  #sectionAt({ line }: { line: number }): number {
    return this.#open.findIndex(({ ranges }) => ranges.some((range) => isWithin(line, range))) + 1;
  }

  #sort(read: NormalizedEvent, row: number | null, time: GivenTime | undefined): Sorted {
    const event = time ? atTime(read, time) : read;
    const section = this.#open[(event.section ?? 0) - 1] ?? null;
    if (section) count(section, event.at);
    const sorted = { row, section, saidTime: time ? { at: read.at, endAt: read.endAt } : null };
    const goes = this.#goesOf(section);
    const day = goes === "here" ? this.#dayOutside(event) : null;
    const answer = day === null ? undefined : this.#ofDay.get(day);
    const isMoved = answer === "incident_day" && day !== null;
    const placed = isMoved
      ? onDay(event, clockIn(this.#into.startedAt, this.#into.timeZone).day, this.#into.timeZone)
      : event;
    if (row !== null && this.#leftOut.has(row)) return { ...sorted, event: placed, goes: "left_out" };
    return { ...sorted, event: placed, goes: day === null ? goes : this.#goesOfDay(day, answer) };
  }

  /** Returns whether someone gave a rejected row its time. */
  get givesRejects(): boolean {
    return this.#ofReject.size > 0;
  }

  /** Returns the destination of something other than an event. */
  goesAt({ line, file }: { line: number; file?: string }): Goes {
    const section = this.sections.find(
      ({ path, ranges }) => path === file && ranges.some((range) => isWithin(line, range)),
    );
    return this.#goesOf(section ?? null);
  }

  /** Returns the days outside the incident with events, answered or not. */
  outside(): Preview["outside"] {
    const { span } = this.#into;
    if (!span) return [];
    return outsideDays(this.#outside, span).map((day) => ({ ...day, answer: this.#ofDay.get(day.date) ?? null }));
  }

  answerOf = ({ number }: SourceSection): SectionAnswer | null => this.#ofSection.get(number) ?? null;

  /** Returns the new incident for a section, if the answer says so. */
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

const isWithin = (line: number, range: { line: number; until: number }) => line >= range.line && line < range.until;

function count(section: SourceSection, at: string | null): void {
  section.events += 1;
  if (at === null) return;
  if (section.from === null || at < section.from) section.from = at;
  if (section.to === null || at > section.to) section.to = at;
}

/** Consecutive days belong to one incident. Returns the first of the days around a given one. */
function firstOfRun(days: readonly string[], day: string): string {
  const before = addDays(day, -1);
  return days.includes(before) ? firstOfRun(days, before) : day;
}

/** Returns an event at the time that a person gave it. What its source says is kept. */
function atTime(event: NormalizedEvent, { at, precision }: GivenTime): NormalizedEvent {
  return {
    ...event,
    at: new Date(at).toISOString(),
    endAt: null,
    precision,
    uncertaintySeconds: null,
    ambiguity: null,
  };
}

/** Returns an event on another day, at the same time of day in the incident's time zone. */
function onDay(event: NormalizedEvent, day: string, zone: string): NormalizedEvent {
  if (event.at === null) return event;
  const from = Temporal.Instant.from(event.at).toZonedDateTimeISO(zone);
  const { days } = from.toPlainDate().until(Temporal.PlainDate.from(day), { largestUnit: "days" });
  const moved = (at: string) =>
    new Date(Temporal.Instant.from(at).toZonedDateTimeISO(zone).add({ days }).epochMilliseconds).toISOString();
  return { ...event, at: moved(event.at), endAt: event.endAt === null ? null : moved(event.endAt) };
}
