import { createHash } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import { AppError, invalid } from "#lib/base/errors.ts";
import { isStorable } from "#lib/base/text/storable.ts";
import { isPictureType } from "#lib/base/vocabulary/picture-type.ts";
import { cleanPicture } from "#lib/incidents/evidence/picture.ts";
import { openBytes, type StoredBytes } from "#server/base/kernel/open-bytes.ts";
import type { Task } from "#server/base/worker/index.ts";

export interface PreparedFile {
  hash: string;
  bytes: Uint8Array<ArrayBuffer>;
  mediaType: string;
  size: number;
  width: number | null;
  height: number | null;
}

export const PREPARE_FILE: Task<StoredBytes, PreparedFile, undefined> = { name: "prepare-file" };

/** The same as a task for a worker. */
export async function* prepareFileInWorker(stored: StoredBytes): AsyncGenerator<PreparedFile> {
  const { bytes, close } = openBytes(stored);
  try {
    yield await prepareFile(bytes.read(0, bytes.size));
  } finally {
    close();
  }
}

/**
 * Returns a file as stored: with a type by its bytes, and pictures without metadata. Throws `invalid` for a picture
 * that is damaged or of a type that can't be cleaned, and `too_large` for one with too many pixels.
 */
export async function prepareFile(given: Uint8Array): Promise<PreparedFile> {
  const mediaType = await typeOf(given);
  if (mediaType.startsWith("image/") && !isPictureType(mediaType))
    throw invalid(
      "file",
      `Pictures of this type (${mediaType}) can contain the place where they were taken. Save it as PNG or JPEG.`,
    );
  const picture = isPictureType(mediaType) ? cleanPicture(given, mediaType) : null;
  if (isPictureType(mediaType) && picture === null)
    throw invalid("file", "This picture is damaged, so its place and device data can't be removed. Save it again.");
  if (picture) refuseHuge(picture);
  const bytes = new Uint8Array(picture?.bytes ?? given);
  return {
    hash: createHash("sha256").update(bytes).digest("hex"),
    bytes,
    mediaType,
    size: bytes.length,
    width: picture?.width ?? null,
    height: picture?.height ?? null,
  };
}

/** Returns the type by the bytes themselves: known types, text that any editor opens, or unknown bytes. */
async function typeOf(bytes: Uint8Array): Promise<string> {
  const found = (await fileTypeFromBuffer(bytes))?.mime ?? null;
  if (found === "image/apng") return "image/png";
  if (found !== null) return found;
  try {
    return isStorable(new TextDecoder("utf-8", { fatal: true }).decode(bytes))
      ? "text/plain"
      : "application/octet-stream";
  } catch {
    return "application/octet-stream";
  }
}

/** The most pixels, because a browser unpacks four bytes per pixel, whatever the file's size. */
const LONGEST_SIDE = 16_384;
const MOST_PIXELS = 60_000_000;

function refuseHuge({ width, height }: { width: number; height: number }): void {
  if (Math.max(width, height) <= LONGEST_SIDE && width * height <= MOST_PIXELS) return;
  const message = `This picture has ${width} × ${height} pixels. The limit is ${LONGEST_SIDE} on a side and ${MOST_PIXELS / 1e6} million in all. Attach a smaller one.`;
  throw new AppError("too_large", { message, fields: [{ field: "file", message }] });
}
