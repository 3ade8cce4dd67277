import { type KindRules, kindBy } from "#importers/base/first-match.ts";
import type { ParseOptions } from "#importers/base/importer.ts";
import { hasKeys, type JsonRecord, recordAt, textAt } from "#importers/base/values.ts";
import { paragraphs } from "#importers/base/words.ts";
import type { Outcome } from "#importers/kit/collect.ts";
import { makeEvent } from "#importers/kit/make-event.ts";
import { noTime } from "#importers/kit/no-time.ts";
import { readInstant } from "#importers/kit/read-instant.ts";

const KINDS: KindRules = [
  [/^(Get|List|Describe|Head|Lookup|Batch[A-Z]?Get|Query|Scan|ConsoleLogin|AssumeRole|Decrypt)/, "observation"],
  [/^(UpdateService|CreateDeployment|UpdateFunctionCode)/, "deploy_started"],
  [/^(Reboot|Restart)/, "restarted"],
];

export const isTrailRecord = (value: unknown): value is JsonRecord =>
  hasKeys(value, "eventTime", "eventName", "eventSource");

/** One call to AWS: who did what where, and whether it was refused. */
export function readTrailRecord(record: JsonRecord, line: number, options: ParseOptions): Outcome {
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
