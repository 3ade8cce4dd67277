import { type KindRules, kindBy } from "#importers/base/first-match.ts";
import type { Importer, ParseOptions } from "#importers/base/importer.ts";
import { hasKeys, isRecord, type JsonRecord, listAt, recordAt, textAt } from "#importers/base/values.ts";
import { sentenceCase, titleAndBody } from "#importers/base/words.ts";
import type { Outcome } from "#importers/kit/collect.ts";
import { jsonImporter } from "#importers/kit/json-importer.ts";
import { makeEvent } from "#importers/kit/make-event.ts";
import { noTime } from "#importers/kit/no-time.ts";
import { readInstant } from "#importers/kit/read-instant.ts";

const KINDS: KindRules = [
  [/^started/, "declared"],
  [/^detected/, "alert_fired"],
  [/^acknowledged/, "acknowledged"],
  [/^(investigating|identified)/, "observation"],
  [/^mitigated/, "mitigated"],
  [/^(resolved|postmortem)/, "resolved"],
  [/^closed/, "closed"],
];

/** FireHydrant: incidents of its API with their milestones and events. */
export const firehydrantImporter: Importer = jsonImporter({
  name: "firehydrant",
  label: "FireHydrant",
  letter: "H",
  reads: { incidents: "FireHydrant" },
  wrappers: ["data", "incidents"],
  isReadable: (value) => hasKeys(value, "current_milestone", "milestones", "started_at"),
  carry: "current_milestone and milestones",
  expected: "a FireHydrant incident",
  read(incident, line, options) {
    const milestones = listAt(incident, "milestones").filter(isRecord);
    const notes = listAt(incident, "events").filter(isRecord);
    const steps: JsonRecord[] =
      milestones.length > 0 ? milestones : [{ type: "started", occurred_at: incident.started_at }];
    return [
      ...steps.map((step) => readMilestone(step, incident, line, options)),
      ...notes.map((note) => readNote(note, line, options)),
    ];
  },
});

function readMilestone(step: JsonRecord, incident: JsonRecord, line: number, options: ParseOptions): Outcome {
  const stated = step.occurred_at ?? step.created_at;
  const time = readInstant(stated, options);
  if (!time) return noTime("The milestone's occurred_at", stated);
  const type = textAt(step, "type") ?? "milestone";
  const event = makeEvent({
    line,
    time,
    kind: kindBy(KINDS, type, "internal_update"),
    title: `${sentenceCase(type)}: ${textAt(incident, "name") ?? "incident"}`,
    url: textAt(incident, "incident_url"),
    externalId: `milestone:${textAt(step, "id") ?? `${textAt(incident, "id")}:${type}`}`,
    services: listAt(incident, "services").map((service) => textAt(service, "name")),
  });
  return { event };
}

function readNote(note: JsonRecord, line: number, options: ParseOptions): Outcome {
  const stated = note.occurred_at ?? note.created_at;
  const time = readInstant(stated, options);
  if (!time) return noTime("The event's occurred_at", stated);
  const data = recordAt(note, "data");
  const event = makeEvent({
    line,
    time,
    kind: "internal_update",
    ...titleAndBody(
      textAt(data, "body", "summary") ?? textAt(note, "body") ?? sentenceCase(textAt(note, "type") ?? "Event"),
    ),
    actor: textAt(recordAt(note, "author"), "name"),
    externalId: `event:${textAt(note, "id")}`,
  });
  return { event };
}
