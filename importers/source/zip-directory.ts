import { constants, inflateRawSync } from "node:zlib";
import type { ByteSource } from "./byte-source.ts";
import { DAMAGED, refuse } from "./refuse-zip.ts";

/** A file as listed in the directory of a zip. Its size is only a claim. */
export interface ZipEntry {
  path: string;
  method: number;
  packedBytes: number;
  claimedBytes: number;
  /** The position of its own header. */
  offset: number;
  isLocked: boolean;
}

const END_BYTES = 22;
const COMMENT_BYTES = 65_535;
const ENTRY = 0x02014b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const LOCATOR_BYTES = 20;
const FULL = 0xffffffff;

/** Returns the directory at the end of a zip. Throws AppError `invalid` if it is missing or cut. */
export function readDirectory(source: ByteSource): ZipEntry[] {
  const { count, start, length } = findDirectory(source);
  const bytes = copyOf(source.read(start, start + length));
  if (bytes.length < length) refuse("invalid", DAMAGED);
  const view = viewOf(bytes);
  const entries: ZipEntry[] = [];
  for (let at = 0, index = 0; index < count; index += 1) {
    if (at + 46 > length || view.getUint32(at, true) !== ENTRY) refuse("invalid", DAMAGED);
    const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const nameEnd = at + 46 + (nameBytes ?? 0);
    const extraEnd = nameEnd + (extraBytes ?? 0);
    if (extraEnd > length) refuse("invalid", DAMAGED);
    const claims = [24, 20, 42].map((field) => view.getUint32(at + field, true));
    const [claimedBytes = 0, packedBytes = 0, offset = 0] = widen(claims, viewOf(bytes.subarray(nameEnd, extraEnd)));
    const path = new TextDecoder().decode(bytes.subarray(at + 46, nameEnd));
    const isLocked = (view.getUint16(at + 8, true) & 1) === 1;
    entries.push({ path, method: view.getUint16(at + 10, true), packedBytes, claimedBytes, offset, isLocked });
    at = extraEnd + (commentBytes ?? 0);
  }
  return entries;
}

/**
 * Returns the bytes of one file, at most `limit`. Null if there are more. Throws AppError `invalid` if it is damaged.
 */
export function unpackEntry(source: ByteSource, entry: ZipEntry, limit: number): Uint8Array | null {
  const header = viewOf(copyOf(source.read(entry.offset, entry.offset + 30)));
  if (header.byteLength < 30) refuse("invalid", DAMAGED);
  const start = entry.offset + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  if (start + entry.packedBytes > source.size) refuse("invalid", DAMAGED);
  const packed = source.read(start, start + entry.packedBytes);
  if (entry.method === 0) return packed.length > limit ? null : copyOf(packed);
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, limit), finishFlush: constants.Z_FINISH });
  } catch (error) {
    if (error instanceof RangeError) return null;
    return refuse("invalid", `${entry.path} in the zip is damaged. Pack it again.`);
  }
}

function findDirectory(source: ByteSource): { count: number; start: number; length: number } {
  const tailStart = Math.max(0, source.size - END_BYTES - COMMENT_BYTES);
  const view = viewOf(copyOf(source.read(tailStart, source.size)));
  for (let at = view.byteLength - END_BYTES; at >= 0; at -= 1) {
    if (view.getUint32(at, true) !== END) continue;
    const found = {
      count: view.getUint16(at + 10, true),
      length: view.getUint32(at + 12, true),
      start: view.getUint32(at + 16, true),
    };
    const isWide = found.count === 0xffff || found.length === FULL || found.start === FULL;
    return isWide ? findWideDirectory(source, tailStart + at) : found;
  }
  return refuse("invalid", DAMAGED);
}

/** The directory of a zip with more than 65,534 files or 4 GB. */
function findWideDirectory(source: ByteSource, end: number): { count: number; start: number; length: number } {
  const locator = viewOf(copyOf(source.read(Math.max(0, end - LOCATOR_BYTES), end)));
  if (locator.byteLength < LOCATOR_BYTES || locator.getUint32(0, true) !== LOCATOR_64) refuse("invalid", DAMAGED);
  const at = Number(locator.getBigUint64(8, true));
  const record = viewOf(copyOf(source.read(at, at + 56)));
  if (record.byteLength < 56 || record.getUint32(0, true) !== END_64) refuse("invalid", DAMAGED);
  const [count = 0, length = 0, start = 0] = [32, 40, 48].map((field) => Number(record.getBigUint64(field, true)));
  return { count, length, start };
}

/** Sizes and positions that need more than four bytes are in an extra field, in this order. */
function widen(claims: number[], extra: DataView): number[] {
  if (!claims.includes(FULL)) return claims;
  for (let at = 0; at + 4 <= extra.byteLength; at += 4 + extra.getUint16(at + 2, true)) {
    if (extra.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    return claims.map((claim) => {
      if (claim !== FULL || next + 8 > extra.byteLength) return claim;
      next += 8;
      return Number(extra.getBigUint64(next - 8, true));
    });
  }
  return claims;
}

const copyOf = (bytes: Uint8Array): Uint8Array => bytes.slice();
const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
