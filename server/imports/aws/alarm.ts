import type { ParseOptions } from "../importer.ts";
import type { Outcome } from "../kit/collect.ts";
import { makeEvent } from "../kit/make-event.ts";
import { noTime } from "../kit/no-time.ts";
import { readInstant } from "../kit/read-instant.ts";
import { hasKeys, isRecord, type JsonRecord, recordAt, textAt } from "../kit/values.ts";
import { parseJson } from "../source/json-values.ts";

const isAlarm = (value: unknown): boolean => hasKeys(value, "AlarmName", "NewStateValue");

/** The alarm in a value: itself, or the message of an SNS notification as HTTP or Lambda receive it. */
export function alarmOf(value: unknown): JsonRecord | null {
  if (!isRecord(value)) return null;
  if (isAlarm(value)) return value;
  const notification = isRecord(value.Sns) ? value.Sns : value;
  const message = typeof notification.Message === "string" ? parseJson(notification.Message) : undefined;
  return isRecord(message) && isAlarm(message) ? message : null;
}

export function readAlarm(alarm: JsonRecord, line: number, options: ParseOptions): Outcome {
  const time = readInstant(alarm.StateChangeTime, options);
  if (!time) return noTime("StateChangeTime", alarm.StateChangeTime);
  const state = textAt(alarm, "NewStateValue") ?? "";
  const name = textAt(alarm, "AlarmName") ?? "Alarm";
  const event = makeEvent({
    line,
    time,
    kind: state === "ALARM" ? "alert_fired" : state === "OK" ? "alert_resolved" : "metric_shift",
    title: `${name}: ${state}`,
    body: textAt(alarm, "NewStateReason") ?? "",
    externalId: `${textAt(alarm, "AlarmArn") ?? name}:${state}@${time.at}`,
    services: [textAt(recordAt(alarm, "Trigger"), "Namespace")],
  });
  return { event };
}
