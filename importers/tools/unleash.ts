import { type KindRules, kindBy } from "#importers/base/first-match.ts";
import type { Importer } from "#importers/base/importer.ts";
import { hasKeys, textAt } from "#importers/base/values.ts";
import { sentenceCase } from "#importers/base/words.ts";
import { jsonImporter } from "#importers/kit/json-importer.ts";
import { makeEvent } from "#importers/kit/make-event.ts";
import { noTime } from "#importers/kit/no-time.ts";
import { readInstant } from "#importers/kit/read-instant.ts";

const KINDS: KindRules = [
  [/^feature-environment-disabled/, "flag_off"],
  [/^feature/, "flag_changed"],
];

/** Unleash: events of its API and its webhooks. */
export const unleashImporter: Importer = jsonImporter({
  name: "unleash",
  label: "Unleash",
  letter: "U",
  reads: { changes: "Unleash" },
  wrappers: ["events", "event"],
  isReadable: (value) =>
    hasKeys(value, "type", "createdBy", "createdAt") && (hasKeys(value, "featureName") || hasKeys(value, "project")),
  carry: "type, createdBy and the feature's name",
  expected: "an Unleash event",
  read(entry, line, options) {
    const time = readInstant(entry.createdAt, options);
    if (!time) return noTime("createdAt", entry.createdAt);
    const type = textAt(entry, "type") ?? "changed";
    const environment = textAt(entry, "environment");
    const what = `${sentenceCase(type.replaceAll("-", " "))}: ${textAt(entry, "featureName", "project") ?? "Unleash"}`;
    const event = makeEvent({
      line,
      time,
      kind: kindBy(KINDS, type, "config_changed"),
      title: environment ? `${what} in ${environment}` : what,
      body: textAt(entry, "summary") ?? "",
      actor: textAt(entry, "createdBy"),
      externalId: textAt(entry, "id") ?? `${type}:${textAt(entry, "featureName") ?? ""}@${time.at}`,
    });
    return { event };
  },
});
