import type { ParseOptions } from "#importers/base/importer.ts";
import { hasKeys, isRecord, type JsonRecord, recordAt, textAt } from "#importers/base/values.ts";
import type { Outcome } from "#importers/kit/collect.ts";
import { makeEvent } from "#importers/kit/make-event.ts";
import { noTime } from "#importers/kit/no-time.ts";
import { readInstant } from "#importers/kit/read-instant.ts";
import { parseJson } from "#importers/source/json-values.ts";

const isAlarm = (value: unknown): boolean => hasKeys(value, "AlarmName", "NewStateValue");

/** What SNS carries as HTTP or Lambda receive it: the text of its message. */
function messageOf(value: JsonRecord): string | null {
  const { Message } = isRecord(value.Sns) ? value.Sns : value;
  return typeof Message === "string" ? Message : null;
}

/** Whether a value is an alarm or a notification of one; the text in a notification is not parsed for that. */
export function hasAlarm(value: unknown): boolean {
  if (isAlarm(value)) return true;
  const message = isRecord(value) ? messageOf(value) : null;
  return message?.includes('"AlarmName"') === true && message.includes('"NewStateValue"');
}

/** The alarm in a value for which `hasAlarm` holds; null where the message of a notification is cut off or no JSON. */
export function alarmOf(value: JsonRecord): JsonRecord | null {
  const alarm = isAlarm(value) ? value : parseJson(messageOf(value) ?? "");
  return isRecord(alarm) && isAlarm(alarm) ? alarm : null;
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
