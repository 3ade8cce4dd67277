import type { ContextLine, ParseResult } from "#importers/base/importer.ts";
import { isRecord, type JsonRecord } from "#importers/base/values.ts";
import { previewOf } from "#importers/base/words.ts";
import { readInstant } from "#importers/kit/read-instant.ts";
import * as known from "./known-fields.ts";
import { flat } from "./record-words.ts";
import { isTold } from "./told.ts";

const DEPTH = 7;
const MOST_VALUES = 100_000;
const MOST = 20;
/** What a record is made of or applies to, whatever times that has. */
const PARTS =
  /^(?:commits|jobs|steps|stages|artifacts|attachments|assignees|users|members|reviewers|contacts|participants|files|fields|labels|tags|components|services|teams|projects|repositories|environments|teammates|reactions|links|parents|children|\w{0,20}roles?|\w{0,20}assignments)$/i;

/** Counts, a sentence for each name, the lists of dated records inside JSON of which an importer read none. */
export function unreadLists(json: unknown, { events, rejects, context }: ParseResult): ContextLine[] {
  if (!Array.isArray(json) && !isRecord(json)) return [];
  const reading: Reading = {
    times: new Set(events.flatMap(({ at, endAt, statedText }) => [at, endAt, statedText])),
    refused: new Set(rejects.map(({ text }) => text)),
    said: context.length,
  };
  const counts = new Map<string, number>();
  let left = MOST_VALUES;
  const visit = (value: unknown, key: string, depth: number) => {
    left -= 1;
    if (depth === 0 || left < 0) return;
    if (Array.isArray(value)) {
      const count = key === "" ? 0 : countUnread(value, reading);
      if (count > 0) counts.set(key, (counts.get(key) ?? 0) + count);
      else for (const inner of value) if (typeof inner === "object") visit(inner, "", depth - 1);
    } else if (isRecord(value)) {
      for (const [name, inner] of Object.entries(value))
        if (typeof inner === "object" && inner !== null && !PARTS.test(name)) visit(inner, name, depth - 1);
    }
  };
  visit(json, "", DEPTH);
  return [...counts].slice(0, MOST).map(([key, count]) => ({ line: 0, text: sentence(key, count) }));
}

const sentence = (key: string, count: number): string =>
  count === 1
    ? `1 entry of “${key.slice(0, 60)}” was not read.`
    : `${count} entries of “${key.slice(0, 60)}” were not read.`;

/** What was made of a source: the times of its events, what was rejected, and how many records became context. */
interface Reading {
  times: ReadonlySet<string | null>;
  refused: ReadonlySet<string>;
  said: number;
}

/** How many entries of a list no event stands for. A list two of whose times were read was opened: each entry had its say. */
function countUnread(list: readonly unknown[], { times, refused, said }: Reading): number {
  const told = list.filter(isTold);
  if (told.length <= said || told.length * 2 < list.length) return 0;
  const isRead = (entry: JsonRecord) =>
    known.timesOf(known.fieldsOf(flat(entry))).some(({ value }) => {
      const stated = readInstant(value);
      return stated !== null && (times.has(stated.at ?? "") || times.has(stated.statedText));
    });
  const unread = told.filter((entry) => !isRead(entry));
  return told.length - unread.length >= 2 ? 0 : unread.filter((entry) => !refused.has(previewOf(entry))).length;
}
