import { type KindRules, kindBy } from "#importers/base/first-match.ts";
import type { Importer } from "#importers/base/importer.ts";
import { hasKeys, isRecord, type JsonRecord, listAt, recordAt, textAt } from "#importers/base/values.ts";
import { paragraphs, sentenceCase } from "#importers/base/words.ts";
import { jsonImporter } from "#importers/kit/json-importer.ts";
import { makeEvent } from "#importers/kit/make-event.ts";
import { noTime } from "#importers/kit/no-time.ts";
import { readInstant } from "#importers/kit/read-instant.ts";

const KINDS: KindRules = [
  [/trigger/i, "alert_fired"],
  [/ack/i, "acknowledged"],
  [/resolve/i, "alert_resolved"],
  [/reassign|assign/i, "handoff"],
  [/suppress|auto/i, "automated_action"],
];

const TIMES = ["time_of_creation", "created_at", "time"] as const;

/** Squadcast: events of an incident, and incidents of its API with their log. */
export const squadcastImporter: Importer = jsonImporter({
  name: "squadcast",
  label: "Squadcast",
  letter: "Q",
  reads: { alerts: "Squadcast" },
  wrappers: ["data", "data.events", "data.incidents", "incidents", "events"],
  isReadable: (value) =>
    hasKeys(value, "time_of_creation", "message") || (hasKeys(value, "alert_source_id") && hasKeys(value, "logs")),
  carry: "message and time_of_creation",
  expected: "a Squadcast event or incident",
  read(record, line, options) {
    const logs = listAt(record, "logs").filter(isRecord);
    const subject = textAt(record, "message", "title") ?? "Incident";
    const entries: JsonRecord[] = logs.length > 0 ? logs : [record];
    return entries.map((entry) => {
      const stated = TIMES.map((key) => entry[key]).find((value) => value !== undefined);
      const time = readInstant(stated, options);
      if (!time) return noTime("time_of_creation", stated);
      const what = textAt(entry, "action") ?? textAt(recordAt(entry, "payload"), "status") ?? "triggered";
      return {
        event: makeEvent({
          line,
          time,
          kind: kindBy(KINDS, what, "internal_update"),
          title: entry === record ? subject : `${sentenceCase(what)}: ${subject}`,
          body: paragraphs(textAt(entry, "reason"), textAt(record, "description")),
          actor: textAt(entry, "by", "user_name"),
          externalId: `${textAt(record, "incident_id", "id") ?? subject}:${textAt(entry, "id") ?? what}@${time.at}`,
          services: [textAt(recordAt(record, "service"), "name")],
        }),
      };
    });
  },
});
