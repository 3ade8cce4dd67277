import { isTimed, readStamp } from "#importers/lex/stamp.ts";
import { clockOfValue, isTextHeader, isTimeHeader } from "#importers/lex/table-columns.ts";
import { findFences } from "./fences.ts";
import type { BrokenText } from "./line-breaks.ts";
import { isTimelineTitle } from "./titles.ts";

interface Field {
  name: string;
  value: string;
  line: number;
}

/** `**Time**: 14:05`, `- Uhrzeit: 14:05`, `event: "words"` of YAML. */
const FIELD = /^(\*\*|__|["']|)(\p{L}[\p{L}\p{M} /_-]{0,30}?)\s?(?:\1\s?[:：]|[:：]\1)\s{0,4}(\S.*)$/u;
const MARK = /^\s{0,20}(?:(?:[-*+•]|\d{1,3}[.)])\s{1,4})?/;
/** Between fields on one line: "**Time:** 14:05 **Event:** words", "Time: 14:05 | Event: words". */
const NEXT_FIELD =
  /\s{1,4}(?:[|;,–—-]\s{1,4})?(?=(?:\*\*|__)\p{L}[\p{L} ]{0,30}(?:[:：](?:\*\*|__)|(?:\*\*|__)[:：]))|\s{1,4}\|\s{1,4}(?=\p{L}[\p{L} ]{0,30}:\s)/u;
const HAS_TIME = /[:：]["'*_]{0,3}\s{0,4}["'~≈(]{0,2}(?:\p{L}{1,9}\.? )?\d/u;
const DAY_NAME = /^(?:date|day|datum|fecha|data|dato|jour|tarih|tanggal|дата|日付|日期|날짜|ngày)$/iu;
/** `timeline:` and remarks around the fields of YAML, and the marks of its code. */
const FRAME = /^\s{0,20}(?:`{3}|~{3}|#|---\s*$|\.\.\.\s*$|[\w.-]{1,40}:\s*$)/;
/** A heading, and what is alone on its line in bold or before a colon. */
const TITLE = /^(?:#{1,6}\s+(.{1,200})|\*\*([^*]{2,80})\*\*:?\s*|(\p{L}[^:]{1,60}):\s*)$/u;
const LONGEST_LINE = 2000;
const LEAST = 2;

/**
 * Returns a text in which events told by fields are items of a list: "Time: 14:05" and "Event: words" below each other or
 * on one line, and the same in YAML. In code, they count only below the title of a timeline. Null if there aren't two.
 */
export function openFieldRecords(text: string): BrokenText | null {
  if (!HAS_TIME.test(text)) return null;
  const raws = text.split(/\r\n|\n|\r/);
  const blocks = blocksOf(raws);
  const records = blocks.flatMap((block) => recordsIn(block));
  if (records.length < LEAST) return null;
  const items = new Map(records.map(({ fields, item }) => [fields[0]?.line ?? 0, item]));
  const taken = new Set(records.flatMap(({ fields }) => fields.map(({ line }) => line)));
  for (const { frame } of blocks) for (const line of frame) taken.add(line);
  const lines = raws.flatMap((raw, index) =>
    (items.get(index) ?? [taken.has(index) ? "" : raw]).map((part) => ({ part, line: index + 1 })),
  );
  return { text: lines.map(({ part }) => part).join("\n"), lines: lines.map(({ line }) => line) };
}

interface Block {
  fields: Field[];
  /** Lines around the fields, which say nothing. */
  frame: number[];
}

/** Lines of fields next to each other, and each block of code that has nothing else. */
function blocksOf(raws: string[]): Block[] {
  const fenced = findFences(raws);
  const blocks: Block[] = [];
  let open: Block = { fields: [], frame: [] };
  let title = "";
  const close = () => {
    blocks.push(open);
    open = { fields: [], frame: [] };
  };
  for (let index = 0; index < raws.length; index += 1) {
    const raw = raws[index] ?? "";
    if (fenced[index]) {
      close();
      let end = index;
      while (fenced[end + 1] && !/^\s{0,20}(?:`{3}|~{3})\s*$/.test(raws[end] ?? "x")) end += 1;
      if (isTimelineTitle(title)) blocks.push(codeOf(raws, index, end));
      index = end;
      continue;
    }
    title =
      TITLE.exec(raw)
        ?.slice(1)
        .find((part) => part !== undefined) ?? title;
    const fields = fieldsOf(raw, index);
    if (fields.length === 0) close();
    open.fields.push(...fields);
  }
  close();
  return blocks;
}

function codeOf(raws: readonly string[], from: number, end: number): Block {
  const block: Block = { fields: [], frame: [] };
  for (let line = from; line <= end; line += 1) {
    const raw = raws[line] ?? "";
    const fields = fieldsOf(raw, line);
    if (FRAME.test(raw) || raw.trim() === "") block.frame.push(line);
    else if (fields.length === 0) return { fields: [], frame: [] };
    block.fields.push(...fields);
  }
  return block;
}

function fieldsOf(raw: string, line: number): Field[] {
  if (raw.length > LONGEST_LINE) return [];
  const mark = MARK.exec(raw)?.[0] ?? "";
  const fields = raw
    .slice(mark.length)
    .split(NEXT_FIELD)
    .map((part): Field | null => {
      const [, , name = "", value = ""] = FIELD.exec(part) ?? [];
      return name === "" ? null : { name, value: plainValue(value), line };
    });
  return fields.every((field) => field !== null) ? fields : [];
}

/** A value without its quotes, and without the remark of YAML behind it. */
const plainValue = (value: string): string =>
  (/^(["'])(.*)\1\s*(?:#.*)?$/.exec(value)?.[2] ?? value.replace(/\s#\s.*$/, "")).trim();

interface FieldRecord {
  fields: Field[];
  item: string[];
}

/** The records of a block. A name that comes again starts the next. None if one of them has no time or no text. */
function recordsIn({ fields }: Block): FieldRecord[] {
  const groups: Field[][] = [];
  for (const field of fields) {
    const last = groups.at(-1);
    if (!last || last.some(({ name }) => name === field.name)) groups.push([field]);
    else last.push(field);
  }
  const records = groups.map((group) => ({ fields: group, item: itemOf(group) }));
  return records.flatMap(({ item, ...record }) => (item ? [{ ...record, item }] : []));
}

/** The item of a list that tells the same as a record. Null if it has no time or no text. */
function itemOf(fields: readonly Field[]): string[] | null {
  const timed = fields.map((field) => ({ ...field, value: clockOfValue(field.value) }));
  const time = timed.find(({ name, value }) => (isTimeHeader(name) || DAY_NAME.test(name)) && isTimeAlone(value));
  const told = timed.find((field) => field !== time && isTextHeader(field.name) && /\p{L}{2}/u.test(field.value));
  if (!time || !told) return null;
  const day = timed.find((field) => field !== time && DAY_NAME.test(field.name));
  const others = timed.filter((field) => field !== time && field !== told && field !== day);
  const head = [day?.value, time.value].filter((part) => part !== undefined).join(" ");
  return [`- ${head} - ${told.value}`, ...others.map(({ name, value }) => `  ${name}: ${value}`)];
}

function isTimeAlone(value: string): boolean {
  const stamp = readStamp(value);
  return stamp !== null && isTimed(stamp) && value.length <= stamp.textStart;
}
