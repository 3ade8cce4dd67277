import type { Stamp } from "#importers/lex/stamp-type.ts";
import type { ZoneToken } from "#importers/lex/zone-token.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { Line } from "./lines.ts";
import type { Section } from "./sections.ts";

type EntryForm = "heading" | "item" | "row" | "text";

/** A line that starts with a time: an entry of a timeline, or only a remark. */
export interface Candidate {
  /** Index of the line. */
  index: number;
  line: Line;
  section: Section;
  form: Exclude<EntryForm, "row">;
  stamp: Stamp;
  /** The text after the stamp. */
  rest: string;
  /** First line of its paragraph. */
  opens: boolean;
}

/** One entry of a timeline with everything that belongs to it, before its time is resolved. */
export interface Entry {
  line: number;
  form: EntryForm;
  stamp: Stamp;
  /** The text after the stamp, then the lines below it as written. */
  text: string[];
  /** Time zone that a column or its header states for this entry only. */
  zone: ZoneToken | null;
  actor: string | null;
  /** "Header: value" lines of a table that aren't part of the text. */
  extra: string[];
  externalId?: string | null;
  url?: string | null;
  services?: string[];
  /** Told by its field, whatever the language. */
  kind?: EventKind;
  /** An update, whose day is the day of its writing. The lines below it can be about another day. */
  isPost?: boolean;
  /** Stated by a field outside the timeline. One of front matter can be on the clock of a program. */
  field?: "front" | "text";
  /** Day number since 1970-01-01, set by RunningDay. Null while unknown. */
  day: number | null;
  endDay: number | null;
  /** Days after the day that is asked for, where nothing names it: null where the day is known, or not even that is. */
  daysAfter: number | null;
  /** A person chose the day, or it counts from that day. */
  dayGiven: boolean;
  /** The question that keeps the day open. */
  dayQuestion: string | null;
  /** Written on a 12-hour clock without am or pm. */
  halfDay: boolean;
}

/** Creates an entry whose day isn't known yet. */
export function makeEntry(line: number, form: EntryForm, stamp: Stamp, text: string[]): Entry {
  return {
    line,
    form,
    stamp,
    text,
    zone: null,
    actor: null,
    extra: [],
    day: null,
    endDay: null,
    daysAfter: null,
    dayGiven: false,
    dayQuestion: null,
    halfDay: false,
  };
}
