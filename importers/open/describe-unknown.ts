import type { Reject, SourceText } from "#importers/base/importer.ts";
import { isRecord } from "#importers/base/values.ts";
import { oneLine, previewOf } from "#importers/base/words.ts";

/** Returns one reject: why nothing can read a source, and what to do. */
export function describeUnknown(source: SourceText): Reject {
  const reason = `${whatItIs(source)} Import another export, or paste what happened as lines that start with a time.`;
  return { line: 0, reason, text: beginningOf(source) };
}

/** Returns its start, in quotation marks. */
export function beginningOf({ json, text }: SourceText): string {
  if (json !== undefined) return previewOf(json);
  return isBinary(text) ? "" : oneLine(text, 240);
}

/** Returns one sentence about an unreadable source. */
export function whatItIs(source: SourceText): string {
  if (source.files) return "The zip contains no text or JSON files.";
  if (source.json !== undefined) return `Afterword can't read this JSON: ${shapeOf(source.json)}.`;
  if (source.text.trim() === "") return "The file is empty.";
  if (isBinary(source.text)) return "This isn't a text file.";
  if (isBrokenJson(source.text)) return "This JSON is damaged or cut off.";
  return "Afterword found no events with a time in this text.";
}

function shapeOf(json: unknown): string {
  if (Array.isArray(json))
    return json.length === 0 ? "an empty list" : `a list of ${json.length} with ${fieldsOf(json[0])}`;
  return isRecord(json) ? `an object with ${fieldsOf(json)}` : "a single value";
}

function fieldsOf(value: unknown): string {
  if (!isRecord(value)) return "no objects in it";
  const keys = Object.keys(value);
  return keys.length === 0 ? "no fields" : `the fields ${oneLine(keys.slice(0, 12).join(", "), 160)}`;
}

/** Text contains no zero or other control characters. */
export function isBinary(text: string): boolean {
  const sample = text.slice(0, 4000);
  let controls = 0;
  for (let at = 0; at < sample.length; at += 1) {
    const code = sample.charCodeAt(at);
    if (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12 && code !== 27) controls += 1;
  }
  return controls > 0 && controls >= sample.length * 0.01;
}

/** `{"…` or `[{…` at the start of text that isn't JSON, except `[14:05] …` of notes. */
export function isBrokenJson(text: string): boolean {
  return /^\s*(?:\{\s*["}]|\[\s*[{["])/.test(text);
}
