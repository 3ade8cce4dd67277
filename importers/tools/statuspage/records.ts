import type { ParseOptions } from "#importers/base/importer.ts";
import { isRecord, type JsonRecord, listAt, recordAt, textAt } from "#importers/base/values.ts";
import { oneLine, paragraphs, sentenceCase } from "#importers/base/words.ts";
import type { Outcome, Outcomes } from "#importers/kit/collect.ts";
import { makeEvent } from "#importers/kit/make-event.ts";
import { readInstant } from "#importers/kit/read-instant.ts";

/**
 * Reads one event for each update. An incident without updates is one event itself. The rest of the record is context.
 */
export function readStatusIncident(incident: JsonRecord, line: number, options: ParseOptions): Outcomes {
  const updates = listAt(incident, "incident_updates");
  if (updates.length === 0) return readBareIncident(incident, line, options);
  const outcomes = updates.map((update, index) => readUpdate(incident, update, { line, index }, options));
  return [...outcomes, { context: describeIncident(incident) }];
}

function readUpdate(
  incident: JsonRecord,
  update: unknown,
  place: { line: number; index: number },
  options: ParseOptions,
): Outcome {
  if (!isRecord(update))
    return {
      reject: `Update ${place.index} of ${nameOf(incident)} isn't an object.`,
      part: { line: place.line, value: update },
    };
  const time = readInstant(textAt(update, "display_at", "created_at"), options);
  if (!time)
    return {
      reject: `Update ${place.index} of ${nameOf(incident)} has no time.`,
      part: { line: place.line, value: update },
    };
  const components = listAt(update, "affected_components");
  const event = makeEvent({
    line: place.line,
    time,
    kind: "public_update",
    title: `${sentenceCase(textAt(update, "status") ?? "update")}: ${nameOf(incident)}`,
    body: paragraphs(textAt(update, "body"), describeComponents(components)),
    url: textAt(incident, "shortlink"),
    externalId: textAt(update, "id") ?? `${textAt(incident, "id")}:${time.at ?? time.statedText}`,
    services: components.filter(isHurt).map((component) => textAt(component, "name")),
  });
  return { event };
}

function readBareIncident(incident: JsonRecord, line: number, options: ParseOptions): Outcome {
  const time = readInstant(textAt(incident, "started_at", "created_at"), options);
  if (!time) return { reject: `${nameOf(incident)} has no update and no time.` };
  const event = makeEvent({
    line,
    time,
    end: readInstant(incident.resolved_at, options),
    kind: "public_update",
    title: `${sentenceCase(textAt(incident, "status") ?? "incident")}: ${nameOf(incident)}`,
    body: textAt(incident, "impact") ? `Impact: ${textAt(incident, "impact")}` : "",
    url: textAt(incident, "shortlink"),
    externalId: textAt(incident, "id"),
    services: listAt(incident, "components").map((component) => textAt(component, "name")),
  });
  return { event };
}

/** Reads the new status of a component. An update without a valid time is rejected. */
export function readComponentUpdate(delivery: JsonRecord, line: number, options: ParseOptions): Outcome {
  const update = recordAt(delivery, "component_update");
  const name = textAt(recordAt(delivery, "component"), "name") ?? "A component";
  const time = readInstant(update.created_at, options);
  if (!time) return { reject: `created_at of the update isn't a time: ${oneLine(String(update.created_at), 60)}.` };
  const [before, after] = [textAt(update, "old_status"), textAt(update, "new_status") ?? "unknown"];
  const event = makeEvent({
    line,
    time,
    kind: "public_update",
    title: `${name}: ${before ? `${sentenceCase(before).toLowerCase()} to ` : ""}${sentenceCase(after).toLowerCase()}`,
    body: textAt(recordAt(delivery, "page"), "status_description") ?? "",
    externalId: textAt(update, "id"),
    services: [name],
  });
  return { event };
}

/** Reads an uptime figure, which is context and no event. */
export function readUptime(uptime: JsonRecord): Outcome {
  const span = `${textAt(uptime, "range_start")} to ${textAt(uptime, "range_end")}`;
  return { context: `Uptime of ${nameOf(uptime)}, ${span}: ${textAt(uptime, "uptime_percentage")}%` };
}

function isHurt(component: unknown): boolean {
  return [textAt(component, "old_status"), textAt(component, "new_status")].some((status) => status !== "operational");
}

function describeComponents(components: readonly unknown[]): string {
  return components
    .map(
      (component) =>
        `${textAt(component, "name")}: ${textAt(component, "old_status")} to ${textAt(component, "new_status")}`,
    )
    .join("\n")
    .replaceAll("_", " ");
}

/** Times of the record without an update. They are kept as context and not as events. */
function describeIncident(incident: JsonRecord): string {
  const times = ["started_at", "monitoring_at", "resolved_at"]
    .filter((key) => textAt(incident, key) !== null)
    .map((key) => `${key.replace("_at", "")} ${textAt(incident, key)}`);
  return oneLine([`Incident ${nameOf(incident)}`, `impact ${textAt(incident, "impact")}`, ...times].join(", "), 400);
}

function nameOf(record: JsonRecord): string {
  return textAt(record, "name") ?? "Incident";
}
