const LONGEST = 200_000;

/** A delivery that is kept as text within another. */
export const isJsonText = (value: unknown): value is string =>
  typeof value === "string" &&
  value.startsWith("{") &&
  /^\{\s{0,20}"/.test(value) &&
  /\}\s{0,20}$/.test(value.slice(-21));

/** What such a text holds; null when it is broken after all. */
export function readJsonText(text: string): unknown {
  if (text.length > LONGEST) return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
