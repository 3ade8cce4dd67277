import type { Importer, ParseOptions } from "#importers/base/importer.ts";
import { hasKeys, isRecord, type JsonRecord, listAt, recordAt, textAt } from "#importers/base/values.ts";
import { paragraphs, sentenceCase } from "#importers/base/words.ts";
import type { Outcome } from "#importers/kit/collect.ts";
import { jsonImporter } from "#importers/kit/json-importer.ts";
import { makeEvent } from "#importers/kit/make-event.ts";
import { noTime } from "#importers/kit/no-time.ts";
import { readInstant, type StatedTime } from "#importers/kit/read-instant.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";

/** A job has a name, a start and a status too. */
const STAGE = /^(?:investigating|identified|monitoring|resolved|in_?progress|verifying|completed|not_?started)/i;
/** Its page feed, or its webhook: Statuspage's format, except that updates are in `markdown`. */
const isInstatus = (value: unknown) =>
  (hasKeys(value, "id", "name", "status", "started") && STAGE.test(String(value.status))) ||
  (isRecord(value) && listAt(value.incident, "incident_updates").some((update) => hasKeys(update, "markdown")));
const isBetterStack = (value: unknown) =>
  hasKeys(value, "id", "type", "attributes") &&
  (value.type === "status_report" || value.type === "incident") &&
  !hasKeys(value.attributes, "sequential_id");
const isOneUptime = (value: unknown) =>
  hasKeys(value, "_id", "createdAt", "title") &&
  (hasKeys(value, "incidentSeverity") || hasKeys(value, "currentIncidentState"));

/** Status pages and monitors without their own importer: Instatus, Better Stack and OneUptime. */
export const statusPagesImporter: Importer = jsonImporter({
  name: "status_page",
  label: "Status page",
  letter: "T",
  reads: { incidents: "Instatus, Better Stack, OneUptime" },
  certainty: 0.99,
  wrappers: ["incidents", "data", "activeIncidents"],
  isReadable: (value) => isInstatus(value) || isBetterStack(value) || isOneUptime(value),
  carry: "an incident of a status page",
  expected: "an incident of a status page",
  read(value, line, options) {
    const incident = isRecord(value.incident) ? value.incident : { ...value, ...recordAt(value, "attributes") };
    const updates = [...listAt(incident, "updates"), ...listAt(incident, "incident_updates")].filter(isRecord);
    const entries: JsonRecord[] = updates.length > 0 ? updates : [incident];
    return [
      ...entries.map((entry) => readEntry(entry, incident, line, options)),
      ...readAcknowledgement(incident, line, options),
    ];
  },
});

const TIMES = ["started", "started_at", "starts_at", "startedAt", "createdAt", "created_at"] as const;
const ENDS = ["resolved", "resolved_at", "ends_at"] as const;
const KINDS: Record<string, EventKind> = { resolved: "resolved", monitoring: "monitoring" };

function readEntry(entry: JsonRecord, incident: JsonRecord, line: number, options: ParseOptions): Outcome {
  const time = firstTime(TIMES, entry, options);
  if (!time) return noTime("The time it started", undefined);
  const isUpdate = entry !== incident;
  const status = (textAt(entry, "status") ?? "").toLowerCase();
  const name = textAt(incident, "name", "title") ?? "Incident";
  const event = makeEvent({
    line,
    time,
    end: isUpdate ? null : firstTime(ENDS, entry, options),
    kind: isMonitored(incident) ? "alert_fired" : (KINDS[status] ?? "public_update"),
    title: isUpdate && status ? `${sentenceCase(status)}: ${name}` : name,
    body: paragraphs(textAt(entry, "message", "markdown", "body", "cause", "description")),
    url: textAt(incident, "url", "origin_url"),
    externalId: `${textAt(entry, "id", "_id") ?? name}@${time.at}`,
  });
  return { event };
}

function readAcknowledgement(incident: JsonRecord, line: number, options: ParseOptions): Outcome[] {
  const time = readInstant(incident.acknowledged_at, options);
  if (!time) return [];
  const name = textAt(incident, "name", "title") ?? "Incident";
  const event = makeEvent({
    line,
    time,
    kind: "acknowledged",
    title: `Acknowledged: ${name}`,
    actor: textAt(incident, "acknowledged_by"),
    externalId: `${textAt(incident, "id", "_id") ?? name}@${time.at}`,
  });
  return [{ event }];
}

/**
 * Better Stack's incidents belong to its monitors, from a failed check until it passed. They aren't updates of a page.
 */
const isMonitored = (incident: JsonRecord) => incident.type === "incident" && hasKeys(incident, "cause", "started_at");

function firstTime(keys: readonly string[], entry: JsonRecord, options: ParseOptions): StatedTime | null {
  for (const key of keys) {
    const time = readInstant(entry[key], options);
    if (time) return time;
  }
  return null;
}
