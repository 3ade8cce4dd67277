import type { Random } from "./random.ts";

const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, littleEndian);
  for (let at = 0; at < text.length; at += 1) view.setUint16(2 + at * 2, text.charCodeAt(at), littleEndian);
  return bytes;
};

/** Returns the text in one of the encodings that tools write, sometimes with a few bytes broken. */
export function encode(text: string, random: Random): Uint8Array {
  const ways = [
    () => new TextEncoder().encode(text),
    () => new TextEncoder().encode(text),
    () => new TextEncoder().encode(`\uFEFF${text}`),
    () => utf16(text, true),
    () => utf16(text, false),
    () => Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff),
  ];
  const bytes = random.pick(ways)();
  if (random.below(4) === 0 && bytes.length > 0)
    for (let times = random.below(6); times > 0; times -= 1) bytes[random.below(bytes.length)] = random.below(256);
  return bytes;
}
