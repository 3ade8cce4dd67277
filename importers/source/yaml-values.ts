import { parseAllDocuments } from "yaml";
import { isRecord } from "#importers/base/values.ts";

const HEAD_LINES = 50;
const MOST_BYTES = 20_000_000;

/**
 * Returns whether the first line that isn't empty, a comment or a document mark starts a manifest. Linear, because it
 * goes line by line.
 */
export function isManifest(text: string): boolean {
  const lines = text.slice(0, 20_000).split("\n", HEAD_LINES);
  return lines.find((line) => !/^(?:#|---|\s*$)/.test(line))?.startsWith("apiVersion:") ?? false;
}

/** A line of records as YAML writes them: `- time: …`, ` message: …`, a comment, or a text with more indentation. */
const OF_RECORDS = /^(?:- (?:["']?[\w.-]{1,60}["']?:(?: |$))|["']?[\w.-]{1,60}["']?:(?: |$)|[ \t]+\S|- *$|#|---|\s*$)/;
const A_TIME = /^[ -]{0,20}["']?[\w.-]{1,60}["']?: {1,20}["']?\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/m;

/** Returns whether a text is a list of records with times. A single record counts only if the file is called YAML. */
function isRecords(text: string, filename: string): boolean {
  const head = text.slice(0, 20_000);
  if (!A_TIME.test(head)) return false;
  const isYaml = /\.ya?ml$/i.test(filename);
  if (!isYaml && !/^(?:---\s{1,5})?- {1,10}[\w.-]{1,60}: [^\n]*\n {2,12}[\w.-]{1,60}:/.test(head)) return false;
  return head.split("\n", HEAD_LINES).every((line) => OF_RECORDS.test(line));
}

const DEEPEST = 100;
/** More spaces than so many levels are indented by. */
const INDENTED = new RegExp(`^[ \\t-]{${DEEPEST * 4}}`, "m");

/**
 * Returns whether a text is nested more deeply than any manifest. The parser's time grows with the square of the depth.
 */
function isTooDeep(text: string): boolean {
  if (INDENTED.test(text)) return true;
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth = bracket === "[" || bracket === "{" ? depth + 1 : Math.max(0, depth - 1);
    if (depth > DEEPEST) return true;
  }
  return false;
}

/**
 * Reads YAML as values: manifests as `kubectl get -o yaml` prints them, and records with times. Undefined for any other
 * text. Aliases are bounded.
 */
export function readYaml(text: string, filename = ""): unknown {
  if (text.length > MOST_BYTES || !(isManifest(text) || isRecords(text, filename)) || isTooDeep(text)) return undefined;
  try {
    const documents = parseAllDocuments(text, { logLevel: "silent", schema: "core" });
    if (!Array.isArray(documents)) return undefined;
    if (documents.some(({ errors }) => errors.length > 0) && !isManifest(text)) return undefined;
    const values = documents.map((document) => document.toJS({ maxAliasCount: 100 }) as unknown);
    const [only] = values;
    if (values.length === 1 && Array.isArray(only) && only.every(isRecord)) return only;
    const records = values.filter(isRecord);
    return records.length > 1 ? records : records[0];
  } catch {
    return undefined;
  }
}
