import type { Precision } from "#lib/base/time/precision.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { FileEvent, FileStory } from "#lib/contract/timeline-file.ts";
import type { ColumnMapping } from "#lib/incidents/import/column-roles.ts";
import type { MailMessage } from "./mail-message.ts";

/** Why a stated time cannot become one instant without an answer from a person. */
export type AmbiguityReason = "zone" | "fold" | "skipped" | "half_day" | "date" | "partial";

export interface Ambiguity {
  reason: AmbiguityReason;
  /** The question to ask, one sentence. */
  question: string;
  /** Local wall time as read, `2017-01-31T18:00:00`; null when only a part of it is known. */
  local: string | null;
  /** Where a zone is asked for: the local end of a span. */
  localEnd?: string | undefined;
  /** Where a zone is asked for: how well the time will be known. */
  precision?: Precision | undefined;
  /** If the day is asked for: the known parts of the time. */
  dayless?: Dayless | undefined;
}

/** A time whose day nothing names: days after the day that is asked for, and the time of day, `14:05:00`. */
export interface Dayless {
  days: number;
  clock: string | null;
  /** The end of a span. */
  end?: { days: number; clock: string | null } | undefined;
}

/** A day that a text names somewhere, perhaps for something else. Line 0 is the file's name. */
export interface SuggestedDay {
  date: string;
  line: number;
  text: string;
}

/** One fact of a source, before it becomes a timeline event. Instants are ISO 8601 in UTC. */
export interface NormalizedEvent {
  at: string | null;
  endAt: string | null;
  precision: Precision;
  uncertaintySeconds: number | null;
  /** The time as the source wrote it. */
  statedText: string | null;
  /** Original zone: IANA name or offset; null when the source states none. */
  zone: string | null;
  ambiguity: Ambiguity | null;
  /** Nothing names its day, so it has the day that a person chose. */
  dayGiven?: true;
  kind: EventKind;
  title: string;
  body: string;
  actor: string | null;
  url: string | null;
  /** Id within the source; null when it has none (a content hash is used then). */
  externalId: string | null;
  services: string[];
  /** Which physical line, row or entry of a list it is, counted from 1. */
  line: number;
  /** Which of the incidents of its document it is of, counted from 1; absent where that tells of one. */
  section?: number;
  /** What people made of it where it comes from; only in Afterword's own files. */
  curated?: Curated;
}

/** The curated part of an event of another Afterword, with its source there. `lead` is an E-number of the same file. */
export type Curated = Pick<
  FileEvent,
  | "number"
  | "source"
  | "pinned"
  | "hidden"
  | "clockOffsetMs"
  | "lead"
  | "relation"
  | "known"
  | "foundAt"
  | "foundBy"
  | "original"
  | "verified"
  | "ruledOut"
  | "notes"
  | "attachments"
>;

export interface Reject {
  /** As that of an event; 0: the source as a whole. */
  line: number;
  reason: string;
  text: string;
}

/** A kept line that isn't an event, such as a heading, a person or a settings row. */
export interface ContextLine {
  line: number;
  text: string;
}

/** A part of a document that tells of one of several incidents. */
export interface IncidentSection {
  /** Its heading as plain text, or the day of its first event. */
  name: string;
  /** The heading names an incident, not only a day. */
  isTitle: boolean;
  /** Its lines, up to and without `until`. */
  ranges: { line: number; until: number }[];
}

export interface ParseResult {
  events: NormalizedEvent[];
  rejects: Reject[];
  context: ContextLine[];
  /** Where the day of some times is asked: days that the text names elsewhere. */
  days?: SuggestedDay[];
  /** The incidents that the document tells of, where it tells of several. */
  incidents?: IncidentSection[];
  /** Milestones, impact windows and clocks; only of Afterword's own files. */
  story?: FileStory;
  /** The file of this part, in a zip whose files are read separately. */
  file?: ArchivedFile;
}

export interface ArchivedFile {
  path: string;
  format: string;
  label: string;
  letter: string;
}

export interface ImportInput {
  filename: string;
  bytes: Uint8Array;
  /** The decoded email, if the bytes are one. */
  mail?: MailMessage;
  /** The same for the emails of a zip, by path. */
  mails?: ReadonlyMap<string, MailMessage>;
  /** Why others of them are not read, by their paths. */
  refusedMails?: ReadonlyMap<string, string>;
}

export interface ParseOptions {
  /** IANA zone or offset for local times that state none. */
  zone?: string;
  /** Day for bare times when the text states none, `2017-01-31`. */
  date?: string;
  mapping?: ColumnMapping;
}

/** A file inside a zip, unpacked each time that its text or JSON is asked for. */
export interface PackedFile {
  readonly path: string;
  readonly text: string;
  /** Parsed JSON, or undefined when the text isn't JSON. */
  readonly json: unknown;
  readonly mail?: MailMessage;
  /** Why it is not read. */
  readonly refused?: string;
}

/** A source as read from its bytes once, shared by all importers. */
export interface SourceText {
  filename: string;
  text: string;
  /** Parsed JSON, or undefined when the text isn't JSON. A sequence of JSON values is read as one array. */
  json: unknown;
  /** For several JSON values in one text: which entry each is, counted from 1, broken ones among them. */
  jsonEntries?: number[];
  /** Entries of such a text that aren't JSON. They are rejected by every importer. */
  brokenEntries?: Reject[];
  /** The files of a zip; `text` is empty then. */
  files?: PackedFile[];
  /** Paths in the zip that hold no text. */
  skippedFiles?: string[];
  /** The whole text in pieces, repeatable, if `text` is only its start. */
  pieces?: () => Iterable<string>;
  mail?: MailMessage;
}

export interface Importer {
  /** Stable code, stored as the event's source type: `pagerduty`, `slack`, `notes`. */
  name: string;
  label: string;
  /** Letter drawn in the source box. */
  letter: string;
  /** Certainty from 0 to 1 that this importer reads the source. */
  detect(source: SourceText): number;
  /** Why it recognises the source, one sentence: "All 412 entries carry ts, user or bot_id." */
  explain?(source: SourceText): string;
  parse(source: SourceText, options: ParseOptions): ParseResult;
  /** Whether a source with this start can be streamed. Without it, every source can. */
  canStream?(head: SourceText): boolean;
  /** The same in parts, of which one at a time is held: for formats that come by the hundred megabytes. */
  stream?(source: SourceText, options: ParseOptions): Iterable<ParseResult>;
  /** The whole as Markdown when it is a write-up, for its actions, factors and summary. */
  writeUp?(source: SourceText): WriteUpText;
}

export interface WriteUpText {
  text: string;
  /** For each line of the text its physical line in the source; absent where they are the same. */
  lines?: readonly number[];
}
