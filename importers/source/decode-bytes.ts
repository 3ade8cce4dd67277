/**
 * Decodes bytes as text: by a byte order mark, then as UTF-16 if zero bytes suggest it, otherwise as UTF-8, or as
 * Windows-1252 (which includes Latin-1) if that isn't valid. The mark itself is left out. Never throws.
 */
export function decode(bytes: Uint8Array): string {
  const { encoding, markBytes } = markedEncoding(bytes, bytes.length);
  if (encoding) return new TextDecoder(encoding).decode(bytes.subarray(markBytes));
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/**
 * Detects UTF-16 by its mark or by its zero bytes, from the first bytes of a source of `size` bytes. Null for anything
 * else.
 */
export function markedEncoding(head: Uint8Array, size: number): { encoding: Encoding | null; markBytes: number } {
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: "utf-16le", markBytes: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: "utf-16be", markBytes: 2 };
  return { encoding: guessUtf16(head, size), markBytes: 0 };
}

/** Latin letters in UTF-16 make every second byte zero. */
function guessUtf16(bytes: Uint8Array, size: number): Encoding | null {
  const length = Math.min(bytes.length, 512);
  if (length < 8 || size % 2 === 1) return null;
  let [even, odd] = [0, 0];
  for (let index = 0; index < length; index += 1) {
    if (bytes[index] !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  const half = length / 2;
  if (odd > half * 0.6 && even < half * 0.1) return "utf-16le";
  if (even > half * 0.6 && odd < half * 0.1) return "utf-16be";
  return null;
}
