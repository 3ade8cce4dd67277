import { type KindRules, kindBy } from "#importers/base/first-match.ts";
import type { ParseOptions } from "#importers/base/importer.ts";
import { hasKeys, isRecord, type JsonRecord, listAt, recordAt, textAt } from "#importers/base/values.ts";
import { paragraphs } from "#importers/base/words.ts";
import { readLogIn } from "#importers/json/read-record.ts";
import type { Outcomes } from "#importers/kit/collect.ts";
import { makeEvent } from "#importers/kit/make-event.ts";
import { noTime } from "#importers/kit/no-time.ts";
import { readInstant } from "#importers/kit/read-instant.ts";
import { parseJson } from "#importers/source/json-values.ts";

const KINDS: KindRules = [
  [/alarm state.*\bOK$/i, "alert_resolved"],
  [/alarm state/i, "alert_fired"],
  [/health/i, "dependency_event"],
  [/(deployment|pipeline|build).*(start|in_progress|created|submitted)/i, "deploy_started"],
  [/deployment|pipeline|build/i, "deploy_finished"],
  [/auto ?scaling|scal/i, "scaled"],
];

/** An EventBridge event, including the form of `put-events`: with capital letters, and the detail as a string. */
export const isBusEvent = (value: unknown): value is JsonRecord =>
  hasKeys(value, "detail-type", "source", "detail") || hasKeys(value, "DetailType", "Source", "Detail");

/** Reads an EventBridge event, or the steps that it lists. A build lists all its phases each time one is over. */
export function readBusEvent(value: JsonRecord, line: number, options: ParseOptions): Outcomes {
  const detail = detailOf(value);
  const type = textAt(value, "detail-type", "DetailType") ?? "Event";
  const stated = textAt(value, "time", "Time");
  const time = readInstant(stated, options) ?? readInstant(textAt(detail, "startTime", "eventTime"), options);
  if (!time) return noTime("time", stated);
  const state = textAt(detail, "state", "status") ?? textAt(recordAt(detail, "state"), "value");
  const subject =
    textAt(
      detail,
      "application",
      "project-name",
      "alarmName",
      "eventTypeCode",
      "pipeline",
      "deploymentId",
      "service",
    ) ?? textAt(detail, "Message", "message");
  // A time without a time zone, `Sep 1, 2017 4:12:29 PM`, is in UTC, as is the time of the event.
  const steps = readLogIn(detail, { line, options: { ...options, zone: "UTC" }, subject: subject ?? type });
  if (steps.length > 0) return steps;
  const isHealth = hasKeys(detail, "eventTypeCode");
  const event = makeEvent({
    line,
    time,
    end: isHealth ? readInstant(detail.endTime, options) : null,
    kind: kindBy(KINDS, `${type} ${state ?? ""}`, "infra_change"),
    title: `${type}${subject === null ? "" : `: ${subject}`}${state === null ? "" : `: ${state}`}`,
    body: paragraphs(wordsOf(detail), resourcesOf(value)),
    externalId: textAt(value, "id") ?? `${textAt(detail, "eventArn", "deploymentId") ?? type}@${time.at}`,
    services: [textAt(detail, "service", "application")],
  });
  return { event };
}

function detailOf(value: JsonRecord): JsonRecord {
  const detail = value.detail ?? value.Detail;
  const parsed = typeof detail === "string" ? parseJson(detail) : detail;
  return isRecord(parsed) ? parsed : {};
}

function resourcesOf(value: JsonRecord): string {
  const resources = listAt(value, "resources");
  return resources.length === 0 ? "" : resources.filter((one) => typeof one === "string").join("\n");
}

const wordsOf = (detail: JsonRecord) =>
  textAt(listAt(detail, "eventDescription")[0], "latestDescription") ?? textAt(detail, "message", "Message");
