import type { Importer, PackedFile, ParseOptions, ParseResult, SourceText } from "./importer.ts";
import { collect, explainShare, type Outcome, openList, recordsOf, type SourceRecord, shareOf } from "./kit/collect.ts";
import { foldRepeats } from "./kit/fold-repeats.ts";
import { listAt, textAt } from "./kit/values.ts";
import { oneLine, previewOf } from "./kit/words.ts";
import { isMessage, readMessage, type SlackSurroundings } from "./slack/message.ts";
import { gatherNames, isChannel, isPerson, nameOfPerson } from "./slack/names.ts";
import { wordsOfMessage } from "./slack/text.ts";

const DAY_FILE = /(^|\/)\d{4}-\d{2}-\d{2}\.json$/;

/** Slack: the zip of a workspace export, one of its day files, or a list of messages as the API gives it. */
export const slackImporter: Importer = {
  name: "slack",
  label: "Slack export",
  letter: "S",
  detect(source) {
    if (source.files) return source.files.some((file) => isDayFile(file)) ? 0.98 : 0;
    if (source.json === undefined) return 0;
    const records = open(source);
    return Math.max(
      0.97 * shareOf(records, isMessage),
      0.6 * shareOf(records, isPerson),
      0.6 * shareOf(records, isChannel),
    );
  },
  explain(source) {
    const days = source.files?.filter(isDayFile).length;
    if (days !== undefined) return `The zip holds ${days} day files of messages.`;
    return explainShare(open(source), isMessage, "ts and user or bot_id");
  },
  parse(source, options) {
    const parts = source.files ? source.files.map(openFile) : [{ path: "", records: open(source) }];
    const values = parts.flatMap((part) => part.records.map((record) => record.value));
    const around = lookAround(values, options);
    const whole: ParseResult = { events: [], rejects: [], context: [] };
    for (const { path, records } of parts) {
      const isDay = path === "" || DAY_FILE.test(path);
      addPart(
        whole,
        path,
        collect(records, (record) => read(record, around, isDay)),
      );
    }
    // A later entry for the same message is its newer state.
    return foldRepeats(whole, () => true);
  },
};

function isDayFile(file: PackedFile): boolean {
  return DAY_FILE.test(file.path) && Array.isArray(file.json);
}

/** The entries of one file of the zip; a file that is no list stands for itself. */
function openFile(file: PackedFile): { path: string; records: SourceRecord[] } {
  return {
    path: file.path,
    records: recordsOf({ filename: file.path, text: file.text, json: file.json ?? file.text }),
  };
}

/** `{messages: […]}` of the API opened. */
function open(source: SourceText): SourceRecord[] {
  return recordsOf(source).flatMap((record) => {
    const messages = listAt(record.value, "messages");
    const isWrapper = messages.some(isMessage) && !isMessage(record.value);
    return isWrapper ? openList(record, messages, !Array.isArray(source.json)) : [record];
  });
}

function lookAround(values: unknown[], options: ParseOptions): SlackSurroundings {
  const messages = values.filter(isMessage);
  const names = gatherNames(values, messages);
  const threads = new Map<string, string>();
  for (const message of messages) {
    const ts = textAt(message, "ts");
    if (ts !== null && ts === textAt(message, "thread_ts"))
      threads.set(ts, oneLine(wordsOfMessage(message, names), 80));
  }
  return { names, threads, options };
}

function read({ line, value }: SourceRecord, around: SlackSurroundings, isDay: boolean): Outcome[] {
  if (isMessage(value)) return readMessage(value, line, around);
  if (isPerson(value)) return [{ context: `Person: ${nameOfPerson(value) ?? textAt(value, "id")}` }];
  if (isChannel(value)) return [{ context: `Channel: ${textAt(value, "name", "id")}` }];
  if (typeof value === "string") return [{ reject: "This file is no valid JSON." }];
  if (!isDay) return [{ context: previewOf(value) }];
  return [{ reject: "This is no Slack message: it has no ts with an author." }];
}

/** Lines of a zip are the places within their file, so context and rejects name the file. */
function addPart(whole: ParseResult, path: string, part: ParseResult): void {
  const prefix = path ? `${path}: ` : "";
  for (const event of part.events) whole.events.push(event);
  for (const reject of part.rejects) whole.rejects.push({ ...reject, reason: `${prefix}${reject.reason}` });
  for (const item of part.context) whole.context.push({ ...item, text: `${prefix}${item.text}` });
}
