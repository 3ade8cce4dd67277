import { type KindRules, kindBy } from "#importers/base/first-match.ts";
import type { Importer, ParseOptions } from "#importers/base/importer.ts";
import { hasKeys, isRecord, type JsonRecord, recordAt, textAt } from "#importers/base/values.ts";
import { paragraphs } from "#importers/base/words.ts";
import type { Outcome } from "#importers/kit/collect.ts";
import { jsonImporter } from "#importers/kit/json-importer.ts";
import { makeEvent } from "#importers/kit/make-event.ts";
import { noTime } from "#importers/kit/no-time.ts";
import { readInstant } from "#importers/kit/read-instant.ts";
import { parseJson } from "#importers/source/json-values.ts";
import { isBusEvent, readBusEvent } from "./aws/event-bridge.ts";

const KINDS: KindRules = [
  [/^(Get|List|Describe|Head|Lookup|Batch[A-Z]?Get|Query|Scan|ConsoleLogin|AssumeRole|Decrypt)/, "observation"],
  [/^(UpdateService|CreateDeployment|UpdateFunctionCode)/, "deploy_started"],
  [/^(Reboot|Restart)/, "restarted"],
];

const isTrailRecord = (value: unknown): value is JsonRecord => hasKeys(value, "eventTime", "eventName", "eventSource");

/** One call to AWS: who did what where, and whether it was denied. */
function readTrailRecord(record: JsonRecord, line: number, options: ParseOptions): Outcome {
  const time = readInstant(record.eventTime, options);
  if (!time) return noTime("eventTime", record.eventTime);
  const name = textAt(record, "eventName") ?? "Call";
  const service = (textAt(record, "eventSource") ?? "").replace(/\.amazonaws\.com$/, "");
  const error = textAt(record, "errorCode");
  const identity = recordAt(record, "userIdentity");
  const event = makeEvent({
    line,
    time,
    kind: kindBy(KINDS, name, "infra_change"),
    title: `${name} (${service})${error ? `: ${error}` : ""}`,
    body: paragraphs(
      textAt(record, "errorMessage"),
      [textAt(record, "awsRegion"), textAt(record, "sourceIPAddress")].filter((part) => part !== null).join(", "),
    ),
    actor: textAt(identity, "userName", "arn", "invokedBy", "principalId"),
    externalId: textAt(record, "eventID"),
    services: [service || null],
  });
  return { event };
}

const isAlarm = (value: unknown): boolean => hasKeys(value, "AlarmName", "NewStateValue");

/** Opens what HTTP endpoints and Lambda receive from SNS: the text of its message. */
function messageOf(value: JsonRecord): string | null {
  const { Message } = isRecord(value.Sns) ? value.Sns : value;
  return typeof Message === "string" ? Message : null;
}

/** Returns whether a value is an alarm or a notification of one. The text in a notification isn't parsed. */
function hasAlarm(value: unknown): boolean {
  if (isAlarm(value)) return true;
  const message = isRecord(value) ? messageOf(value) : null;
  return message?.includes('"AlarmName"') === true && message.includes('"NewStateValue"');
}

/**
 * Returns the alarm in a value that passes `hasAlarm`. Null if the message of a notification is incomplete or not JSON.
 */
function alarmOf(value: JsonRecord): JsonRecord | null {
  const alarm = isAlarm(value) ? value : parseJson(messageOf(value) ?? "");
  return isRecord(alarm) && isAlarm(alarm) ? alarm : null;
}

function readAlarm(alarm: JsonRecord, line: number, options: ParseOptions): Outcome {
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

/**
 * AWS: CloudTrail records, CloudWatch alarms (also through SNS), and EventBridge events such as Health and CodeDeploy.
 */
export const awsImporter: Importer = jsonImporter({
  name: "aws",
  label: "AWS",
  letter: "W",
  reads: { alerts: "CloudWatch", changes: "AWS CloudTrail" },
  wrappers: ["Records", "Events", "events"],
  isReadable: (value) => isTrailRecord(value) || isBusEvent(value) || hasAlarm(value),
  carry: "what AWS writes: a trail record, an alarm or an event of the bus",
  expected: "a CloudTrail record, CloudWatch alarm or EventBridge event",
  read(value, line, options) {
    if (hasAlarm(value)) {
      const alarm = alarmOf(value);
      return alarm
        ? readAlarm(alarm, line, options)
        : { reject: "The message of this notification isn't a complete alarm." };
    }
    return isTrailRecord(value) ? readTrailRecord(value, line, options) : readBusEvent(value, line, options);
  },
});
