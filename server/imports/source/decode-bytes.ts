/**
 * Bytes as text: a byte order mark decides, else zero bytes betray UTF-16, else UTF-8, and where that is not valid
 * Windows-1252 (which holds Latin-1). The mark itself is left out. Never throws.
 */
export function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return read(bytes.subarray(2), "utf-16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return read(bytes.subarray(2), "utf-16be");
  const guessed = guessUtf16(bytes);
  if (guessed) return read(bytes, guessed);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return read(bytes, "windows-1252");
  }
}

function read(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** Latin letters in UTF-16 leave every second byte zero. */
function guessUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const length = Math.min(bytes.length, 512);
  if (length < 8 || bytes.length % 2 === 1) return null;
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
