import { type KindRules, kindBy } from "#importers/base/first-match.ts";
import type { Importer, ParseOptions } from "#importers/base/importer.ts";
import { hasKeys, isRecord, type JsonRecord, recordAt, textAt } from "#importers/base/values.ts";
import { paragraphs, sentenceCase } from "#importers/base/words.ts";
import type { Outcome } from "#importers/kit/collect.ts";
import { jsonImporter } from "#importers/kit/json-importer.ts";
import { makeEvent } from "#importers/kit/make-event.ts";
import { noTime, UNKNOWN_TIME } from "#importers/kit/no-time.ts";
import { readInstant } from "#importers/kit/read-instant.ts";

const ISSUE_KINDS: KindRules = [
  [/^created|^unresolved/, "error_observed"],
  [/^resolved/, "alert_resolved"],
  [/^assigned/, "role_assigned"],
];

const SUBJECTS = ["event", "issue", "metric_alert", "error", "comment"] as const;

const isIssueRow = (value: unknown) => hasKeys(value, "firstSeen", "lastSeen", "shortId", "title");
const isDelivery = (value: unknown) =>
  hasKeys(value, "data", "installation") && isRecord(value.data) && SUBJECTS.some((key) => hasKeys(value.data, key));

/** Sentry: webhooks of issues, errors, alerts and comments, and issues of its API. */
export const sentryImporter: Importer = jsonImporter({
  name: "sentry",
  label: "Sentry",
  letter: "Y",
  reads: { alerts: "Sentry" },
  isReadable: (value) => isDelivery(value) || isIssueRow(value),
  carry: "an installation and an event, an issue or a comment",
  expected: "a Sentry webhook or issue",
  read(value, line, options) {
    if (isIssueRow(value)) return readIssue(value, "created", line, null, options);
    const data = recordAt(value, "data");
    const action = textAt(value, "action") ?? "";
    const actor = textAt(recordAt(value, "actor"), "name");
    if (hasKeys(data, "comment")) return readComment(data, action, line, actor, options);
    if (hasKeys(data, "issue")) return readIssue(recordAt(data, "issue"), action, line, actor, options);
    if (hasKeys(data, "metric_alert")) return readMetricAlert(data, action, line, options);
    return readError(hasKeys(data, "event") ? recordAt(data, "event") : recordAt(data, "error"), data, line, options);
  },
});

/** An issue's webhook contains when the issue was first seen, but not when someone resolved or assigned it. */
function readIssue(
  issue: JsonRecord,
  action: string,
  line: number,
  actor: string | null,
  options: ParseOptions,
): Outcome {
  const isFirst = action === "created" || action === "";
  const time = isFirst ? readInstant(issue.firstSeen, options) : UNKNOWN_TIME;
  if (!time) return noTime("firstSeen", issue.firstSeen);
  const title = textAt(issue, "title") ?? "Issue";
  const event = makeEvent({
    line,
    time,
    kind: kindBy(ISSUE_KINDS, action || "created", "internal_update"),
    title: isFirst ? title : `${sentenceCase(action)}: ${title}`,
    body: paragraphs(textAt(issue, "culprit"), textAt(issue, "shortId")),
    actor: isFirst ? null : actor,
    url: textAt(issue, "permalink", "web_url"),
    externalId: `issue:${textAt(issue, "id")}:${action || "created"}`,
    services: [textAt(recordAt(issue, "project"), "slug")],
  });
  return { event };
}

function readComment(
  data: JsonRecord,
  action: string,
  line: number,
  actor: string | null,
  options: ParseOptions,
): Outcome {
  const time = readInstant(data.timestamp, options);
  if (!time) return noTime("timestamp", data.timestamp);
  const event = makeEvent({
    line,
    time,
    kind: "internal_update",
    title: textAt(data, "comment") ?? "Comment",
    body: action && action !== "created" ? `The comment was ${action}.` : "",
    actor,
    externalId: `comment:${textAt(data, "comment_id")}:${action}`,
    services: [textAt(data, "project_slug")],
  });
  return { event };
}

function readMetricAlert(data: JsonRecord, action: string, line: number, options: ParseOptions): Outcome {
  const alert = recordAt(data, "metric_alert");
  const stated =
    action === "resolved" ? (alert.date_closed ?? alert.date_detected) : (alert.date_detected ?? alert.date_started);
  const time = readInstant(stated, options);
  if (!time) return noTime("date_detected", stated);
  const event = makeEvent({
    line,
    time,
    kind: action === "resolved" ? "alert_resolved" : "alert_fired",
    title: textAt(data, "description_title") ?? textAt(alert, "title") ?? "Metric alert",
    body: textAt(data, "description_text") ?? "",
    url: textAt(data, "web_url"),
    externalId: `metric:${textAt(alert, "id", "identifier")}:${action}@${time.at}`,
  });
  return { event };
}

function readError(error: JsonRecord, data: JsonRecord, line: number, options: ParseOptions): Outcome {
  const stated = error.datetime ?? error.timestamp ?? error.received;
  const time = readInstant(stated, options);
  if (!time) return noTime("datetime", stated);
  const rule = textAt(data, "triggered_rule");
  const event = makeEvent({
    line,
    time,
    kind: "error_observed",
    title: textAt(error, "title", "message") ?? "Error",
    body: paragraphs(textAt(error, "culprit"), rule ? `Rule: ${rule}` : null),
    url: textAt(error, "web_url"),
    externalId: `event:${textAt(error, "event_id")}`,
    services: [textAt(error, "project_slug", "environment")],
  });
  return { event };
}
