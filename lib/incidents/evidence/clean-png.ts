import { ascii, joined, part, viewOf } from "./bytes.ts";
import type { CleanPicture } from "./clean-picture.ts";

const SIGNATURE_BYTES = 8;
const AROUND_DATA_BYTES = 12;
/** Chunks that say how the pixels look; words, times, EXIF and private ones are left out. */
const KEPT = new Set(
  "IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD hIST pHYs sPLT cICP mDCV cLLI acTL fcTL fdAT".split(" "),
);

/** PNG: kept chunks byte for byte up to IEND. Null without a size or an end. */
export function cleanPng(bytes: Uint8Array): CleanPicture | null {
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
