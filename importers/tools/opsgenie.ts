import { type KindRules, kindBy } from "#importers/base/first-match.ts";
import type { Importer, ParseOptions } from "#importers/base/importer.ts";
import { hasKeys, isRecord, type JsonRecord, listAt, recordAt, textAt } from "#importers/base/values.ts";
import { paragraphs, sentenceCase } from "#importers/base/words.ts";
import type { Outcome } from "#importers/kit/collect.ts";
import { jsonImporter } from "#importers/kit/json-importer.ts";
import { makeEvent } from "#importers/kit/make-event.ts";
import { noTime, timeIfStated } from "#importers/kit/no-time.ts";
import { readInstant } from "#importers/kit/read-instant.ts";

/** Kinds by the action of a webhook or the type of a timeline entry. */
const KINDS: KindRules = [
  [/un-?ack/i, "escalated"],
  [/ack/i, "acknowledged"],
  [/^(create|IncidentOpened)/i, "alert_fired"],
  [/^(close|ResponderAlertClosed|IncidentClosed)/i, "alert_resolved"],
  [/resolved/i, "resolved"],
  [/reopen/i, "reopened"],
  [/escalat|responder.*added|addresponder|addteam/i, "escalated"],
  [/ownership|assign/i, "role_assigned"],
  [/priority/i, "severity_changed"],
  [/statuspage/i, "public_update"],
  [/action/i, "automated_action"],
];

const isDelivery = (value: unknown) => hasKeys(value, "action", "alert") && hasKeys(value.alert, "alertId");
const isAlert = (value: unknown) => hasKeys(value, "tinyId", "message", "createdAt", "status");

/** Opsgenie: webhooks, and alerts and incidents of its API, with the timeline entries of incidents. */
export const opsgenieImporter: Importer = jsonImporter({
  name: "opsgenie",
  label: "Opsgenie",
  letter: "O",
  reads: { alerts: "Opsgenie" },
  wrappers: ["data"],
  isReadable: (value) => isDelivery(value) || isAlert(value),
  carry: "an Opsgenie alert: tinyId, message and createdAt",
  expected: "an Opsgenie webhook, alert or incident",
  read(value, line, options) {
    if (isDelivery(value)) return readDelivery(value, line, options);
    const entries = listAt(value, "timelines").filter(isRecord);
    if (entries.length === 0) return readAlert(value, line, options);
    return entries.map((entry) => readEntry(entry, value, line, options));
  },
});

function readDelivery(delivery: JsonRecord, line: number, options: ParseOptions): Outcome {
  const alert = recordAt(delivery, "alert");
  const action = textAt(delivery, "action") ?? "";
  const stated = action === "Create" ? alert.createdAt : (alert.updatedAt ?? alert.closedAt ?? alert.createdAt);
  const time = timeIfStated(stated, options);
  if (!time) return noTime("The alert's time", stated);
  const message = textAt(alert, "message") ?? "Alert";
  const event = makeEvent({
    line,
    time,
    kind: kindBy(KINDS, action, "internal_update"),
    title: action === "Create" ? message : `${sentenceCase(action)}: ${message}`,
    body: paragraphs(textAt(alert, "note"), textAt(alert, "description"), priorityOf(alert)),
    actor: textAt(alert, "username"),
    externalId: `${textAt(alert, "alertId")}:${action}@${time.at}`,
    services: [textAt(alert, "entity")],
  });
  return { event };
}

function readEntry(entry: JsonRecord, incident: JsonRecord, line: number, options: ParseOptions): Outcome {
  const time = readInstant(entry.eventTime, options);
  if (!time) return noTime("eventTime", entry.eventTime);
  const type = textAt(entry, "type") ?? "Entry";
  const event = makeEvent({
    line,
    time,
    kind: kindBy(KINDS, type, "internal_update"),
    title: `${textAt(recordAt(entry, "title"), "content") ?? sentenceCase(type)}: ${textAt(incident, "message")}`,
    body: textAt(recordAt(entry, "description"), "content") ?? "",
    actor: textAt(recordAt(entry, "actor"), "name"),
    url: textAt(recordAt(incident, "links"), "web"),
    externalId: `${textAt(entry, "id")}@${time.at}`,
  });
  return { event };
}

function readAlert(alert: JsonRecord, line: number, options: ParseOptions): Outcome {
  const time = readInstant(alert.impactStartDate ?? alert.createdAt, options);
  if (!time) return noTime("createdAt", alert.createdAt);
  const event = makeEvent({
    line,
    time,
    end: readInstant(alert.impactEndDate, options),
    kind: "alert_fired",
    title: textAt(alert, "message") ?? "Alert",
    body: paragraphs(textAt(alert, "description"), priorityOf(alert), closerOf(alert)),
    url: textAt(recordAt(alert, "links"), "web"),
    externalId: textAt(alert, "id"),
    services: [textAt(alert, "entity")],
  });
  return { event };
}

function priorityOf(alert: JsonRecord): string | null {
  const priority = textAt(alert, "priority");
  return priority === null ? null : `Priority ${priority.replace(/^P?/, "P")}`;
}

function closerOf(alert: JsonRecord): string | null {
  const by = textAt(recordAt(alert, "report"), "closedBy");
  return by === null ? null : `Closed by ${by}`;
}
