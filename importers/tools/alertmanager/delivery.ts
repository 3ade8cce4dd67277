import type { NormalizedEvent, ParseOptions } from "#importers/base/importer.ts";
import { hasKeys, isRecord, type JsonRecord, listAt, recordAt, textAt } from "#importers/base/values.ts";
import { oneLine, paragraphs } from "#importers/base/words.ts";
import { type Outcome, type Outcomes, openList, type SourceRecord } from "#importers/kit/collect.ts";
import { makeEvent } from "#importers/kit/make-event.ts";
import { readInstant } from "#importers/kit/read-instant.ts";

const SERVICE_LABELS = ["service", "service_name", "app", "application", "job"];
const TITLE_ANNOTATIONS = ["summary", "title", "message"];

/** Returns whether a value is a delivery of Alertmanager, even one without alerts. */
export function isDelivery(value: unknown): value is JsonRecord {
  if (!isRecord(value) || !Array.isArray(value.alerts)) return false;
  return value.alerts.length === 0 ? hasKeys(value, "groupKey", "receiver") : value.alerts.some(isAlert);
}

/** Returns whether a value is an alert with labels and a start. */
export function isAlert(value: unknown): value is JsonRecord {
  return isRecord(value) && isRecord(value.labels) && (hasKeys(value, "startsAt") || hasKeys(value, "activeAt"));
}

/** Every alert of a delivery is an event. */
export function readDelivery(
  record: SourceRecord,
  delivery: JsonRecord,
  alone: boolean,
  options: ParseOptions,
): Outcomes {
  const alerts = openList(record, listAt(delivery, "alerts"), alone);
  if (alerts.length === 0) return { context: "A delivery without alerts." };
  return alerts.map((alert) =>
    isAlert(alert.value)
      ? readAlert(alert, alert.value, delivery, options)
      : { reject: `Alert ${alert.line} of the delivery has no labels or no startsAt.`, part: alert },
  );
}

/** Reads one alert of a delivery. An alert without a valid time is rejected. */
export function readAlert(
  record: SourceRecord,
  alert: JsonRecord,
  delivery: JsonRecord,
  options: ParseOptions,
): Outcome {
  const labels = recordAt(alert, "labels");
  const startsAt = alert.startsAt ?? alert.activeAt;
  const time = readInstant(startsAt, options);
  if (!time) return { reject: `The alert's startsAt isn't a time: ${oneLine(String(startsAt), 60)}.`, part: record };
  const annotations = recordAt(alert, "annotations");
  const name = textAt(labels, "alertname") ?? textAt(alert, "name");
  const summary =
    textAt(annotations, ...TITLE_ANNOTATIONS) ?? textAt(recordAt(delivery, "commonAnnotations"), ...TITLE_ANNOTATIONS);
  const instance = textAt(labels, "instance", "pod", "host");
  const event = makeEvent({
    line: record.line,
    time,
    end: isResolved(alert, delivery) ? readInstant(alert.endsAt, options) : null,
    kind: "alert_fired",
    title: summary
      ? [name, summary].filter(Boolean).join(": ")
      : `${name ?? "Alert"}${instance ? ` on ${instance}` : ""}`,
    body: paragraphs(textAt(annotations, "description"), listLabels(labels)),
    url: textAt(alert, "generatorURL") ?? textAt(delivery, "externalURL"),
    externalId: `${textAt(alert, "fingerprint") ?? labelKey(labels)}@${time.at ?? time.statedText}`,
    services: [textAt(labels, ...SERVICE_LABELS)],
  });
  return { event };
}

/** Alerts of a delivery have their own status. Old and hand-made ones have only the group's. */
function isResolved(alert: JsonRecord, delivery: JsonRecord): boolean {
  const status = textAt(alert, "status") ?? textAt(delivery, "status");
  return status === "resolved";
}

function listLabels(labels: JsonRecord): string {
  const pairs = Object.keys(labels)
    .sort()
    .map((key) => `${key}=${textAt(labels, key) ?? ""}`);
  return oneLine(pairs.join(", "), 2000);
}

/** A substitute for the fingerprint: a hash of the same labels. */
function labelKey(labels: JsonRecord): string {
  return Object.keys(labels)
    .sort()
    .map((key) => `${key}=${textAt(labels, key) ?? ""}`)
    .join(",")
    .slice(0, 300);
}

/** Of two deliveries of one alert, the one with an end is better, then the one with the later end. */
export function knowsMore(candidate: NormalizedEvent, kept: NormalizedEvent): boolean {
  return candidate.endAt !== null && (kept.endAt === null || candidate.endAt > kept.endAt);
}
