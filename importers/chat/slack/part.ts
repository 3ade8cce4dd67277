import type { SourceRecord } from "#importers/kit/collect.ts";

/** A file of an export, or a whole other source. Its records are read again each time. */
export interface SlackPart {
  path: string;
  /** Contains the messages of a day. Everything else in it is rejected. */
  isDay: boolean;
  records(): SourceRecord[];
}
