import type { SourceRecord } from "#importers/kit/collect.ts";

/** A file of an export, or any other source as a whole. Its records are read again each time. */
export interface SlackPart {
  path: string;
  /** Contains the messages of a day. Everything else in it is rejected. */
  isDay: boolean;
  records(): SourceRecord[];
}
