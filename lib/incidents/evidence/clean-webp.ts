import { ascii, byteAt, type CleanPicture, joined, part, viewOf } from "./bytes.ts";

const RIFF_BYTES = 12;
const KEPT = new Set(["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"]);
/** Bits in the first byte of VP8X that announce EXIF and XMP. */
const TELLS_METADATA = 0x0c;

/** Returns the size from the canvas chunk, or from the only frame. Null for any other chunk. */
function sizeOf(type: string, data: Uint8Array): { width: number; height: number } | null {
  const view = viewOf(data);
  const three = (at: number) => view.getUint16(at, true) + byteAt(data, at + 2) * 65_536 + 1;
  if (type === "VP8X") return { width: three(4), height: three(7) };
  if (type === "VP8 ") return { width: view.getUint16(6, true) & 0x3fff, height: view.getUint16(8, true) & 0x3fff };
  if (type !== "VP8L") return null;
  const bits = view.getUint32(1, true);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

/**
 * Cleans a WebP: keeps frames, colours and canvas byte for byte, without EXIF, XMP and unknown chunks. Null without a
 * frame.
 */
export function cleanWebp(bytes: Uint8Array): CleanPicture | null {
  const view = viewOf(bytes);
  const end = Math.min(bytes.length, view.getUint32(4, true) + 8);
  const chunks: Uint8Array[] = [];
  let size: { width: number; height: number } | null = null;
  for (let at = RIFF_BYTES; at + 8 <= end; ) {
    const type = ascii(bytes, at, 4);
    const length = view.getUint32(at + 4, true);
    const chunk = part(bytes, at, 8 + length);
    size ??= sizeOf(type, chunk.subarray(8));
    if (KEPT.has(type)) {
      const copy = new Uint8Array(8 + length + (length % 2));
      copy.set(chunk);
      if (type === "VP8X") copy[8] = byteAt(copy, 8) & ~TELLS_METADATA;
      chunks.push(copy);
    }
    at += 8 + length + (length % 2);
  }
  if (!size) return null;
  const whole = joined([part(bytes, 0, RIFF_BYTES), ...chunks]);
  viewOf(whole).setUint32(4, whole.length - 8, true);
  return { bytes: whole, ...size };
}
