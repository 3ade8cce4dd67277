import type { EventKind } from "#lib/timeline/event-kinds.ts";
import type { Precision } from "#lib/timeline/precision.ts";

/** Why a stated time cannot become one instant without an answer from a person. */
export type AmbiguityReason = "zone" | "fold" | "skipped" | "half_day" | "date" | "partial";

export interface Ambiguity {
  reason: AmbiguityReason;
  /** The question to ask, one sentence. */
  question: string;
  /** Local wall time as read, `2017-01-31T18:00:00`; null when only a part of it is known. */
  local: string | null;
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
  kind: EventKind;
  title: string;
  body: string;
  actor: string | null;
  url: string | null;
  /** Id within the source; null when it has none (a content hash is used then). */
  externalId: string | null;
  services: string[];
  /** Physical line, row number or array index, 1-based for lines and rows, 0-based for arrays. */
  line: number;
}

export interface Reject {
  line: number;
  reason: string;
  text: string;
}

/** Something that is kept but is no event: a heading, a person, a settings row. */
export interface ContextLine {
  line: number;
  text: string;
}

export interface ParseResult {
  events: NormalizedEvent[];
  rejects: Reject[];
  context: ContextLine[];
}

export interface ImportInput {
  filename: string;
  bytes: Uint8Array;
}

/** What a column of a CSV becomes. */
export const COLUMN_ROLES = [
  "time",
  "end",
  "date",
  "zone",
  "title",
  "body",
  "kind",
  "actor",
  "service",
  "external_id",
  "url",
  "nothing",
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];
export type ColumnMapping = Record<string, ColumnRole>;

export interface ParseOptions {
  /** IANA zone or offset for local times that state none. */
  zone?: string;
  /** Day for bare times when the text states none, `2017-01-31`. */
  date?: string;
  mapping?: ColumnMapping;
}

/** A source as read from its bytes once, shared by all importers. */
export interface SourceText {
  filename: string;
  text: string;
  /** Parsed JSON, or undefined when the text is no JSON. */
  json: unknown;
}

export interface Importer {
  /** Stable code, stored as the event's source type: `pagerduty`, `slack`, `notes`. */
  name: string;
  label: string;
  /** Letter drawn in the source box. */
  letter: string;
  /** Certainty from 0 to 1 that this importer reads the source. */
  detect(source: SourceText): number;
  parse(source: SourceText, options: ParseOptions): ParseResult;
}
