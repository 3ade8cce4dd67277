import type { Importer } from "#importers/base/importer.ts";
import { hasKeys, isRecord, type JsonRecord, listAt, textAt } from "#importers/base/values.ts";
import { paragraphs } from "#importers/base/words.ts";
import type { Outcome } from "#importers/kit/collect.ts";
import { collect, explainShare, recordsOf, shareOf } from "#importers/kit/collect.ts";
import { foldRepeats } from "#importers/kit/fold-repeats.ts";
import { makeEvent } from "#importers/kit/make-event.ts";
import { UNKNOWN_TIME } from "#importers/kit/no-time.ts";
import { isDelivery, knowsMore, readDelivery } from "./alertmanager/delivery.ts";

const isLegacyAlert = (value: unknown): value is JsonRecord =>
  hasKeys(value, "ruleName", "state", "title") && hasKeys(value, "ruleId");

/** An alert of the old alerting. It has no time, so the event is kept without one. */
function readLegacyAlert(alert: JsonRecord, line: number): Outcome {
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

/** Grafana: webhooks of unified alerting, which extend Alertmanager's format, and of the alerting before version 9. */
export const grafanaImporter: Importer = {
  name: "grafana",
  label: "Grafana",
  letter: "F",
  reads: { alerts: "Grafana" },
  detect: (source) => (source.json === undefined ? 0 : 0.98 * shareOf(recordsOf(source), isReadable)),
  explain: (source) => explainShare(recordsOf(source), isReadable, "alerts as Grafana sends them"),
  parse(source, options) {
    const alone = !Array.isArray(source.json);
    const result = collect(recordsOf(source), (record) => {
      if (isUnified(record.value)) return readDelivery(record, record.value, alone, options);
      if (isLegacyAlert(record.value)) return readLegacyAlert(record.value, record.line);
      return { reject: "This isn't a Grafana webhook." };
    });
    return foldRepeats(result, knowsMore);
  },
};

function isUnified(value: unknown): value is Record<string, unknown> {
  return (
    isRecord(value) &&
    isDelivery(value) &&
    (Object.hasOwn(value, "orgId") || (Object.hasOwn(value, "truncatedAlerts") && Object.hasOwn(value, "title")))
  );
}

const isReadable = (value: unknown) => isUnified(value) || isLegacyAlert(value);
