import type { Importer, PackedFile, SourceText } from "#importers/base/importer.ts";
import { listAt } from "#importers/base/values.ts";
import { explainShare, openList, recordsOf, type SourceRecord, shareOf } from "#importers/kit/collect.ts";
import { joinParts } from "#importers/kit/join-parts.ts";
import { onceASource } from "#importers/kit/once-a-source.ts";
import { isMessage } from "./slack/message.ts";
import { isChannel, isPerson } from "./slack/names.ts";
import type { SlackPart } from "./slack/part.ts";
import { readParts } from "./slack/read-parts.ts";

const DAY_FILE = /(^|\/)\d{4}-\d{2}-\d{2}\.json$/;

/** Slack: the zip of a workspace export, one of its day files, or a list of messages from the API. */
export const slackImporter: Importer = {
  name: "slack",
  label: "Slack export",
  letter: "S",
  detect(source) {
    if (source.files) return source.files.some(isDayFile) ? 0.98 : 0;
    if (source.json === undefined) return 0;
    const records = open(source);
    return Math.max(
      0.97 * shareOf(records, isMessage),
      0.6 * shareOf(records, isPerson),
      0.6 * shareOf(records, isChannel),
    );
  },
  explain(source) {
    const days = source.files?.filter(({ path }) => DAY_FILE.test(path)).length;
    if (days !== undefined) return `The zip contains ${days} day files of messages.`;
    return explainShare(open(source), isMessage, "ts and user or bot_id");
  },
  parse: (source, options) => joinParts(readParts(partsOf(source), options)),
  stream: (source, options) => readParts(partsOf(source), options),
};

function isDayFile(file: PackedFile): boolean {
  return DAY_FILE.test(file.path) && Array.isArray(file.json);
}

function partsOf(source: SourceText): SlackPart[] {
  if (!source.files) return [{ path: "", isDay: true, records: () => open(source) }];
  return source.files.map((file) => ({
    path: file.path,
    isDay: DAY_FILE.test(file.path),
    records: () => openFile(file),
  }));
}

/** Returns the entries of one file of the zip. A file that isn't JSON is one entry. */
function openFile(file: PackedFile): SourceRecord[] {
  const json = file.json;
  return recordsOf({ filename: file.path, text: "", json: json === undefined ? file.text : json });
}

/** Opens `{messages: […]}` of the API. */
const open = onceASource((source: SourceText): SourceRecord[] => {
  const opened: SourceRecord[] = [];
  for (const record of recordsOf(source)) {
    const messages = listAt(record.value, "messages");
    const isWrapper = messages.some(isMessage) && !isMessage(record.value);
    if (!isWrapper) opened.push(record);
    else for (const inner of openList(record, messages, !Array.isArray(source.json))) opened.push(inner);
  }
  return opened;
});
