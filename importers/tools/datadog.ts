import type { Importer, ParseOptions } from "#importers/base/importer.ts";
import { hasKeys, isRecord, type JsonRecord, recordAt, textAt, valueAt } from "#importers/base/values.ts";
import { paragraphs, titleAndBody } from "#importers/base/words.ts";
import type { Outcome } from "#importers/kit/collect.ts";
import { jsonImporter } from "#importers/kit/json-importer.ts";
import { makeEvent } from "#importers/kit/make-event.ts";
import { noTime } from "#importers/kit/no-time.ts";
import { readInstant } from "#importers/kit/read-instant.ts";

const TYPES = ["incidents", "incident_impacts", "incident_timeline_cells", "incident_todos"] as const;

/** Search results contain each row under its own `data`. */
const rowOf = (value: unknown): unknown =>
  hasKeys(value, "data") && isRecord(value.data) && Object.keys(value).length === 1 ? value.data : value;
const isRow = (value: unknown) =>
  hasKeys(value, "id", "type", "attributes") && TYPES.some((type) => type === value.type) && !isOfOthers(value);
/** Other tools also name their resources `incidents`. */
const isOfOthers = ({ type, attributes }: JsonRecord) =>
  hasKeys(attributes, "sequential_id") || (type === "incidents" && hasKeys(attributes, "created_at"));
const isMonitor = (value: unknown) =>
  hasKeys(value, "alert_transition", "title") ||
  (hasKeys(value, "event_type", "last_updated", "title") && hasKeys(value, "alert_type"));

/** Datadog: incidents, impacts and timeline cells of its API, and the webhook of a monitor. */
export const datadogImporter: Importer = jsonImporter({
  name: "datadog",
  label: "Datadog",
  letter: "D",
  reads: { alerts: "Datadog" },
  wrappers: ["data", "data.attributes.incidents"],
  isReadable: (value) => isRow(rowOf(value)) || isMonitor(value),
  carry: "the id, type and attributes of a Datadog incident",
  expected: "a Datadog incident, impact or monitor event",
  read(value, line, options) {
    if (isMonitor(value)) return readMonitor(value, line, options);
    const row = recordAt({ row: rowOf(value) }, "row");
    const attributes = recordAt(row, "attributes");
    const id = textAt(row, "id");
    if (row.type === "incidents") return readIncident(attributes, id, line, options);
    if (row.type === "incident_impacts") return readImpact(attributes, id, line, options);
    if (row.type === "incident_timeline_cells") return readCell(attributes, id, line, options);
    return { context: `Task: ${textAt(attributes, "content")}` };
  },
});

function readIncident(attributes: JsonRecord, id: string | null, line: number, options: ParseOptions): Outcome {
  const stated = attributes.declared ?? attributes.created;
  const time = readInstant(stated, options);
  if (!time) return noTime("created", stated);
  const severity = textAt(valueAt(attributes, "fields.severity"), "value");
  const event = makeEvent({
    line,
    time,
    end: readInstant(attributes.resolved, options),
    kind: "declared",
    title: textAt(attributes, "title") ?? "Incident",
    body: paragraphs(
      textAt(valueAt(attributes, "fields.summary"), "value"),
      severity && severity !== "UNKNOWN" ? `Severity ${severity}` : null,
      textAt(attributes, "customer_impact_scope", "customerImpactScope"),
    ),
    actor: textAt(valueAt(attributes, "declared_by.data.attributes"), "name"),
    externalId: `incident:${id}`,
  });
  return { event };
}

function readImpact(attributes: JsonRecord, id: string | null, line: number, options: ParseOptions): Outcome {
  const time = readInstant(attributes.start_at, options);
  if (!time) return noTime("start_at", attributes.start_at);
  const event = makeEvent({
    line,
    time,
    end: readInstant(attributes.end_at, options),
    kind: "impact_started",
    title: textAt(attributes, "description") ?? "Impact",
    externalId: `impact:${id}`,
  });
  return { event };
}

function readCell(attributes: JsonRecord, id: string | null, line: number, options: ParseOptions): Outcome {
  const stated = attributes.display_time ?? attributes.created;
  const time = readInstant(stated, options);
  if (!time) return noTime("display_time", stated);
  const text =
    textAt(recordAt(attributes, "content"), "content", "message") ?? textAt(attributes, "cell_type") ?? "Entry";
  const event = makeEvent({ line, time, kind: "internal_update", ...titleAndBody(text), externalId: `cell:${id}` });
  return { event };
}

/** The body that Datadog's manual suggests. Its date is an epoch in ms. */
function readMonitor(delivery: JsonRecord, line: number, options: ParseOptions): Outcome {
  const stated = delivery.date ?? delivery.last_updated;
  if (/^\$/.test(String(stated)))
    return { reject: "This is a webhook template, not a delivery. Its variables aren't filled in." };
  const time = readInstant(stated, options);
  if (!time) return noTime("date", stated);
  const transition = textAt(delivery, "alert_transition", "alert_type") ?? "";
  const event = makeEvent({
    line,
    time,
    kind: /recover|success|no.?alert/i.test(transition) ? "alert_resolved" : "alert_fired",
    title: textAt(delivery, "title") ?? "Monitor",
    body: textAt(delivery, "body") ?? "",
    url: textAt(delivery, "url", "link"),
    externalId: `${textAt(delivery, "id", "monitor_id", "alert_id")}:${transition}@${time.at}`,
  });
  return { event };
}
