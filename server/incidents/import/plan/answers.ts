import {
  eventOfReject,
  type IncidentSection,
  mayBecomeEvent,
  type NormalizedEvent,
  type Reject,
} from "#importers/index.ts";
import { DAY_MS } from "#lib/base/time/spans.ts";
import { Temporal } from "#lib/base/time/temporal.ts";
import { clockIn } from "#lib/base/time/zoned-clock.ts";
import type { ApartAnswer, Preview, PreviewReject, SectionAnswer } from "#lib/contract/import.ts";
import { type IncidentSpan, outsideDay, outsideDays } from "#lib/incidents/import/outside-days.ts";
import type { ImportInput } from "../read/read-input.ts";

/** A new incident that a part of a source becomes; `key` tells it from the others of the same source. */
export interface Apart {
  key: string;
  title: string;
}

export type Goes = "here" | "left_out" | Apart;

/** Where the answers send an event, and as what. */
export interface Sorted {
  event: NormalizedEvent;
  /** Its number in the source, counted from 1; null for a rejected row that a person gave a time. */
  row: number | null;
  /** The time that the source said, where a person gave another one. */
  saidTime: SaidTime | null;
  goes: Goes;
  section: SourceSection | null;
}

export type SaidTime = Pick<NormalizedEvent, "at" | "endAt">;

export interface SortedReject {
  told: PreviewReject;
  /** The event that it became; null without a time. */
  sorted: Sorted | null;
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
  /** null while no one can tell when it was: nothing lies outside of it. */
  span: IncidentSpan | null;
}

type GivenTime = NonNullable<ImportInput["times"]>[number];
type AnswersGiven = Pick<ImportInput, "outside" | "sections" | "leaveOut" | "times">;

const LONGEST_TITLE = 200;

/** What a person answered about the events of a source, applied to them one by one in their order. */
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
  /** The sections of the document at hand. */
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

  /** Starts a document of the source, with the incidents that it tells of. */
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
    const told = { ...reject, reject: this.#reject, event: event && { title, statedText } };
    if (!isGiven) return { told: { ...told, at: null, precision: "unknown" }, sorted: null };
    return { told: { ...told, at: time.at, precision: time.precision }, sorted: this.#sort(event, null, time) };
  }

  /** Which of the incidents of the document at hand a line is of; 0: none. */
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

  /** Someone gave a rejected row its time. */
  get givesRejects(): boolean {
    return this.#ofReject.size > 0;
  }

  /** Where something goes that is next to the events of a source. */
  goesAt({ line, file }: { line: number; file?: string }): Goes {
    const section = this.sections.find(
      ({ path, ranges }) => path === file && ranges.some((range) => isWithin(line, range)),
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

const isWithin = (line: number, range: { line: number; until: number }) => line >= range.line && line < range.until;

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

/** An event at the time that a person gave it; what its source says stays next to it. */
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

/** An event on another day, at the same time of day in the zone of the incident. */
function onDay(event: NormalizedEvent, day: string, zone: string): NormalizedEvent {
  if (event.at === null) return event;
  const from = Temporal.Instant.from(event.at).toZonedDateTimeISO(zone);
  const { days } = from.toPlainDate().until(Temporal.PlainDate.from(day), { largestUnit: "days" });
  const moved = (at: string) =>
    new Date(Temporal.Instant.from(at).toZonedDateTimeISO(zone).add({ days }).epochMilliseconds).toISOString();
  return { ...event, at: moved(event.at), endAt: event.endAt === null ? null : moved(event.endAt) };
}
