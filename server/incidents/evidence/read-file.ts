import { createHash } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import { AppError, invalid } from "#lib/base/errors.ts";
import { isStorable } from "#lib/base/text/storable.ts";
import type { evidenceContract } from "#lib/contract/evidence.ts";
import { FILE_LIMIT_BYTES } from "#lib/incidents/evidence/limits.ts";
import { cleanPicture, isPictureType } from "#lib/incidents/evidence/picture.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { config } from "#server/base/process/config.ts";

export interface ReadFile {
  hash: string;
  bytes: Uint8Array<ArrayBuffer>;
  mediaType: string;
  size: number;
  width: number | null;
  height: number | null;
}

type Input = Pick<InputOf<typeof evidenceContract.attach>, "content" | "file">;

async function bytesOf({ content = "", file }: Input): Promise<Uint8Array> {
  if (file) return new Uint8Array(await file.arrayBuffer());
  const packed = content.replace(/\s+/g, "");
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(packed)) throw invalid("content", "Not base64");
  return Buffer.from(packed, "base64");
}

/** The type that the bytes themselves show; text that any editor opens, or bytes of a kind nobody knows. */
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

/** A file as we keep it: type from its bytes, pictures without what they tell besides their pixels. */
export async function readFile(input: Input): Promise<ReadFile> {
  const given = await bytesOf(input);
  const limit = Math.min(FILE_LIMIT_BYTES, config().uploadLimitBytes);
  if (given.length > limit)
    throw new AppError("too_large", {
      message: `This file has ${megabytes(given.length)} MB; the limit for evidence is ${megabytes(limit)} MB. Attach a link to it instead.`,
    });
  if (given.length === 0) throw invalid("file", "This file is empty; choose another");
  const mediaType = await typeOf(given);
  const picture = isPictureType(mediaType) ? cleanPicture(given, mediaType) : null;
  if (isPictureType(mediaType) && picture === null)
    throw invalid(
      "file",
      "This picture is damaged, so what it tells of place and device cannot be taken out; save it again",
    );
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

/** What a browser, or a picture made from it, would have to hold unpacked: four bytes a pixel, whatever the file has. */
const LONGEST_SIDE = 16_384;
const MOST_PIXELS = 60_000_000;

function refuseHuge({ width, height }: { width: number; height: number }): void {
  if (Math.max(width, height) <= LONGEST_SIDE && width * height <= MOST_PIXELS) return;
  const message = `This picture has ${width} × ${height} pixels; the limit is ${LONGEST_SIDE} on a side and ${MOST_PIXELS / 1e6} million in all. Attach a smaller one.`;
  throw new AppError("too_large", { message, fields: [{ field: "file", message }] });
}

const megabytes = (bytes: number) => Math.ceil(bytes / 1024 / 102.4) / 10;
