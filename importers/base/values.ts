/** Small readers for JSON of unknown shape. They return null or empty values instead of throwing. */
export type JsonRecord = Record<string, unknown>;

/** Returns whether a value is an object and no list. */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const NO_FIELDS: JsonRecord = Object.freeze({});
const NO_ITEMS: readonly unknown[] = Object.freeze([]);

/** Returns the object under a key, or an empty one. */
export function recordAt(value: unknown, key: string): JsonRecord {
  const inner = isRecord(value) ? value[key] : undefined;
  return isRecord(inner) ? inner : NO_FIELDS;
}

/** Returns the list under a key, or an empty one. */
export function listAt(value: unknown, key: string): readonly unknown[] {
  const inner = isRecord(value) ? value[key] : undefined;
  return Array.isArray(inner) ? inner : NO_ITEMS;
}

/** Returns the first non-empty string or number at one of the keys, as trimmed text, or null. */
export function textAt(value: unknown, ...keys: string[]): string | null {
  if (!isRecord(value)) return null;
  for (const key of keys) {
    const inner = value[key];
    if (typeof inner === "number" && Number.isFinite(inner)) return String(inner);
    if (typeof inner !== "string") continue;
    const text = inner.trim();
    if (text !== "") return text;
  }
  return null;
}

/** Returns true when every key exists, whatever its value. */
export function hasKeys(value: unknown, ...keys: string[]): value is JsonRecord {
  if (!isRecord(value)) return false;
  for (const key of keys) if (!Object.hasOwn(value, key)) return false;
  return true;
}

/** Returns the value under a path of keys, `data.project.nodes`, or undefined. */
export function valueAt(value: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((inner, key) => (isRecord(inner) ? inner[key] : undefined), value);
}
