import { append } from "#importers/base/append.ts";
import type { NormalizedEvent, ParseOptions, ParseResult } from "#importers/base/importer.ts";
import { textAt } from "#importers/base/values.ts";
import { oneLine, previewOf } from "#importers/base/words.ts";
import { collect, type Outcomes, type SourceRecord } from "#importers/kit/collect.ts";
import { Channel } from "./channel.ts";
import { IN_A_THREAD, isMessage, readMessage, type SlackMessage, type SlackSurroundings, saidIn } from "./message.ts";
import { isChannel, isPerson, NameList, nameOfPerson } from "./names.ts";
import type { SlackPart } from "./part.ts";
import { plainText, rawWords } from "./text.ts";

/** Characters of a thread's first message that are kept for its first words. */
const FIRST_LENGTH = 1000;
const SHOWN_LENGTH = 80;

/** Collects what messages are read with, in one pass over all of them: names, first words of threads, and repeats. */
function lookAround(parts: readonly SlackPart[], options: ParseOptions): SlackSurroundings {
  const list = new NameList();
  const repeated = new Map<string, number>();
  const firsts = new Map<string, string>();
  let channel = new Channel(repeated);
  let folder: string | null = null;
  for (const part of parts) {
    // An id is unique in its channel, and a channel is a folder.
    if (folder !== folderOf(part)) channel = new Channel(repeated);
    folder = folderOf(part);
    channel.begin(part);
    for (const { value } of part.records()) {
      if (!isMessage(value)) {
        list.add(value);
        continue;
      }
      list.addAuthors(value);
      channel.note(saidIn(value));
      noteThread(value, firsts);
    }
  }
  const names = list.names();
  for (const [ts, raw] of firsts) firsts.set(ts, noteOfThread(oneLine(plainText(raw, names), SHOWN_LENGTH)));
  return { names, threads: firsts, repeated, options };
}

const noteOfThread = (first: string): string => (first === "" ? IN_A_THREAD : `In the thread “${first}”`);

const folderOf = ({ path }: SlackPart): string => path.slice(0, path.lastIndexOf("/") + 1);

function noteThread(message: SlackMessage, firsts: Map<string, string>): void {
  if (message.ts === message.thread_ts) firsts.set(message.ts, rawWords(message).slice(0, FIRST_LENGTH));
}

const BATCH = 1000;

/** Returns the events of all parts: first one pass for names, threads and repeats, then message by message. */
export function* readParts(parts: readonly SlackPart[], options: ParseOptions): Generator<ParseResult> {
  const around = lookAround(parts, options);
  const repeats = new Repeats(around.repeated);
  let batch: ParseResult = { events: [], rejects: [], context: [] };
  for (const part of parts) {
    addPart(batch, part, repeats.fold(collect(part.records(), (record) => read(record, around, part.isDay))));
    if (batch.events.length < BATCH) continue;
    yield batch;
    batch = { events: [], rejects: [], context: [] };
  }
  yield batch;
}

/** A later entry for the same message is its newer state. It is kept, and the earlier ones become context. */
class Repeats {
  readonly #left: Map<string, number>;

  constructor(repeated: ReadonlyMap<string, number>) {
    this.#left = new Map(repeated);
  }

  fold({ events, rejects, context }: ParseResult): ParseResult {
    if (this.#left.size === 0) return { events, rejects, context };
    const dropped = events.filter((event) => !this.#isLast(event));
    const gone = new Set(dropped);
    const kept = dropped.length === 0 ? events : events.filter((event) => !gone.has(event));
    const notes = dropped.map(({ line, title }) => ({ line, text: `Another delivery of: ${title}` }));
    return { events: kept, rejects, context: [...context, ...notes] };
  }

  #isLast({ externalId }: NormalizedEvent): boolean {
    const left = this.#left.get(externalId ?? "");
    if (left === undefined) return true;
    this.#left.set(externalId ?? "", left - 1);
    return left <= 1;
  }
}

function read({ line, value }: SourceRecord, around: SlackSurroundings, isDay: boolean): Outcomes {
  if (isMessage(value)) return readMessage(value, line, around);
  if (isPerson(value)) return { context: `Person: ${nameOfPerson(value) ?? textAt(value, "id")}` };
  if (isChannel(value)) return { context: `Channel: ${textAt(value, "name", "id")}` };
  if (typeof value === "string") return { reject: "This file isn't valid JSON." };
  if (!isDay) return { context: previewOf(value) };
  return {
    reject:
      "This entry has no ts or no author, so it isn't a Slack message. Export the channel again, or remove the entry.",
  };
}

/** Lines of a zip are positions within their file, so context and rejects name the file. */
function addPart(whole: ParseResult, { path }: SlackPart, part: ParseResult): void {
  append(whole.events, part.events);
  if (path === "") {
    append(whole.rejects, part.rejects);
    append(whole.context, part.context);
    return;
  }
  const prefix = `${path}: `;
  for (const reject of part.rejects) whole.rejects.push({ ...reject, reason: `${prefix}${reject.reason}` });
  for (const item of part.context) whole.context.push({ ...item, text: `${prefix}${item.text}` });
}
