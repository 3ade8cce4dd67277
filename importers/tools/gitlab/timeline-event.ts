import type { ParseOptions } from "#importers/base/importer.ts";
import { type JsonRecord, listAt, recordAt, textAt } from "#importers/base/values.ts";
import { titleAndBody } from "#importers/base/words.ts";
import type { Outcome } from "#importers/kit/collect.ts";
import { makeEvent } from "#importers/kit/make-event.ts";
import { noTime } from "#importers/kit/no-time.ts";
import { readInstant } from "#importers/kit/read-instant.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";

/** The tags that GitLab offers for an event of an incident's timeline. */
const KIND_BY_TAG: Record<string, EventKind> = {
  "start time": "impact_started",
  "impact detected": "observation",
  "response initiated": "joined",
  "impact mitigated": "mitigated",
  "cause identified": "observation",
  "end time": "impact_ended",
};

/** An entry of the timeline of a GitLab incident; the same id may stand for several entries. */
export function readTimelineEvent(entry: JsonRecord, line: number, options: ParseOptions): Outcome {
  const time = readInstant(entry.occurredAt, options);
  if (!time) return noTime("occurredAt", entry.occurredAt);
  const tags = listAt(recordAt(entry, "timelineEventTags"), "nodes").map(
    (tag) => textAt(tag, "name")?.toLowerCase() ?? "",
  );
  const kind = tags.length === 1 ? KIND_BY_TAG[tags[0] ?? ""] : undefined;
  const event = makeEvent({
    line,
    time: {
      ...time,
      precision: time.precision === "exact" && /:00Z?$/.test(time.statedText) ? "minute" : time.precision,
    },
    kind: kind ?? "observation",
    ...titleAndBody(textAt(entry, "note") ?? "Empty note"),
    actor: textAt(recordAt(entry, "author"), "name", "username"),
    externalId: `${textAt(entry, "id")}@${time.at}`,
  });
  return { event };
}
