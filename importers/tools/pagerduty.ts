import type { Importer, ParseOptions, SourceText } from "#importers/base/importer.ts";
import { isRecord, type JsonRecord, listAt } from "#importers/base/values.ts";
import {
  collect,
  explainShare,
  type Outcomes,
  openList,
  recordsOf,
  type SourceRecord,
  shareOf,
} from "#importers/kit/collect.ts";
import { foldRepeats } from "#importers/kit/fold-repeats.ts";
import { isIncident, isNote, readIncident, readNote } from "./pagerduty/incident.ts";
import { isLogEntry, readLogEntry } from "./pagerduty/log-entry.ts";
import { isWebhook, readWebhook } from "./pagerduty/webhook.ts";

/** Answers of the REST API keep their rows under one of these keys; webhooks of version 2 under `messages`. */
const LISTS = ["log_entries", "incidents", "alerts", "notes", "messages"] as const;
const SINGLES = ["log_entry", "incident", "alert", "note"] as const;

/** PagerDuty: log entries and incidents of the REST API, webhooks of version 3 (and 2). */
export const pagerdutyImporter: Importer = {
  name: "pagerduty",
  label: "PagerDuty",
  letter: "P",
  detect: (source) => (source.json === undefined ? 0 : 0.98 * shareOf(open(source), isReadable)),
  explain: (source) =>
    explainShare(open(source), isReadable, "what PagerDuty writes: a log entry, a webhook or an incident"),
  parse: (source, options) => {
    const result = collect(open(source), (record) => read(record, options));
    return foldRepeats(result, (candidate, kept) => candidate.endAt !== null && kept.endAt === null);
  },
};

/** The rows of every wrapper; a row that is no wrapper stands for itself. */
function open(source: SourceText): SourceRecord[] {
  const alone = !Array.isArray(source.json);
  return recordsOf(source)
    .flatMap((record) => openWrapper(record, alone))
    .flatMap((record) => openWrapper(record, false));
}

function openWrapper(record: SourceRecord, alone: boolean): SourceRecord[] {
  if (!isRecord(record.value) || isReadable(record.value)) return [record];
  const key = LISTS.find((name) => listAt(record.value, name).some(mayHoldRows));
  if (key) return openList(record, listAt(record.value, key), alone);
  const single = SINGLES.find((name) => isReadable((record.value as JsonRecord)[name]));
  return single ? [{ line: record.line, value: record.value[single] }] : [record];
}

const isReadable = (value: unknown) => isLogEntry(value) || isWebhook(value) || isIncident(value) || isNote(value);
const mayHoldRows = (value: unknown) => isReadable(value) || listAt(value, "log_entries").some(isLogEntry);

function read({ line, value }: SourceRecord, options: ParseOptions): Outcomes {
  if (isWebhook(value)) return readWebhook(value, line, options);
  if (isLogEntry(value)) return readLogEntry(value, line, options);
  if (isIncident(value)) return readIncident(value, line, options);
  if (isNote(value)) return readNote(value, line, options);
  return { reject: "This is no PagerDuty log entry, webhook or incident." };
}
