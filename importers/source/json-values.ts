import type { Reject } from "#importers/base/importer.ts";
import { isRecord, type JsonRecord } from "#importers/base/values.ts";
import { oneLine } from "#importers/base/words.ts";

export interface JsonValues {
  values: unknown[];
  /** Which entry each value is, counted from 1, broken ones among them. */
  entries: number[];
  broken: Reject[];
}

/**
 * JSON values one after another (a line each, or pretty-printed), as captured deliveries often come. Null when the text
 * is not made of such values. A broken value costs its own lines only.
 */
export function readJsonValues(text: string): JsonValues | null {
  if (!text.includes("{")) return null;
  const result: JsonValues = { values: [], entries: [], broken: [] };
  const lines = text.split("\n");
  let index = 0;
  let entry = 0;
  while (index < lines.length) {
    const start = index;
    index = endOfValue(lines, start) + 1;
    const part = lines.slice(start, index).join("\n").trim().replace(/,$/, "");
    if (part === "") continue;
    entry += 1;
    // A log line can start like JSON, `[10:02] …`, and an error per line is expensive, so only an object counts.
    const value = part.startsWith("{") ? parseJson(part) : undefined;
    const several = isRecord(value) ? [value] : part.startsWith("{") ? joinedValues(part) : [];
    if (several.length > 0) {
      result.values.push(...several);
      result.entries.push(...several.map(() => entry));
    } else
      result.broken.push({
        line: entry,
        reason: `Line ${start + 1} doesn't start a JSON object.`,
        text: oneLine(part, 240),
      });
  }
  return result.values.length > 0 && result.values.length >= result.broken.length ? result : null;
}

const MOST_JOINED = 20_000;

/** `{…}{…}` or `{…},{…}` on one line, as queues and collectors send them; empty when one of them is broken. */
function joinedValues(line: string): JsonRecord[] {
  const found: JsonRecord[] = [];
  let start = 0;
  while (start < line.length && found.length < MOST_JOINED) {
    const end = endOfObject(line, start);
    const value = end > start ? parseJson(line.slice(start, end)) : undefined;
    if (!isRecord(value)) return [];
    found.push(value);
    start = end;
    while (start < line.length && /[\s,]/.test(line.charAt(start))) start += 1;
  }
  return found.length > 1 ? found : [];
}

/** Returns the end of the object that starts at a place of a line, or -1. */
function endOfObject(line: string, start: number): number {
  let depth = 0;
  let inString = false;
  for (let at = start; at < line.length; at += 1) {
    const character = line[at];
    if (inString && character === "\\") at += 1;
    else if (character === '"') inString = !inString;
    else if (!inString && character === "{") depth += 1;
    else if (!inString && character === "}") {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return -1;
}

/** A JSON text, or undefined when it is none. */
export function parseJson(text: string): unknown {
  // An error costs a hundred times as much as this look, and most texts are none.
  if (!/^\s*[[{"\d\-tfn]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The line on which the brackets opened on the first line are closed, or the last one before the start of a new value.
 */
function endOfValue(lines: string[], start: number): number {
  let depth = 0;
  for (let index = start; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    if (index > start && line.startsWith("{")) return index - 1;
    depth += balanceOf(line);
    if (depth <= 0) return index;
  }
  return lines.length - 1;
}

/** Brackets opened less those closed, outside of strings; a JSON string never continues on the next line. */
function balanceOf(line: string): number {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < line.length; at += 1) {
    const character = line[at];
    if (inString && character === "\\") at += 1;
    else if (character === '"') inString = !inString;
    else if (!inString && (character === "{" || character === "[")) depth += 1;
    else if (!inString && (character === "}" || character === "]")) depth -= 1;
  }
  return depth;
}
