import type { ParseOptions } from "#importers/base/importer.ts";
import { hasKeys, isRecord, type JsonRecord, recordAt, textAt } from "#importers/base/values.ts";
import { oneLine, paragraphs, sentenceCase } from "#importers/base/words.ts";
import type { Outcome } from "#importers/kit/collect.ts";
import { makeEvent } from "#importers/kit/make-event.ts";
import { readInstant } from "#importers/kit/read-instant.ts";
import { kindOfPagerDuty } from "./kinds.ts";
import { incidentTitle } from "./log-entry.ts";

/** A delivery of version 3: one event. */
export function isWebhook(value: unknown): value is JsonRecord {
  return isRecord(value) && hasKeys(value.event, "event_type", "occurred_at", "data");
}

export function readWebhook(delivery: JsonRecord, line: number, options: ParseOptions): Outcome {
  const event = recordAt(delivery, "event");
  const data = recordAt(event, "data");
  const type = textAt(event, "event_type") ?? "";
  if (type === "pagey.ping") return { context: "A test delivery of PagerDuty." };
  const time = readInstant(event.occurred_at, options);
  if (!time) return { reject: `occurred_at is no time: ${oneLine(String(event.occurred_at), 60)}.` };
  const agent = recordAt(event, "agent");
  const [resource = "incident", ...verbParts] = type.split(".");
  const verb = verbParts.join(".") || resource;
  const subject =
    textAt(data, "title", "name") ?? incidentTitle(textAt(recordAt(data, "incident"), "summary", "title"));
  const what = sentenceCase(resource === "incident" ? verb : type);
  return {
    event: makeEvent({
      line,
      time,
      kind:
        resource === "service"
          ? "config_changed"
          : kindOfPagerDuty(verb, textAt(agent, "type")?.startsWith("user") ?? false),
      title: subject ? `${what}: ${subject}` : what,
      body: paragraphs(
        textAt(data, "content", "message", "body"),
        labelled("Urgency", textAt(data, "urgency")),
        labelled("Priority", textAt(recordAt(data, "priority"), "summary")),
        labelled("Responder", textAt(recordAt(data, "user"), "summary")),
        labelled("Reason", textAt(recordAt(data, "resolve_reason"), "type")),
      ),
      actor: textAt(agent, "summary", "name"),
      url: textAt(data, "html_url") ?? textAt(recordAt(data, "incident"), "html_url"),
      externalId: textAt(event, "id"),
      services: [textAt(recordAt(data, "service"), "summary")],
    }),
  };
}

function labelled(label: string, value: string | null): string | null {
  return value === null ? null : `${label}: ${value}`;
}
