import { type KindRules, kindBy } from "#importers/base/first-match.ts";
import type { Importer, ParseOptions } from "#importers/base/importer.ts";
import { hasKeys, isRecord, type JsonRecord, listAt, recordAt, textAt, valueAt } from "#importers/base/values.ts";
import { paragraphs } from "#importers/base/words.ts";
import type { Outcome } from "#importers/kit/collect.ts";
import { jsonImporter } from "#importers/kit/json-importer.ts";
import { makeEvent } from "#importers/kit/make-event.ts";
import { noTime } from "#importers/kit/no-time.ts";
import { readInstant } from "#importers/kit/read-instant.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";

const KINDS: KindRules = [
  [/closed|resolved|post-incident|learning/i, "resolved"],
  [/monitor/i, "monitoring"],
  [/fix|mitigat/i, "mitigated"],
];

const isIncident = (value: unknown) => hasKeys(value, "reference", "incident_status", "created_at");
const isUpdate = (value: unknown) => hasKeys(value, "incident_id", "message", "created_at", "updater");
const isFollowUp = (value: unknown) => hasKeys(value, "incident_id", "title", "status", "created_at", "assignee");
const isTimelineItem = (value: unknown) => hasKeys(value, "incident_id", "timestamp", "title");

/** incident.io: incidents, updates, timeline items and follow-ups of its API, and its webhooks. */
export const incidentIoImporter: Importer = jsonImporter({
  name: "incident_io",
  label: "incident.io",
  letter: "I",
  reads: { incidents: "incident.io" },
  wrappers: ["incidents", "incident_updates", "timeline_items", "follow_ups", "incident", "incident_update"],
  isReadable: (value) => payloadOf(value) !== null,
  carry: "a reference and an incident status, or the update of one",
  expected: "an incident.io incident, update or follow-up",
  read(value, line, options) {
    const payload = payloadOf(value) ?? value;
    if (isUpdate(payload)) return readUpdate(payload, line, options);
    if (isTimelineItem(payload)) return readItem(payload, line, options);
    if (isFollowUp(payload))
      return { context: `Follow-up: ${textAt(payload, "title")} (${textAt(payload, "status")})` };
    return readIncident(payload, line, options);
  },
});

/** A row, or the object that a webhook contains under the name of its event. */
function payloadOf(value: unknown): JsonRecord | null {
  const isRow = (one: unknown) => isUpdate(one) || isFollowUp(one) || isTimelineItem(one) || isIncident(one);
  if (!isRecord(value)) return null;
  if (isRow(value)) return value;
  const type = textAt(value, "event_type");
  const inner = type === null ? undefined : value[type];
  return isRecord(inner) && isRow(inner) ? inner : null;
}

function readIncident(incident: JsonRecord, line: number, options: ParseOptions): Outcome {
  const time = readInstant(incident.created_at, options);
  if (!time) return noTime("created_at", incident.created_at);
  const severity = textAt(recordAt(incident, "severity"), "name");
  const event = makeEvent({
    line,
    time,
    kind: "declared",
    title: textAt(incident, "name") ?? "Incident",
    body: paragraphs(textAt(incident, "summary"), severity ? `Severity ${severity}` : null, statedTimes(incident)),
    actor: textAt(valueAt(incident, "creator.user"), "name"),
    url: textAt(incident, "permalink"),
    externalId: textAt(incident, "id"),
  });
  return { event };
}

/** "Impact started: 2021-08-17T13:28:57Z", one per line: the timestamps that people set, kept as text. */
function statedTimes(incident: JsonRecord): string {
  return listAt(incident, "incident_timestamp_values")
    .map(
      (one) => [textAt(recordAt(one, "incident_timestamp"), "name"), textAt(recordAt(one, "value"), "value")] as const,
    )
    .filter(([name, value]) => name !== null && value !== null)
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n");
}

function readUpdate(update: JsonRecord, line: number, options: ParseOptions): Outcome {
  const time = readInstant(update.created_at, options);
  if (!time) return noTime("created_at", update.created_at);
  const status = textAt(recordAt(update, "new_incident_status"), "name");
  const severity = textAt(recordAt(update, "new_severity"), "name");
  const otherwise: EventKind = severity && !status ? "severity_changed" : "internal_update";
  const event = makeEvent({
    line,
    time,
    kind: kindBy(KINDS, status ?? "", otherwise),
    title: textAt(update, "message") ?? `Status ${status ?? "unchanged"}`,
    body: paragraphs(status ? `Status: ${status}` : null, severity ? `Severity: ${severity}` : null),
    actor: textAt(valueAt(update, "updater.user"), "name"),
    externalId: `update:${textAt(update, "id")}`,
  });
  return { event };
}

function readItem(item: JsonRecord, line: number, options: ParseOptions): Outcome {
  const time = readInstant(item.timestamp, options);
  if (!time) return noTime("timestamp", item.timestamp);
  const event = makeEvent({
    line,
    time,
    kind: "observation",
    title: textAt(item, "title") ?? "Timeline item",
    body: textAt(item, "description", "comment") ?? "",
    externalId: `item:${textAt(item, "id")}`,
  });
  return { event };
}
