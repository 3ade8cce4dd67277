import type { ParseOptions } from "../importer.ts";
import { type JsonRecord, textAt } from "../kit/values.ts";
import { oneLine } from "../kit/words.ts";
import { authorIdOf, IN_A_THREAD, idOfMessage, isMessage, type SlackSurroundings, saidIn } from "./message.ts";
import { NameList } from "./names.ts";
import type { SlackPart } from "./part.ts";
import { plainText, rawWords } from "./text.ts";

/** As much of a thread's first message as its first words can need. */
const FIRST_LENGTH = 1000;
const SHOWN_LENGTH = 80;

/** What messages are read with, from one pass over all of them: names, first words of threads, which come again. */
export function lookAround(parts: readonly SlackPart[], options: ParseOptions): SlackSurroundings {
  const list = new NameList();
  const seen = new Map<string, string>();
  const repeated = new Map<string, number>();
  const firsts = new Map<string, string>();
  let folder: string | null = null;
  for (const part of parts) {
    // An id is that of one channel, and a channel is a folder.
    if (folder !== folderOf(part)) seen.clear();
    folder = folderOf(part);
    for (const { value } of part.records()) {
      if (!isMessage(value)) {
        list.add(value);
        continue;
      }
      list.addAuthors(value);
      noteRepeat(saidIn(value), seen, repeated);
      noteThread(value, firsts);
    }
  }
  const names = list.names();
  for (const [ts, raw] of firsts) firsts.set(ts, noteOfThread(oneLine(plainText(raw, names), SHOWN_LENGTH)));
  return { names, threads: firsts, repeated, options };
}

const noteOfThread = (first: string): string => (first === "" ? IN_A_THREAD : `In the thread “${first}”`);

const folderOf = ({ path }: SlackPart): string => path.slice(0, path.lastIndexOf("/") + 1);

/** `seen` holds authors by time, and by id where several people wrote at one time. */
function noteRepeat(said: JsonRecord, seen: Map<string, string>, repeated: Map<string, number>): void {
  const [ts, author] = [textAt(said, "ts") ?? "", authorIdOf(said)];
  const first = seen.get(ts);
  if (first === undefined) {
    seen.set(ts, author);
    return;
  }
  const id = idOfMessage(said);
  if (first === author || seen.has(id)) repeated.set(id, (repeated.get(id) ?? 1) + 1);
  else seen.set(id, author);
}

function noteThread(message: JsonRecord, firsts: Map<string, string>): void {
  if (message.thread_ts === undefined) return;
  const ts = textAt(message, "ts");
  if (ts !== null && ts === textAt(message, "thread_ts")) firsts.set(ts, rawWords(message).slice(0, FIRST_LENGTH));
}
