import { type KindRules, kindBy } from "#importers/base/first-match.ts";
import type { Importer, NormalizedEvent, ParseOptions, ParseResult, SourceText } from "#importers/base/importer.ts";
import { hasKeys, isRecord, recordAt, textAt, valueAt } from "#importers/base/values.ts";
import { oneLine, paragraphs } from "#importers/base/words.ts";
import { jsonImporter } from "#importers/kit/json-importer.ts";
import { makeEvent } from "#importers/kit/make-event.ts";
import { noTime } from "#importers/kit/no-time.ts";
import { readInstant } from "#importers/kit/read-instant.ts";

const KINDS: KindRules = [
  [/^Scal/i, "scaled"],
  [/^(Kill|Restart)/i, "restarted"],
  [/BackOff|Fail|Unhealthy|Evict|OOM|NotReady|Error/i, "error_observed"],
];

const eventsImporter: Importer = jsonImporter({
  name: "kubernetes",
  label: "Kubernetes events",
  letter: "K",
  reads: { changes: "Kubernetes" },
  wrappers: ["items", "object", "data", "payload"],
  isReadable: (value) => hasKeys(value, "reason") && (isRecord(value.involvedObject) || isRecord(value.regarding)),
  carry: "a reason and the object it is about",
  expected: "a Kubernetes event",
  read(event, line, options) {
    const about = isRecord(event.involvedObject) ? event.involvedObject : recordAt(event, "regarding");
    const [first, last] = [
      event.firstTimestamp ?? event.deprecatedFirstTimestamp,
      event.lastTimestamp ?? event.deprecatedLastTimestamp,
    ];
    const stated = first ?? event.eventTime ?? last ?? event.timestamp ?? valueAt(event, "metadata.creationTimestamp");
    const time = readInstant(stated, options);
    if (!time) return noTime("firstTimestamp", stated);
    const end = first !== undefined && last !== first ? readInstant(last, options) : null;
    const reason = textAt(event, "reason") ?? "Event";
    const count = Number(event.count ?? event.deprecatedCount ?? 1);
    return {
      event: makeEvent({
        line,
        time,
        end,
        kind: kindBy(
          KINDS,
          reason,
          event.type === "Warning" || event.severity === "error" ? "error_observed" : "infra_change",
        ),
        title: `${reason}: ${[textAt(about, "kind"), textAt(about, "name")].filter((part) => part !== null).join(" ")}`,
        body: paragraphs(textAt(event, "message", "note"), count > 1 ? `${count} times` : null),
        actor:
          textAt(recordAt(event, "source"), "component") ?? textAt(event, "reportingComponent", "reportingController"),
        externalId: textAt(recordAt(event, "metadata"), "uid"),
        services: [textAt(about, "namespace")],
      }),
    };
  },
});

/** The header of the table that `kubectl get events` prints, with or without `-A` and `-o wide`. */
const isHead = (line: string): boolean => {
  const columns = line.trim().split(/ {2,}/);
  return columns.includes("TYPE") && columns.includes("REASON") && AGES.some((name) => columns.includes(name));
};
const AGES = ["LAST SEEN", "LASTSEEN", "AGE"];
const isTable = ({ text }: SourceText): boolean => text.slice(0, 2000).split("\n").some(isHead);
const AGE = /^(?:\S+ +)?(\d{1,5}[smhdy](?:\d{1,2}[smh])?|<unknown>)(?= )/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]{5,18}(?:Z|[+-]\d{2}:\d{2})$/;
const HOW = "Export the events with “kubectl get events -o json”, which includes their times.";

/** The event of a row whose "LAST SEEN" is an instant, as columns chosen by a person print it. */
function eventOfRow(row: string, head: string, line: number, options: ParseOptions): NormalizedEvent | null {
  const [names, cells] = [head, row].map((one) => one.trim().split(/ {2,}/));
  const cell = (...wanted: string[]) => cells?.[names?.findIndex((name) => wanted.includes(name)) ?? -1] ?? null;
  const seen = cell(...AGES) ?? "";
  const time = INSTANT.test(seen) ? readInstant(seen, options) : null;
  if (!time || cells?.length !== names?.length) return null;
  const [reason, message] = [cell("REASON") ?? "Event", cell("MESSAGE")];
  const kind = kindBy(KINDS, reason, cell("TYPE") === "Warning" ? "error_observed" : "infra_change");
  const title = `${reason}: ${cell("OBJECT") ?? message ?? ""}`;
  return makeEvent({ line, time, kind, title, body: cell("OBJECT") ? (message ?? "") : "" });
}

/** Rows with an age have no instant, because the time of printing isn't known. */
function readTable({ text }: SourceText, options: ParseOptions): ParseResult {
  const result: ParseResult = { events: [], rejects: [], context: [] };
  let head = "";
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (isHead(line)) head = line;
    const event = eventOfRow(line, head, index + 1, options);
    if (event) {
      result.events.push(event);
      continue;
    }
    const age = AGE.exec(line)?.[1];
    if (age)
      result.rejects.push({ line: index + 1, reason: `“${age}” is an age, not a time. ${HOW}`, text: oneLine(line) });
    else if (line.trim() !== "") result.context.push({ line: index + 1, text: line.trim() });
  }
  return result;
}

/** Kubernetes: events as `kubectl get events -o json` prints them, and those that controllers such as Flux forward. */
export const kubernetesImporter: Importer = {
  ...eventsImporter,
  detect: (source) => (source.json === undefined && isTable(source) ? 0.9 : eventsImporter.detect(source)),
  explain: (source) =>
    source.json === undefined
      ? "The text is the table that kubectl get events prints."
      : (eventsImporter.explain?.(source) ?? ""),
  parse: (source, options) =>
    source.json === undefined ? readTable(source, options) : eventsImporter.parse(source, options),
};
