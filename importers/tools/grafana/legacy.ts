import { hasKeys, isRecord, type JsonRecord, listAt, textAt } from "#importers/base/values.ts";
import { paragraphs } from "#importers/base/words.ts";
import type { Outcome } from "#importers/kit/collect.ts";
import { makeEvent } from "#importers/kit/make-event.ts";
import { UNKNOWN_TIME } from "#importers/kit/no-time.ts";

export const isLegacyAlert = (value: unknown): value is JsonRecord =>
  hasKeys(value, "ruleName", "state", "title") && hasKeys(value, "ruleId");

/** An alert of the old alerting. It states no time: the event is kept without one. */
export function readLegacyAlert(alert: JsonRecord, line: number): Outcome {
  const state = textAt(alert, "state") ?? "";
  const matches = listAt(alert, "evalMatches")
    .filter(isRecord)
    .map((match) => `${textAt(match, "metric") ?? "value"}: ${textAt(match, "value") ?? "none"}`);
  const event = makeEvent({
    line,
    time: UNKNOWN_TIME,
    kind: state === "ok" ? "alert_resolved" : "alert_fired",
    title: textAt(alert, "title", "ruleName") ?? "Alert",
    body: paragraphs(textAt(alert, "message"), matches.join("\n")),
    url: textAt(alert, "ruleUrl"),
  });
  return { event };
}
