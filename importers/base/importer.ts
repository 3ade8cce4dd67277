import type { Precision } from "#lib/base/time/precision.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { FileEvent, FileStory } from "#lib/contract/timeline-file.ts";
import type { ColumnMapping } from "#lib/incidents/import/column-roles.ts";
import type { MailMessage } from "./mail-message.ts";

/** Why a stated time can't become one instant without a person's answer. */
export type AmbiguityReason = "zone" | "fold" | "skipped" | "half_day" | "date" | "partial";

export interface Ambiguity {
  reason: AmbiguityReason;
  /** The question to ask, in one sentence. */
  question: string;
  /** Local time as read, `2017-01-31T18:00:00`. Null if only a part of it is known. */
  local: string | null;
  /** If the time zone is asked for: the local end of a span. */
  localEnd?: string | undefined;
  /** If the time zone is asked for: the precision of the resulting time. */
  precision?: Precision | undefined;
  /** If the day is asked for: the known parts of the time. */
  dayless?: Dayless | undefined;
}

/** A time without a day: days after the day that is asked for, and the time of day, `14:05:00`. */
export interface Dayless {
  days: number;
  clock: string | null;
  /** The end of a span. */
  end?: { days: number; clock: string | null } | undefined;
}

/** A day that a text mentions somewhere, perhaps for something else. Line 0 is the file's name. */
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
  /** Original time zone: IANA name or offset. Null if the source states none. */
  zone: string | null;
  ambiguity: Ambiguity | null;
  /** The text doesn't name its day, so it has the day that a person chose. */
  dayGiven?: true;
  kind: EventKind;
  title: string;
  body: string;
  actor: string | null;
  url: string | null;
  /** Id within the source. Null if it has none, and then a hash of its content is used. */
  externalId: string | null;
  services: string[];
  /** Physical line, row or entry of a list, counted from 1. */
  line: number;
  /** Which incident of its document it belongs to, counted from 1. Absent if the document is about one incident. */
  section?: number;
  /** People's changes and additions. Only in Afterword's own files. */
  curated?: Curated;
}

/**
 * The curated part of an event from another Afterword instance, with its source there. `lead` is an E-number of the
 * same file.
 */
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
  /** The same as for an event. 0 is the source as a whole. */
  line: number;
  reason: string;
  text: string;
}

/** A kept line that isn't an event, such as a heading, a person or a settings row. */
export interface ContextLine {
  line: number;
  text: string;
}

/** A part of a document about one of several incidents. */
export interface IncidentSection {
  /** Its heading as plain text, or the day of its first event. */
  name: string;
  /** The heading names an incident, and not only a day. */
  isTitle: boolean;
  /** Its lines, from `line` up to but not including `until`. */
  ranges: { line: number; until: number }[];
}

export interface ParseResult {
  events: NormalizedEvent[];
  rejects: Reject[];
  context: ContextLine[];
  /** If the day of some times is asked for: days that the text mentions elsewhere. */
  days?: SuggestedDay[];
  /** The incidents of the document, if it is about several. */
  incidents?: IncidentSection[];
  /** Milestones, impact windows and clocks. Only in Afterword's own files. */
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
  /** Why other emails of a zip aren't read, by path. */
  refusedMails?: ReadonlyMap<string, string>;
}

export interface ParseOptions {
  /** IANA zone or offset for local times without one. */
  zone?: string;
  /** Day for times without one if the text states none, `2017-01-31`. */
  date?: string;
  mapping?: ColumnMapping;
}

/** A file inside a zip, unpacked each time its text or JSON is read. */
export interface PackedFile {
  readonly path: string;
  readonly text: string;
  /** Parsed JSON, or undefined when the text isn't JSON. */
  readonly json: unknown;
  readonly mail?: MailMessage;
  /** Why it isn't read. */
  readonly refused?: string;
}

/** A source, decoded from its bytes once and shared by all importers. */
export interface SourceText {
  filename: string;
  text: string;
  /** Parsed JSON, or undefined when the text isn't JSON. A sequence of JSON values is read as one array. */
  json: unknown;
  /** For several JSON values in one text: the number of each entry, counted from 1 and including broken ones. */
  jsonEntries?: number[];
  /** Entries of such a text that aren't JSON. They are rejected by every importer. */
  brokenEntries?: Reject[];
  /** The files of a zip. `text` is empty then. */
  files?: PackedFile[];
  /** Paths in the zip that don't contain text. */
  skippedFiles?: string[];
  /** The whole text in pieces, as often as needed, if `text` is only its start. */
  pieces?: () => Iterable<string>;
  mail?: MailMessage;
}

/** The kinds of tools, as the import page and the guide list them. */
export type ToolKind = "alerts" | "changes" | "incidents";

/** The names of the tools that an importer reads, by kind. */
export type ReadTools = Partial<Record<ToolKind, string>>;

export interface Importer {
  /** Stable code, stored as the event's source type: `pagerduty`, `slack`, `notes`. */
  name: string;
  label: string;
  /** Letter drawn in the source box. */
  letter: string;
  reads?: ReadTools;
  /** Confidence from 0 to 1 that this importer reads the source. */
  detect(source: SourceText): number;
  /** Why it recognises the source, in one sentence: "All 412 entries have ts, user or bot_id." */
  explain?(source: SourceText): string;
  parse(source: SourceText, options: ParseOptions): ParseResult;
  /** Whether a source with this start can be streamed. Without it, every source can. */
  canStream?(head: SourceText): boolean;
  /** Like parse, but in parts, one at a time, for formats with hundreds of megabytes. */
  stream?(source: SourceText, options: ParseOptions): Iterable<ParseResult>;
  /** The source as Markdown if it is a write-up, to find its actions, factors and summary. */
  writeUp?(source: SourceText): WriteUpText;
}

export interface WriteUpText {
  text: string;
  /** The physical line in the source for each line of the text. Absent if they are the same. */
  lines?: readonly number[];
}
