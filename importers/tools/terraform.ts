import type { Importer } from "#importers/base/importer.ts";
import { hasKeys, isRecord, type JsonRecord, listAt, textAt } from "#importers/base/values.ts";
import { sentenceCase } from "#importers/base/words.ts";
import type { Outcome } from "#importers/kit/collect.ts";
import { jsonImporter } from "#importers/kit/json-importer.ts";
import { makeEvent } from "#importers/kit/make-event.ts";
import { noTime } from "#importers/kit/no-time.ts";
import { readInstant, type StatedTime } from "#importers/kit/read-instant.ts";

/** HCP Terraform and Terraform Enterprise: notifications of a run. */
export const terraformImporter: Importer = jsonImporter({
  name: "terraform",
  label: "Terraform",
  letter: "T",
  reads: { changes: "Terraform" },
  isReadable: (value) => hasKeys(value, "run_id", "notifications", "workspace_name"),
  carry: "run_id, workspace_name and notifications",
  expected: "a notification of a Terraform run",
  read(delivery, line, options) {
    const made = readInstant(delivery.run_created_at, options);
    const outcomes = listAt(delivery, "notifications")
      .filter(isRecord)
      .map((notification): Outcome => {
        const stated = notification.run_updated_at ?? delivery.run_created_at;
        const time = readInstant(stated, options);
        const trigger = textAt(notification, "trigger") ?? "";
        if (!time && trigger === "verification") return { context: "A test delivery of Terraform." };
        if (!time) return noTime("run_updated_at", stated);
        const status = textAt(notification, "run_status") ?? trigger;
        const event = makeEvent({
          line,
          time,
          kind: "infra_change",
          title: `Terraform run in ${textAt(delivery, "workspace_name")}: ${sentenceCase(status).toLowerCase()}`,
          body: textAt(delivery, "run_message") ?? "",
          actor: textAt(notification, "run_updated_by") ?? textAt(delivery, "run_created_by"),
          url: textAt(delivery, "run_url"),
          externalId: `${textAt(delivery, "run_id")}:${status}@${time.at}`,
          services: [textAt(delivery, "workspace_name")],
        });
        return { event };
      });
    const isTold = outcomes.some((one) => !("event" in one) || one.event.at === made?.at);
    return isTold || !made ? outcomes : [readCreation(delivery, line, made), ...outcomes];
  },
});

/** A delivery about a later step also contains the start of the run. */
function readCreation(delivery: JsonRecord, line: number, time: StatedTime): Outcome {
  const event = makeEvent({
    line,
    time,
    kind: "infra_change",
    title: `Terraform run in ${textAt(delivery, "workspace_name")}: created`,
    body: textAt(delivery, "run_message") ?? "",
    actor: textAt(delivery, "run_created_by"),
    url: textAt(delivery, "run_url"),
    externalId: `${textAt(delivery, "run_id")}:created@${time.at}`,
    services: [textAt(delivery, "workspace_name")],
  });
  return { event };
}
