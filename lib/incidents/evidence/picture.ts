import type { PictureType } from "#lib/base/vocabulary/picture-type.ts";
import { ascii, byteAt, type CleanPicture, joined, part, viewOf } from "./bytes.ts";
import { cleanJpeg } from "./clean-jpeg.ts";
import { cleanWebp } from "./clean-webp.ts";

const SIGNATURE_BYTES = 8;
const AROUND_DATA_BYTES = 12;
/** Chunks that affect the pixels. Texts, times, EXIF and private chunks are left out. */
const KEPT = new Set(
  "IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD hIST pHYs sPLT cICP mDCV cLLI acTL fcTL fdAT".split(" "),
);

/** Cleans a PNG: keeps these chunks byte for byte up to IEND. Null without a size or an end. */
function cleanPng(bytes: Uint8Array): CleanPicture | null {
  const view = viewOf(bytes);
  const kept = [part(bytes, 0, SIGNATURE_BYTES)];
  let size: { width: number; height: number } | null = null;
  for (let at = SIGNATURE_BYTES; at < bytes.length; ) {
    const length = view.getUint32(at);
    const type = ascii(bytes, at + 4, 4);
    const chunk = part(bytes, at, length + AROUND_DATA_BYTES);
    if (type === "IHDR") size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    if (KEPT.has(type)) kept.push(chunk);
    if (type === "IEND") return size && { bytes: joined(kept), ...size };
    at += chunk.length;
  }
  return null;
}

const HEADER_BYTES = 13;
const EXTENSION = 0x21;
const IMAGE = 0x2c;
const TRAILER = 0x3b;
const COMMENT = 0xfe;
const APPLICATION = 0xff;
/** Application blocks with the number of repetitions of an animation. */
const LOOPS = new Set(["NETSCAPE2.0", "ANIMEXTS1.0"]);

const tableBytes = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);

/** Returns where the sub-blocks that start at `start` end, including the empty last one. */
function endOfBlocks(bytes: Uint8Array, start: number): number {
  let at = start;
  while (byteAt(bytes, at) !== 0) at += byteAt(bytes, at) + 1;
  return at + 1;
}

function isKept(bytes: Uint8Array, at: number): boolean {
  const label = byteAt(bytes, at + 1);
  if (label === COMMENT) return false;
  if (label !== APPLICATION) return true;
  return byteAt(bytes, at + 2) === 11 && LOOPS.has(ascii(bytes, at + 3, 11));
}

/** Cleans a GIF: keeps everything byte for byte except comments and application blocks. Null if a block is unknown. */
function cleanGif(bytes: Uint8Array): CleanPicture | null {
  const view = viewOf(bytes);
  const start = HEADER_BYTES + tableBytes(byteAt(bytes, 10));
  const kept = [part(bytes, 0, start)];
  for (let at = start; ; ) {
    const kind = byteAt(bytes, at);
    if (kind === TRAILER) {
      kept.push(part(bytes, at, 1));
      return { bytes: joined(kept), width: view.getUint16(6, true), height: view.getUint16(8, true) };
    }
    if (kind !== EXTENSION && kind !== IMAGE) return null;
    const blocks = kind === EXTENSION ? at + 2 : at + 10 + tableBytes(byteAt(bytes, at + 9)) + 1;
    const end = endOfBlocks(bytes, blocks);
    if (kind === IMAGE || isKept(bytes, at)) kept.push(part(bytes, at, end - at));
    at = end;
  }
}

const CLEANERS: Readonly<Record<PictureType, (bytes: Uint8Array) => CleanPicture | null>> = {
  "image/png": cleanPng,
  "image/jpeg": cleanJpeg,
  "image/gif": cleanGif,
  "image/webp": cleanWebp,
};

/**
 * Removes place, device, text and thumbnails from a picture and keeps the bytes of its pixels. Returns null if the
 * picture can't be read completely, so nothing unchecked is kept.
 */
export function cleanPicture(bytes: Uint8Array, mediaType: PictureType): CleanPicture | null {
  try {
    return CLEANERS[mediaType](bytes);
  } catch (error) {
    // A length points past the end.
    if (error instanceof RangeError) return null;
    throw error;
  }
}
