import type { ParseOptions } from "#importers/base/importer.ts";
import { hasKeys, isRecord, type JsonRecord, recordAt, textAt } from "#importers/base/values.ts";
import { oneLine, paragraphs, titleAndBody } from "#importers/base/words.ts";
import type { Outcome } from "#importers/kit/collect.ts";
import { makeEvent } from "#importers/kit/make-event.ts";
import { readInstant } from "#importers/kit/read-instant.ts";
import { incidentTitle } from "./log-entry.ts";

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

/** An incident or alert without its log: one event, with an end once it is resolved. */
export function readIncident(incident: JsonRecord, line: number, options: ParseOptions): Outcome {
  const time = readInstant(incident.created_at, options);
  if (!time) return { reject: `created_at is no time: ${oneLine(String(incident.created_at), 60)}.` };
  const title = textAt(incident, "title") ?? incidentTitle(textAt(incident, "summary")) ?? "PagerDuty incident";
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

export function readNote(note: JsonRecord, line: number, options: ParseOptions): Outcome {
  const time = readInstant(note.created_at, options);
  if (!time) return { reject: `created_at is no time: ${oneLine(String(note.created_at), 60)}.` };
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
