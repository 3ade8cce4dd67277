import type { ParseOptions } from "#importers/base/importer.ts";
import { hasKeys, isRecord, type JsonRecord, listAt, recordAt, textAt } from "#importers/base/values.ts";
import { oneLine, paragraphs, titleAndBody } from "#importers/base/words.ts";
import type { Outcome, Outcomes } from "#importers/kit/collect.ts";
import { makeEvent } from "#importers/kit/make-event.ts";
import { readInstant } from "#importers/kit/read-instant.ts";
import { incidentTitle, isLogEntry, readLogEntry } from "./log-entry.ts";

/** A row of /incidents or /incidents/:id/alerts. */
export function isIncident(value: unknown): value is JsonRecord {
  if (!hasKeys(value, "id", "created_at", "status")) return false;
  return (
    hasKeys(value, "service", "urgency") || hasKeys(value, "alert_key", "severity") || hasKeys(value, "incident_number")
  );
}

/** A row of /incidents/:id/notes. */
export function isNote(value: unknown): value is JsonRecord {
  return hasKeys(value, "id", "content", "created_at", "user") && isRecord(value.user);
}

/**
 * Reads an incident with the log, the alerts and the notes inside it. If the log contains its start, the incident
 * itself is context.
 */
export function readIncidentWhole(incident: JsonRecord, line: number, options: ParseOptions): Outcomes {
  const own = readIncident(incident, line, options);
  const log = listAt(incident, "log_entries");
  const inner = [
    ...log.map((entry) => readInLog(entry, incident, line, options)),
    ...listAt(incident, "alerts")
      .filter(isIncident)
      .map((alert) => readIncident(alert, line, options)),
    ...listAt(incident, "notes")
      .filter(isNote)
      .map((note) => readNote(note, line, options)),
  ];
  if (inner.length === 0) return own;
  const isBegun = log.some((entry) => textAt(entry, "type")?.startsWith("trigger"));
  return [isBegun ? { context: `Incident: ${titleOf(incident)}` } : own, ...inner];
}

/** An entry of an incident's log, which doesn't always repeat its subject. */
function readInLog(entry: unknown, incident: JsonRecord, line: number, options: ParseOptions): Outcome {
  if (!isLogEntry(entry))
    return { reject: "Not a PagerDuty log entry: it has no type and created_at.", part: { line, value: entry } };
  const about = { incident: { summary: titleOf(incident) }, service: incident.service };
  return readLogEntry({ ...about, ...entry }, line, options);
}

const titleOf = (incident: JsonRecord): string =>
  textAt(incident, "title") ?? incidentTitle(textAt(incident, "summary")) ?? "PagerDuty incident";

/** An incident or alert without its log: one event, with an end once it is resolved. */
function readIncident(incident: JsonRecord, line: number, options: ParseOptions): Outcome {
  const time = readInstant(incident.created_at, options);
  if (!time) return { reject: `created_at isn't a time: ${oneLine(String(incident.created_at), 60)}.` };
  const title = titleOf(incident);
  const isResolved = textAt(incident, "status") === "resolved";
  const end = isResolved ? readInstant(textAt(incident, "resolved_at", "last_status_change_at"), options) : null;
  const description = textAt(incident, "description");
  const urgency = textAt(incident, "urgency", "severity");
  const event = makeEvent({
    line,
    time,
    end,
    kind: "alert_fired",
    title,
    body: paragraphs(
      description === title ? null : description,
      urgency ? `Urgency: ${urgency}` : null,
      textAt(recordAt(incident, "priority"), "summary"),
    ),
    url: textAt(incident, "html_url"),
    externalId: textAt(incident, "id"),
    services: [textAt(recordAt(incident, "service"), "summary", "name")],
  });
  return { event };
}

/** Reads a note of an incident. A note without a valid time is rejected. */
export function readNote(note: JsonRecord, line: number, options: ParseOptions): Outcome {
  const time = readInstant(note.created_at, options);
  if (!time) return { reject: `created_at isn't a time: ${oneLine(String(note.created_at), 60)}.` };
  const event = makeEvent({
    line,
    time,
    kind: "internal_update",
    ...titleAndBody(textAt(note, "content") ?? "Empty note"),
    actor: textAt(recordAt(note, "user"), "summary", "name"),
    externalId: textAt(note, "id"),
  });
  return { event };
}
