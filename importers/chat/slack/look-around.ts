import type { ParseOptions } from "#importers/base/importer.ts";
import { oneLine } from "#importers/base/words.ts";
import { Channel } from "./channel.ts";
import { IN_A_THREAD, isMessage, type SlackMessage, type SlackSurroundings, saidIn } from "./message.ts";
import { NameList } from "./names.ts";
import type { SlackPart } from "./part.ts";
import { plainText, rawWords } from "./text.ts";

/** As much of a thread's first message as its first words can need. */
const FIRST_LENGTH = 1000;
const SHOWN_LENGTH = 80;

/** What messages are read with, from one pass over all of them: names, first words of threads, which come again. */
export function lookAround(parts: readonly SlackPart[], options: ParseOptions): SlackSurroundings {
  const list = new NameList();
  const repeated = new Map<string, number>();
  const firsts = new Map<string, string>();
  let channel = new Channel(repeated);
  let folder: string | null = null;
  for (const part of parts) {
    // An id is that of one channel, and a channel is a folder.
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
