import type { Importer, ParseOptions } from "#importers/base/importer.ts";
import { hasKeys, isRecord, type JsonRecord, recordAt, textAt, valueAt } from "#importers/base/values.ts";
import { paragraphs } from "#importers/base/words.ts";
import type { Outcome } from "#importers/kit/collect.ts";
import { jsonImporter } from "#importers/kit/json-importer.ts";
import { makeEvent } from "#importers/kit/make-event.ts";
import { noTime } from "#importers/kit/no-time.ts";
import { readInstant } from "#importers/kit/read-instant.ts";

const TYPES = ["incidents", "incident_events", "incident_action_items"] as const;

const isResource = (value: unknown) =>
  hasKeys(value, "id", "type", "attributes") &&
  isRecord(value.attributes) &&
  TYPES.some((type) => type === value.type) &&
  (hasKeys(value.attributes, "sequential_id") ||
    hasKeys(value.attributes, "occurred_at") ||
    hasKeys(value.attributes, "incident_id"));

/** Rootly: incidents, timeline events and action items of its API (JSON:API), and its webhooks. */
export const rootlyImporter: Importer = jsonImporter({
  name: "rootly",
  label: "Rootly",
  letter: "R",
  reads: { incidents: "Rootly" },
  certainty: 0.96,
  wrappers: ["data"],
  isReadable: isResource,
  carry: "an id, a type and the attributes of Rootly",
  expected: "a Rootly incident, event or action item",
  read(resource, line, options) {
    const attributes = recordAt(resource, "attributes");
    const id = textAt(resource, "id");
    if (resource.type === "incident_events") return readEvent(attributes, id, line, options);
    if (resource.type === "incidents") return readIncident(attributes, id, line, options);
    return {
      context: `Action item: ${textAt(attributes, "summary", "description")} (${textAt(attributes, "status")})`,
    };
  },
});

function readEvent(attributes: JsonRecord, id: string | null, line: number, options: ParseOptions): Outcome {
  const stated = attributes.occurred_at ?? attributes.created_at;
  const time = readInstant(stated, options);
  if (!time) return noTime("occurred_at", stated);
  const event = makeEvent({
    line,
    time,
    kind: "observation",
    title: textAt(attributes, "event_raw", "event") ?? "Event",
    actor: textAt(attributes, "user_display_name"),
    externalId: `event:${id}`,
  });
  return { event };
}

function readIncident(attributes: JsonRecord, id: string | null, line: number, options: ParseOptions): Outcome {
  const stated = attributes.started_at ?? attributes.created_at;
  const time = readInstant(stated, options);
  if (!time) return noTime("started_at", stated);
  const event = makeEvent({
    line,
    time,
    end: readInstant(attributes.resolved_at, options),
    kind: "declared",
    title: textAt(attributes, "title") ?? "Incident",
    body: paragraphs(textAt(attributes, "summary"), textAt(valueAt(attributes, "severity.data.attributes"), "name")),
    actor: textAt(valueAt(attributes, "started_by.data.attributes"), "name", "full_name"),
    url: textAt(attributes, "url"),
    externalId: `incident:${id}`,
  });
  return { event };
}
