import type { Reject } from "#importers/base/importer.ts";
import { isRecord, type JsonRecord } from "#importers/base/values.ts";
import { oneLine } from "#importers/base/words.ts";

export interface JsonValues {
  values: unknown[];
  /** The number of each value's entry, counted from 1 and including broken ones. */
  entries: number[];
  broken: Reject[];
}

/**
 * Reads JSON values one after another (one per line, or pretty-printed), as in captured deliveries. Null for other
 * text. A broken value affects only its own lines.
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
    // A log line can start like JSON, `[10:02] …`, and an error per line is slow, so only an object counts.
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

/** Reads `{…}{…}` or `{…},{…}` on one line, as queues and collectors send them. Empty if one of them is broken. */
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

/** Returns the parsed JSON, or undefined for other text. */
export function parseJson(text: string): unknown {
  // An error is a hundred times slower than this check, and most texts aren't JSON.
  if (!/^\s*[[{"\d\-tfn]/.test(text)) return undefined;
  const plain = triedJson(text);
  return plain === undefined && TRAILING.test(text) ? triedJson(withoutTrailingCommas(text)) : plain;
}

function triedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `"a": 1, }`: a comma before a closing bracket, as people and templates leave it. */
const TRAILING = /,\s{0,400}[}\]]/;

/** Returns a text without the commas before its closing brackets. Strings stay as they are. */
function withoutTrailingCommas(text: string): string {
  const kept: string[] = [];
  let inString = false;
  let [from, comma, last] = [0, -1, ","];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (inString && character === "\\") at += 1;
    else if (character === '"') [inString, comma, last] = [!inString, -1, character];
    else if (inString || /\s/.test(character)) continue;
    else if (comma >= 0 && (character === "}" || character === "]")) {
      kept.push(text.slice(from, comma));
      [from, comma, last] = [comma + 1, -1, character];
    } else [comma, last] = [character === "," && !"[{,".includes(last) ? at : -1, character];
  }
  return kept.join("") + text.slice(from);
}

/** Returns the line on which the brackets from the first line are closed, or the last one before a new value starts. */
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

/** Returns opened minus closed brackets outside strings. A JSON string never continues on the next line. */
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
