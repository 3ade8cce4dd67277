import { ascii, byteAt, type CleanPicture, joined, part, viewOf } from "./bytes.ts";
import { orientationOf, orientationSegment } from "./jpeg-orientation.ts";

const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
const COMMENT = 0xfe;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const ADOBE = 0xee;

const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7;

/** Application segments that the pixels need: JFIF, a colour profile, and how Adobe coded the colours. */
function isKept(marker: number, data: Uint8Array): boolean {
  const starts = (text: string) => data.length >= text.length && ascii(data, 0, text.length) === text;
  if (marker === COMMENT) return false;
  if (marker === APP0) return starts("JFIF\0");
  if (marker === APP2) return starts("ICC_PROFILE\0");
  return marker === ADOBE || marker < APP0 || marker > 0xef;
}

/** Returns where the coded pixels that start at `start` end: at the next marker that isn't a restart. */
function endOfScan(bytes: Uint8Array, start: number): number {
  for (let at = start; at + 1 < bytes.length; at++) {
    if (bytes[at] !== 0xff) continue;
    const next = byteAt(bytes, at + 1);
    if (next !== 0 && next !== 0xff && !isRestart(next)) return at;
  }
  return bytes.length;
}

/**
 * Cleans a JPEG: keeps tables, frames and scans byte for byte, and only the orientation from EXIF. Null without a
 * frame.
 */
export function cleanJpeg(bytes: Uint8Array): CleanPicture | null {
  const view = viewOf(bytes);
  if (view.getUint16(0) !== 0xff00 + START) return null;
  const kept: Uint8Array[] = [];
  let size: { width: number; height: number } | null = null;
  let orientation = 1;
  for (let at = 2; at < bytes.length; ) {
    if (byteAt(bytes, at) !== 0xff) return null;
    const marker = byteAt(bytes, at + 1);
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === END) break;
    const segment = part(bytes, at, 2 + view.getUint16(at + 2));
    const data = segment.subarray(4);
    if (isFrame(marker)) size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    if (marker === APP1) orientation = orientationOf(data) ?? orientation;
    const end = marker === SCAN ? endOfScan(bytes, at + segment.length) : at + segment.length;
    if (isKept(marker, data)) kept.push(part(bytes, at, end - at));
    at = end;
  }
  if (!size) return null;
  const shown = orientation >= 5 ? { width: size.height, height: size.width } : size;
  const around = [Uint8Array.of(0xff, START), ...orientationSegment(orientation)];
  return { bytes: joined([...around, ...kept, Uint8Array.of(0xff, END)]), ...shown };
}
