import type { ContextLine, ParseResult } from "#importers/base/importer.ts";
import { isRecord, type JsonRecord } from "#importers/base/values.ts";
import { previewOf } from "#importers/base/words.ts";
import { readInstant } from "#importers/kit/read-instant.ts";
import { onceAText } from "#lib/base/text/once-a-text.ts";
import { only } from "#lib/base/text/phrases.ts";
import { timesOf } from "./fields/field-times.ts";
import { type Fields, fieldsOf } from "./fields/record-shape.ts";
import { flat } from "./record-words.ts";
import { isEntry } from "./told.ts";

const DEPTH = 9;
const MOST_VALUES = 100_000;
const MOST = 20;
/** Lists of the parts or targets of a record, whatever times they contain. */
const A_PART = only`
  commits | jobs | steps | stages | artifacts | attachments | assignees | users | members | reviewers
  contacts | participants | files | fields | labels | tags | components | services | teams | projects
  repositories | environments | teammates | reactions | links | parents | children | \w{0,20}roles?
  \w{0,20}assignments
`;
const isPart = onceAText(5000, (key): boolean => A_PART.test(key));

/** Counts the lists of dated records inside JSON that an importer didn't read, one sentence per name. */
export function unreadLists(json: unknown, part: ParseResult): ContextLine[] {
  if (!Array.isArray(json) && !isRecord(json)) return [];
  const reading = new Reading(part);
  const counts = new Map<string, number>();
  let left = MOST_VALUES;
  const visit = (value: unknown, key: string, depth: number) => {
    left -= 1;
    if (depth === 0 || left < 0) return;
    if (Array.isArray(value)) {
      const count = key === "" ? 0 : countUnread(value, reading);
      if (count > 0) counts.set(key, (counts.get(key) ?? 0) + count);
      else
        for (const inner of value)
          if (typeof inner === "object") visit(inner, Array.isArray(inner) ? key || "a list" : "", depth - 1);
    } else if (isRecord(value)) {
      for (const name of Object.keys(value)) {
        const inner = value[name];
        if (typeof inner === "object" && inner !== null && !isPart(name)) visit(inner, name, depth - 1);
      }
    }
  };
  visit(json, "", DEPTH);
  return [...counts].slice(0, MOST).map(([key, count]) => ({ line: 0, text: sentence(key, count) }));
}

const sentence = (key: string, count: number): string =>
  count === 1
    ? `1 entry of “${key.slice(0, 60)}” wasn't read.`
    : `${count} entries of “${key.slice(0, 60)}” weren't read.`;

const NEAR = 4;

/** The result of a source, searched only as far as needed. */
class Reading {
  readonly #part: ParseResult;
  /** Times of the events that were searched so far. */
  readonly #times = new Set<string | null>();
  #looked = 0;
  /** Position after the last event found. Entries mostly come in the order of their events. */
  #next = 0;
  #refused: ReadonlySet<string> | null = null;

  constructor(part: ParseResult) {
    this.#part = part;
  }

  /** Number of records that became context. */
  get said(): number {
    return this.#part.context.length;
  }

  refuses(entry: JsonRecord): boolean {
    this.#refused ??= new Set(this.#part.rejects.map(({ text }) => text));
    return this.#refused.has(previewOf(entry));
  }

  /** Returns whether an event at one of the entry's times follows right after the last one found. The fast check. */
  follows(fields: Fields): boolean {
    return timesOf(fields).some(({ value }) => this.#isNext(value));
  }

  /** Returns whether there is an event at one of the entry's times. */
  stands(fields: Fields): boolean {
    for (const { value } of timesOf(fields)) {
      const stated = readInstant(value);
      if (stated !== null && (this.#knows(stated.at ?? "") || this.#knows(stated.statedText))) return true;
    }
    return false;
  }

  #isNext(value: unknown): boolean {
    const { events } = this.#part;
    for (let at = this.#next; at < this.#next + NEAR; at += 1) {
      if (events[at]?.statedText !== value) continue;
      this.#next = at + 1;
      return true;
    }
    return false;
  }

  #knows(time: string): boolean {
    const { events } = this.#part;
    while (!this.#times.has(time)) {
      const event = events[this.#looked];
      if (!event) return false;
      this.#looked += 1;
      this.#times.add(event.at).add(event.endAt).add(event.statedText);
    }
    return true;
  }
}

/**
 * Returns how many entries of a list have no event. If at least two of its times were read, the importer read the list.
 */
function countUnread(list: readonly unknown[], reading: Reading): number {
  const unread: JsonRecord[] = [];
  let read = 0;
  if (list.length <= reading.said) return 0;
  for (const entry of list) {
    if (!isRecord(entry)) continue;
    const fields = fieldsOf(flat(entry));
    if (reading.follows(fields)) read += 1;
    else if (!isEntry(entry)) continue;
    else if (reading.stands(fields)) read += 1;
    else unread.push(entry);
    if (read > 1) return 0;
  }
  const told = read + unread.length;
  if (told <= reading.said || told * 2 < list.length) return 0;
  return unread.filter((entry) => !reading.refuses(entry)).length;
}
