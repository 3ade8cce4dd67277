import { parseAllDocuments } from "yaml";
import { isRecord } from "#importers/base/values.ts";

const HEAD_LINES = 50;
const MOST_BYTES = 20_000_000;

/** Whether the first line that is neither empty, a comment nor a document mark begins a manifest. Line by line, so linear. */
export function isManifest(text: string): boolean {
  const lines = text.slice(0, 20_000).split("\n", HEAD_LINES);
  return lines.find((line) => !/^(?:#|---|\s*$)/.test(line))?.startsWith("apiVersion:") ?? false;
}

const DEEPEST = 100;
/** More blanks than that many levels are indented by. */
const INDENTED = new RegExp(`^[ \\t-]{${DEEPEST * 4}}`, "m");

/** Whether a text nests deeper than any manifest: the parser's time grows with the square of the depth. */
function isTooDeep(text: string): boolean {
  if (INDENTED.test(text)) return true;
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth = bracket === "[" || bracket === "{" ? depth + 1 : Math.max(0, depth - 1);
    if (depth > DEEPEST) return true;
  }
  return false;
}

/** YAML manifests as `kubectl get -o yaml` prints them, as values; undefined for any other text. Aliases are bounded. */
export function readManifests(text: string): unknown {
  if (text.length > MOST_BYTES || !isManifest(text) || isTooDeep(text)) return undefined;
  try {
    const documents = parseAllDocuments(text, { logLevel: "silent", schema: "core" });
    if (!Array.isArray(documents)) return undefined;
    const values = documents.map((document) => document.toJS({ maxAliasCount: 100 }) as unknown).filter(isRecord);
    return values.length > 1 ? values : values[0];
  } catch {
    return undefined;
  }
}
