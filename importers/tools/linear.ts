import type { Importer } from "#importers/base/importer.ts";
import { hasKeys, isRecord, recordAt, textAt } from "#importers/base/values.ts";
import { oneLine, paragraphs, sentenceCase } from "#importers/base/words.ts";
import { jsonImporter } from "#importers/kit/json-importer.ts";
import { makeEvent } from "#importers/kit/make-event.ts";
import { noTime } from "#importers/kit/no-time.ts";
import { readInstant } from "#importers/kit/read-instant.ts";

/** Linear: webhooks of issues, comments and projects. */
export const linearImporter: Importer = jsonImporter({
  name: "linear",
  label: "Linear",
  letter: "L",
  reads: { incidents: "Linear" },
  isReadable: (value) => hasKeys(value, "action", "data", "type", "organizationId") && isRecord(value.data),
  carry: "an action, a type and the data of Linear",
  expected: "a Linear webhook",
  read(delivery, line, options) {
    const data = recordAt(delivery, "data");
    const stated = delivery.createdAt ?? data.updatedAt ?? data.createdAt;
    const time = readInstant(stated, options);
    if (!time) return noTime("createdAt", stated);
    const [type, action] = [textAt(delivery, "type") ?? "Issue", textAt(delivery, "action") ?? "update"];
    const subject = textAt(data, "title", "name") ?? oneLine(textAt(data, "body") ?? "", 120);
    const event = makeEvent({
      line,
      time,
      kind: "internal_update",
      title:
        type === "Comment" ? subject || "Comment" : `${sentenceCase(type)} ${action.replace(/e?$/, "ed")}: ${subject}`,
      body: paragraphs(textAt(data, "description"), textAt(recordAt(data, "state"), "name")),
      actor: textAt(recordAt(delivery, "actor"), "name"),
      url: textAt(delivery, "url"),
      externalId: `${textAt(data, "id")}:${action}@${time.at}`,
    });
    return { event };
  },
});
