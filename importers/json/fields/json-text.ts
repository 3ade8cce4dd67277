const LONGEST = 200_000;

/** `{"` in Base64, as queues encode their messages. */
const ENCODED = "eyJ";
const isEncoded = (text: string): boolean =>
  text.startsWith(ENCODED) && text.length >= 24 && text.length <= LONGEST && /^[\w+/-]+={0,2}$/.test(text);

/** A delivery that is stored as text within another. */
export const isJsonText = (value: unknown): value is string =>
  typeof value === "string" &&
  (value.startsWith("{")
    ? /^\{\s{0,20}"/.test(value) && /\}\s{0,20}$/.test(value.slice(-21))
    : value.startsWith(ENCODED) && isEncoded(value));

/** Returns the value of such a text, or null if it is damaged. */
export function readJsonText(text: string): unknown {
  if (text.length > LONGEST) return null;
  try {
    return JSON.parse(text.startsWith(ENCODED) ? decodeBase64(text) : text) as unknown;
  } catch {
    return null;
  }
}

const decodeBase64 = (text: string): string =>
  new TextDecoder().decode(
    Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0)),
  );
