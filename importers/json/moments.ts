import type { ParseOptions } from "#importers/base/importer.ts";
import type { StatedTime } from "#importers/kit/read-instant.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import { momentsIn } from "./fields/field-times.ts";
import type { Fields } from "./fields/record-shape.ts";
import { momentNamed } from "./fields/time-names.ts";
import { firstTime } from "./told.ts";

/** A further step in the same matter, at its own time. */
export interface Moment {
  time: StatedTime;
  kind: EventKind;
  /** The step, put before the text of the record. */
  word: string;
}

const KINDS: Readonly<Record<string, EventKind>> = {
  declared: "declared",
  escalated: "escalated",
  mitigated: "mitigated",
  contained: "mitigated",
  resolved: "alert_resolved",
  closed: "closed",
  reopened: "reopened",
};

/** Returns the steps with a time in the record, other than its start, acknowledgement and end. */
export function momentsOf(fields: Fields, options: ParseOptions): Moment[] {
  return momentsIn(fields).flatMap(({ key, value }) => {
    const word = momentNamed(key);
    const time = word && firstTime([{ key, value }], options)?.stated;
    if (!word || !time || time.precision === "day") return [];
    return [{ time, kind: KINDS[word] ?? "observation", word: word.charAt(0).toUpperCase() + word.slice(1) }];
  });
}
