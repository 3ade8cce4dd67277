import type { Importer } from "#importers/base/importer.ts";
import { jsonImporter } from "#importers/kit/json-importer.ts";
import { alarmOf, hasAlarm, readAlarm } from "./aws/alarm.ts";
import { isTrailRecord, readTrailRecord } from "./aws/cloudtrail.ts";
import { isBusEvent, readBusEvent } from "./aws/event-bridge.ts";

/** AWS: CloudTrail records, CloudWatch alarms (through SNS too), and EventBridge events such as Health and CodeDeploy. */
export const awsImporter: Importer = jsonImporter({
  name: "aws",
  label: "AWS",
  letter: "W",
  wrappers: ["Records", "Events", "events"],
  isReadable: (value) => isTrailRecord(value) || isBusEvent(value) || hasAlarm(value),
  carry: "what AWS writes: a trail record, an alarm or an event of the bus",
  refusal: "This is no CloudTrail record, CloudWatch alarm or EventBridge event.",
  read(value, line, options) {
    if (hasAlarm(value)) {
      const alarm = alarmOf(value);
      return alarm
        ? readAlarm(alarm, line, options)
        : { reject: "The message of this notification is no whole alarm." };
    }
    return isTrailRecord(value) ? readTrailRecord(value, line, options) : readBusEvent(value, line, options);
  },
});
