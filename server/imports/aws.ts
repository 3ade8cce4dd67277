import { alarmOf, readAlarm } from "./aws/alarm.ts";
import { isTrailRecord, readTrailRecord } from "./aws/cloudtrail.ts";
import { isBusEvent, readBusEvent } from "./aws/event-bridge.ts";
import type { Importer } from "./importer.ts";
import { jsonImporter } from "./kit/json-importer.ts";

/** AWS: CloudTrail records, CloudWatch alarms (through SNS too), and EventBridge events such as Health and CodeDeploy. */
export const awsImporter: Importer = jsonImporter({
  name: "aws",
  label: "AWS",
  letter: "W",
  wrappers: ["Records", "Events", "events"],
  isReadable: (value) => isTrailRecord(value) || isBusEvent(value) || alarmOf(value) !== null,
  carry: "what AWS writes: a trail record, an alarm or an event of the bus",
  refusal: "This is no CloudTrail record, CloudWatch alarm or EventBridge event.",
  read(value, line, options) {
    const alarm = alarmOf(value);
    if (alarm) return [readAlarm(alarm, line, options)];
    return [isTrailRecord(value) ? readTrailRecord(value, line, options) : readBusEvent(value, line, options)];
  },
});
