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
  const bytes = Uint8Array.from(picture?.bytes ?? given);
  return {
    hash: createHash("sha256").update(bytes).digest("hex"),
    bytes,
    mediaType,
    size: bytes.length,
    width: picture?.width ?? null,
    height: picture?.height ?? null,
  };
}

const megabytes = (bytes: number) => Math.ceil(bytes / 1024 / 102.4) / 10;
