import { isRecord } from "#importers/base/values.ts";

const DEPTH = 4;
const LENGTH = 50;

/** JSON with every list of its upper levels cut to its first 50 elements: enough to tell what it is. */
export function sampleJson(json: unknown, depth = DEPTH): unknown {
  if (depth === 0) return json;
  if (Array.isArray(json)) return json.slice(0, LENGTH).map((value) => sampleJson(value, depth - 1));
  if (!isRecord(json)) return json;
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, sampleJson(value, depth - 1)]));
}
