import type { SourceRecord } from "#importers/kit/collect.ts";

/** A file of an export, or the whole of what is none. Its records are read anew each time. */
export interface SlackPart {
  path: string;
  /** Holds the messages of a day: what is no message there is rejected. */
  isDay: boolean;
  records(): SourceRecord[];
}
