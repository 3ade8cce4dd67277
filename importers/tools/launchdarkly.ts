import type { Importer } from "#importers/base/importer.ts";
import { hasKeys, type JsonRecord, recordAt, textAt, valueAt } from "#importers/base/values.ts";
import { paragraphs } from "#importers/base/words.ts";
import { jsonImporter } from "#importers/kit/json-importer.ts";
import { makeEvent } from "#importers/kit/make-event.ts";
import { noTime, timeIfStated } from "#importers/kit/no-time.ts";

/** LaunchDarkly: entries of the audit log and the webhooks that contain them. */
export const launchdarklyImporter: Importer = jsonImporter({
  name: "launchdarkly",
  label: "LaunchDarkly",
  letter: "D",
  reads: { changes: "LaunchDarkly" },
  wrappers: ["items"],
  isReadable: (value) =>
    hasKeys(value, "kind", "name", "titleVerb") || hasKeys(value, "kind", "name", "_id", "accesses"),
  carry: "what LaunchDarkly's audit log writes: a kind, a name and a verb",
  expected: "an entry of LaunchDarkly's audit log",
  read(entry, line, options) {
    const stated = entry.date ?? recordAt(entry, "timestamp").milliseconds;
    const time = timeIfStated(stated, options);
    if (!time) return noTime("date", stated);
    const kind = textAt(entry, "kind");
    const environment = textAt(valueAt(entry, "project.environment"), "name");
    const event = makeEvent({
      line,
      time,
      kind: kind === "flag" ? (isTurnedOff(entry) ? "flag_off" : "flag_changed") : "config_changed",
      title: titleOf(entry, environment),
      body: paragraphs(
        textAt(entry, "comment"),
        textAt(recordAt(entry, "details"), "plainText"),
        textAt(entry, "description"),
      ),
      actor: memberOf(entry),
      url: textAt(valueAt(entry, "_links.site"), "href"),
      externalId: textAt(entry, "_id"),
    });
    return { event };
  },
});

const isTurnedOff = (entry: JsonRecord) =>
  textAt(entry, "verbKind") === "updateOff" || /turned off/.test(textAt(entry, "titleVerb") ?? "");

function titleOf(entry: JsonRecord, environment: string | null): string {
  const verb = textAt(entry, "titleVerb");
  const whole = textAt(recordAt(entry, "title"), "plainText") ?? (verb ? null : textAt(entry, "title"));
  const words = whole ?? `${verb ?? "changed"} ${textAt(entry, "name")}`;
  return environment && !words.includes(environment) ? `${words} in ${environment}` : words;
}

function memberOf(entry: JsonRecord): string | null {
  const member = recordAt(entry, "member");
  const names = [textAt(member, "firstName"), textAt(member, "lastName")].filter((name) => name !== null);
  return textAt(member, "displayName") ?? (names.length > 0 ? names.join(" ") : textAt(member, "email"));
}
