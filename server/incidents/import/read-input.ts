import { closeSync, createWriteStream, mkdtempSync, openSync, readSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type ByteSource, decodeMails, inMemory, type OpenedSource, openSource } from "#importers/index.ts";
import { AppError, invalid } from "#lib/base/errors.ts";
import { storable } from "#lib/base/text/storable.ts";
import { isZone } from "#lib/base/time/zones.ts";
import type { importContract } from "#lib/contract/import.ts";
import type { ColumnMapping } from "#lib/incidents/timeline/column-roles.ts";
import { UPLOAD_LIMITS, uploadKindOf, uploadLimitBytes } from "#lib/incidents/timeline/upload-limits.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { pathOfFile } from "#server/base/kernel/spooled-file.ts";
import { config } from "#server/base/process/config.ts";
import { rememberedMapping } from "./remember-mapping.ts";

interface Upload {
  bytes: ByteSource;
  close(): void;
}

/** Up to here a file is read into memory. */
const SMALL_BYTES = 4 * 1024 * 1024;

/** The bytes of an uploaded file; a large one stays on disk. To be closed. */
async function openUpload(file: File): Promise<Upload> {
  const path = pathOfFile(file);
  if (file.size <= SMALL_BYTES) return { bytes: inMemory(new Uint8Array(await file.arrayBuffer())), close: () => {} };
  if (path !== null) return openFile(path, file.size);
  const folder = mkdtempSync(join(tmpdir(), "afterword-import-"));
  const copy = join(folder, "source");
  try {
    await pipeline(Readable.from(file.stream()), createWriteStream(copy, { mode: 0o600 }));
    const { bytes, close } = openFile(copy, file.size);
    return {
      bytes,
      close: () => {
        close();
        remove(folder);
      },
    };
  } catch (error) {
    remove(folder);
    throw error;
  }
}

const remove = (folder: string) => rmSync(folder, { recursive: true, force: true });

function openFile(path: string, size: number): Upload {
  const descriptor = openSync(path, "r");
  const read = (start: number, end: number): Uint8Array => {
    const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(end, size) - start));
    let filled = 0;
    while (filled < bytes.length) {
      const count = readSync(descriptor, bytes, filled, bytes.length - filled, start + filled);
      if (count === 0) break;
      filled += count;
    }
    return bytes.subarray(0, filled);
  };
  return { bytes: { size, read }, close: () => closeSync(descriptor) };
}

export type ImportInput = InputOf<typeof importContract.create>;

export interface ReadInput {
  filename: string;
  bytes: ByteSource;
  source: OpenedSource;
  /** Given, else remembered; undefined: guessed. */
  mapping: ColumnMapping | undefined;
  mappingRemembered: boolean;
}

/**
 * A table whose headers somebody mapped before is read in that way when nobody says otherwise now. Opens an upload for as long as `use` takes. Throws `too_large` over the limit of its kind and `invalid` for a zone that
 * is none.
 */
export async function withInput<Result>(
  ctx: Ctx,
  input: ImportInput,
  use: (read: ReadInput) => Promise<Result>,
): Promise<Result> {
  if (input.zone !== undefined && !isZone(input.zone))
    throw invalid("zone", "Not a known time zone; use a name such as Europe/Dublin, or an offset such as +01:00");
  const filename = storable(input.file && input.filename === "pasted.txt" ? input.file.name : input.filename);
  const upload = await uploadOf(input);
  try {
    refuseLarge(filename, upload.bytes);
    const { bytes } = upload;
    const source = await openInput(filename, bytes, input);
    const remembered = input.mapping ? null : await rememberedMapping(ctx, source);
    if (!remembered) return await use({ filename, bytes, source, mapping: input.mapping, mappingRemembered: false });
    const mapped = await openInput(filename, bytes, { ...input, mapping: remembered });
    return await use({ filename, bytes, source: mapped, mapping: remembered, mappingRemembered: true });
  } finally {
    upload.close();
  }
}

async function uploadOf(input: ImportInput): Promise<Upload> {
  if (input.file) return openUpload(input.file);
  const content = input.content ?? "";
  const close = () => {};
  if (input.encoding !== "base64") return { bytes: inMemory(new TextEncoder().encode(content)), close };
  const packed = content.replace(/\s+/g, "");
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(packed)) throw invalid("content", "Not base64; leave encoding out for plain text");
  return { bytes: inMemory(Buffer.from(packed, "base64")), close };
}

const HEAD_BYTES = 64;

function refuseLarge(filename: string, bytes: ByteSource): void {
  const kind = uploadKindOf(filename, new TextDecoder("latin1").decode(bytes.read(0, HEAD_BYTES)));
  const limit = uploadLimitBytes(kind, config().uploadLimitBytes);
  if (bytes.size <= limit) return;
  throw new AppError("too_large", {
    message: `This file has ${megabytes(bytes.size)} MB; the limit for ${UPLOAD_LIMITS[kind].label} is ${megabytes(limit)} MB. Split it, or ask an administrator to raise the limit.`,
  });
}

async function openInput(filename: string, bytes: ByteSource, input: ImportInput): Promise<OpenedSource> {
  const { zone, date, format, mapping } = input;
  const mailBytes = uploadLimitBytes("mail", config().uploadLimitBytes);
  const mails = await decodeMails({ filename, bytes }, { mailBytes });
  return openSource(
    { filename, bytes, ...mails },
    {
      ...(zone ? { zone } : {}),
      ...(date ? { date } : {}),
      ...(format ? { format } : {}),
      ...(mapping ? { mapping } : {}),
    },
  );
}

const megabytes = (bytes: number) => Math.ceil(bytes / 1024 / 102.4) / 10;
