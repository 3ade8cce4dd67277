import { ascii, viewOf } from "./bytes.ts";

const EXIF = "Exif\0\0";
const ORIENTATION_TAG = 0x0112;

/** Returns the orientation of a photo, 1 to 8, from the data of an APP1 segment. Null if it contains none. */
export function orientationOf(data: Uint8Array): number | null {
  if (data.length < 14 || ascii(data, 0, EXIF.length) !== EXIF) return null;
  const tiff = viewOf(data.subarray(EXIF.length));
  const isLittle = tiff.getUint16(0) === 0x4949;
  const directory = tiff.getUint32(4, isLittle);
  if (directory + 2 > tiff.byteLength) return null;
  const entries = tiff.getUint16(directory, isLittle);
  for (let index = 0; index < entries; index++) {
    const at = directory + 2 + index * 12;
    if (at + 12 > tiff.byteLength) return null;
    if (tiff.getUint16(at, isLittle) !== ORIENTATION_TAG) continue;
    const value = tiff.getUint16(at + 8, isLittle);
    return value >= 1 && value <= 8 ? value : null;
  }
  return null;
}

/** Returns an APP1 segment with the orientation and nothing else, or an empty one for an upright photo. */
export function orientationSegment(orientation: number): Uint8Array[] {
  if (orientation === 1) return [];
  const segment = new Uint8Array(36);
  const view = viewOf(segment);
  view.setUint16(0, 0xffe1);
  view.setUint16(2, 34);
  for (let index = 0; index < EXIF.length; index++) segment[4 + index] = EXIF.charCodeAt(index);
  view.setUint32(10, 0x4d4d002a);
  view.setUint32(14, 8);
  view.setUint16(18, 1);
  view.setUint16(20, ORIENTATION_TAG);
  view.setUint16(22, 3);
  view.setUint32(24, 1);
  view.setUint16(28, orientation);
  return [segment];
}
