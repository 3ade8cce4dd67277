import { type KindRules, kindBy } from "#importers/base/first-match.ts";
import type { Importer } from "#importers/base/importer.ts";
import { hasKeys, isRecord, type JsonRecord, listAt, textAt } from "#importers/base/values.ts";
import { sentenceCase } from "#importers/base/words.ts";
import { jsonImporter } from "#importers/kit/json-importer.ts";
import { makeEvent } from "#importers/kit/make-event.ts";
import { noTime } from "#importers/kit/no-time.ts";
import { readInstant } from "#importers/kit/read-instant.ts";

const KINDS: KindRules = [
  [/^trigger/i, "alert_fired"],
  [/^ack/i, "acknowledged"],
  [/^resolve|^recover/i, "alert_resolved"],
  [/^(reroute|escalat)/i, "escalated"],
];

/** Splunk On-Call (formerly VictorOps): incidents of its API with their transitions. */
export const splunkOnCallImporter: Importer = jsonImporter({
  name: "splunk_on_call",
  label: "Splunk On-Call",
  letter: "V",
  reads: { alerts: "Splunk On-Call" },
  wrappers: ["incidents"],
  isReadable: (value) => hasKeys(value, "incidentNumber", "currentPhase"),
  carry: "incidentNumber and currentPhase",
  expected: "a Splunk On-Call incident",
  read(incident, line, options) {
    const transitions = listAt(incident, "transitions").filter(isRecord);
    const steps: JsonRecord[] =
      transitions.length > 0 ? transitions : [{ name: "triggered", at: incident.startTime ?? incident.lastAlertTime }];
    const subject = textAt(incident, "entityDisplayName", "entityId", "service") ?? "incident";
    return steps.map((step) => {
      const time = readInstant(step.at, options);
      if (!time) return noTime("The transition's at", step.at);
      const name = textAt(step, "name") ?? "changed";
      return {
        event: makeEvent({
          line,
          time,
          kind: kindBy(KINDS, name, "internal_update"),
          title: `${sentenceCase(name)}: ${subject}`,
          body: textAt(step, "message", "manually") ?? "",
          actor: textAt(step, "by"),
          url: textAt(incident, "incidentLink"),
          externalId: `${textAt(incident, "incidentNumber")}:${name}@${time.at}`,
          services: [textAt(incident, "service")],
        }),
      };
    });
  },
});
