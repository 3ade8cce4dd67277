/** A picture without metadata, and its size as shown. */
export interface CleanPicture {
  bytes: Uint8Array;
  width: number;
  height: number;
}

/** Returns `length` bytes from `start` on. Throws RangeError if they don't exist. */
export function part(bytes: Uint8Array, start: number, length: number): Uint8Array {
  if (start < 0 || length < 0 || start + length > bytes.length) throw new RangeError("outside the file");
  return bytes.subarray(start, start + length);
}

/** Returns one byte. Throws RangeError after the end. */
export function byteAt(bytes: Uint8Array, index: number): number {
  const byte = bytes[index];
  if (byte === undefined) throw new RangeError("outside the file");
  return byte;
}

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Returns bytes as text, one letter per byte. */
export function ascii(bytes: Uint8Array, start: number, length: number): string {
  return String.fromCharCode(...part(bytes, start, length));
}

/** Returns one array with the bytes of all parts. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, one) => sum + one.length, 0));
  let at = 0;
  for (const one of parts) {
    whole.set(one, at);
    at += one.length;
  }
  return whole;
}
