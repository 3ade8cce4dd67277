import type { Importer, ParseOptions, SourceText } from "#importers/base/importer.ts";
import { hasKeys, isRecord, type JsonRecord, listAt, recordAt, textAt } from "#importers/base/values.ts";
import { oneLine, paragraphs, sentenceCase } from "#importers/base/words.ts";
import type { Outcome } from "#importers/kit/collect.ts";
import {
  collect,
  explainShare,
  type Outcomes,
  openList,
  recordsOf,
  type SourceRecord,
  shareOf,
} from "#importers/kit/collect.ts";
import { foldRepeats } from "#importers/kit/fold-repeats.ts";
import { makeEvent } from "#importers/kit/make-event.ts";
import { readInstant } from "#importers/kit/read-instant.ts";
import { refuseRecord } from "#importers/kit/refuse-record.ts";
import { isIncident, isNote, readIncidentWhole, readNote } from "./pagerduty/incident.ts";
import { kindOfPagerDuty } from "./pagerduty/kinds.ts";
import { incidentTitle, isLogEntry, readLogEntry } from "./pagerduty/log-entry.ts";

/** A delivery of version 3: one event. */
function isWebhook(value: unknown): value is JsonRecord {
  return isRecord(value) && hasKeys(value.event, "event_type", "occurred_at", "data");
}

function readWebhook(delivery: JsonRecord, line: number, options: ParseOptions): Outcome {
  const event = recordAt(delivery, "event");
  const data = recordAt(event, "data");
  const type = textAt(event, "event_type") ?? "";
  if (type === "pagey.ping") return { context: "A test delivery of PagerDuty." };
  const time = readInstant(event.occurred_at, options);
  if (!time) return { reject: `occurred_at isn't a time: ${oneLine(String(event.occurred_at), 60)}.` };
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

/** Responses of the REST API have their rows under one of these keys, and webhooks of version 2 under `messages`. */
const LISTS = ["log_entries", "incidents", "alerts", "notes", "messages"] as const;
const SINGLES = ["log_entry", "incident", "alert", "note"] as const;

/** PagerDuty: log entries and incidents of the REST API, and webhooks of versions 3 and 2. */
export const pagerdutyImporter: Importer = {
  name: "pagerduty",
  label: "PagerDuty",
  letter: "P",
  reads: { alerts: "PagerDuty" },
  detect: (source) => (source.json === undefined ? 0 : 0.98 * shareOf(open(source), isReadable)),
  explain: (source) =>
    explainShare(open(source), isReadable, "what PagerDuty writes: a log entry, a webhook or an incident"),
  parse: (source, options) => {
    const result = collect(open(source), (record) => read(record, options));
    return foldRepeats(result, (candidate, kept) => candidate.endAt !== null && kept.endAt === null);
  },
};

/** Returns the rows of every wrapper. A row that isn't a wrapper is kept. */
function open(source: SourceText): SourceRecord[] {
  const alone = !Array.isArray(source.json);
  return recordsOf(source)
    .flatMap((record) => openWrapper(record, alone))
    .flatMap((record) => openWrapper(record, false));
}

function openWrapper(record: SourceRecord, alone: boolean): SourceRecord[] {
  if (!isRecord(record.value) || isReadable(record.value)) return [record];
  const key = LISTS.find((name) => listAt(record.value, name).some(mayHoldRows));
  if (key) return openList(record, listAt(record.value, key), alone);
  const single = SINGLES.find((name) => isReadable((record.value as JsonRecord)[name]));
  return single ? [{ line: record.line, value: record.value[single] }] : [record];
}

const isReadable = (value: unknown) => isLogEntry(value) || isWebhook(value) || isIncident(value) || isNote(value);
const mayHoldRows = (value: unknown) => isReadable(value) || listAt(value, "log_entries").some(isLogEntry);

function read({ line, value }: SourceRecord, options: ParseOptions): Outcomes {
  if (isWebhook(value)) return readWebhook(value, line, options);
  if (isLogEntry(value)) return readLogEntry(value, line, options);
  if (isIncident(value)) return readIncidentWhole(value, line, options);
  if (isNote(value)) return readNote(value, line, options);
  return {
    reject: refuseRecord(value, "a PagerDuty log entry, webhook or incident"),
  };
}
