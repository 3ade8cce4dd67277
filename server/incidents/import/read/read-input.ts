import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { actorId } from "#lib/base/access/actor.ts";
import { AppError, invalid } from "#lib/base/errors.ts";
import { sizeWords } from "#lib/base/text/size-words.ts";
import { storable } from "#lib/base/text/storable.ts";
import { isZone } from "#lib/base/time/zones.ts";
import type { importContract } from "#lib/contract/import.ts";
import type { ColumnMapping } from "#lib/incidents/import/column-roles.ts";
import { UPLOAD_LIMITS, uploadKindOf, uploadLimitBytes } from "#lib/incidents/import/upload-limits.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import type { StoredBytes } from "#server/base/kernel/open-bytes.ts";
import { pathOfFile } from "#server/base/kernel/spooled-file.ts";
import { config } from "#server/base/process/config.ts";
import { workers } from "#server/base/worker/index.ts";
import { followReading } from "./progress.ts";
import { type FromSource, READ_SOURCE, type SourceHead, type SourcePiece } from "./read-source.ts";
import { rememberedMapping } from "./remember-mapping.ts";

interface Upload {
  stored: StoredBytes;
  size: number;
  /** Its first bytes. */
  head: Uint8Array;
  close(): void;
}

/** A file up to this size is read into memory. */
const SMALL_BYTES = 4 * 1024 * 1024;
const HEAD_BYTES = 64;

/** An uploaded file. A large one stays on disk. Close it after use. */
async function openUpload(file: File): Promise<Upload> {
  const path = pathOfFile(file);
  const kept = () => undefined;
  if (file.size <= SMALL_BYTES) return inMemory(new Uint8Array(await file.arrayBuffer()));
  if (path !== null) return onDisk(path, file.size, kept);
  const folder = mkdtempSync(join(tmpdir(), "afterword-import-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const copy = join(folder, "source");
    await pipeline(Readable.from(file.stream()), createWriteStream(copy, { mode: 0o600 }));
    return await onDisk(copy, file.size, remove);
  } catch (error) {
    remove();
    throw error;
  }
}

const inMemory = (bytes: Uint8Array): Upload => ({
  stored: bytes,
  size: bytes.length,
  head: bytes.subarray(0, HEAD_BYTES),
  close: () => undefined,
});

async function onDisk(path: string, size: number, close: () => void): Promise<Upload> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return { stored: { path, size }, size, head: buffer.subarray(0, bytesRead), close };
  } finally {
    await handle.close();
  }
}

export type ImportInput = InputOf<typeof importContract.create>;

export interface ReadInput {
  filename: string;
  source: SourceHead;
  /** Its events, to be read once. */
  pieces: AsyncIterable<SourcePiece>;
  mappingRemembered: boolean;
}

/**
 * Reads a source in a worker thread while `use` runs. A table with headers that someone mapped before is read with that
 * mapping unless another is given. Throws `too_large` above the limit of its kind or of time and memory, and `invalid`
 * for an unknown time zone.
 */
export async function withInput<Result>(
  ctx: Ctx,
  input: ImportInput,
  use: (read: ReadInput) => Promise<Result>,
): Promise<Result> {
  if (input.zone !== undefined && !isZone(input.zone))
    throw invalid("zone", "Unknown time zone. Use a name such as Europe/Dublin, or an offset such as +01:00.");
  const filename = storable(input.file && input.filename === "pasted.txt" ? input.file.name : input.filename);
  const upload = await uploadOf(input);
  try {
    refuseLarge(filename, upload);
    const { zone, date, format, mapping } = input;
    const options = { ...given({ zone, date, format }), ...(mapping ? { mapping } : {}) };
    const mailBytes = uploadLimitBytes("mail", config().uploadLimitBytes);
    const owner = actorId(ctx.actor) ?? "server";
    const following = followReading(owner, input.readingId);
    const toRead = { filename, stored: upload.stored, options, mailBytes };
    const reading = workers().run(READ_SOURCE, toRead, { owner, signal: ctx.signal });
    try {
      let source = headIn(await reading.next(), following);
      const remembered = mapping ? null : await rememberedMapping(ctx, source.columns);
      if (remembered) source = headIn(await reading.next(remembered), following);
      const pieces = piecesIn(reading, following);
      return await use({ filename, source, pieces, mappingRemembered: remembered !== null });
    } finally {
      following.end();
      await reading.return();
    }
  } finally {
    upload.close();
  }
}

const given = (texts: Record<"zone" | "date" | "format", string | undefined>) =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text)) as {
    zone?: string;
    date?: string;
    format?: string;
  };

type Reading = AsyncGenerator<FromSource, void, ColumnMapping | null>;

type Following = ReturnType<typeof followReading>;

function headIn({ value }: IteratorResult<FromSource, void>, following: Following): SourceHead {
  if (!value || !("head" in value)) throw new Error("a source was read that has no head");
  following.tell(value.progress);
  return value.head;
}

async function* piecesIn(reading: Reading, following: Following): AsyncGenerator<SourcePiece> {
  for (let next = await reading.next(null); !next.done; next = await reading.next(null)) {
    following.tell(next.value.progress);
    if ("pieces" in next.value) yield* next.value.pieces;
  }
}

async function uploadOf(input: ImportInput): Promise<Upload> {
  if (input.file) return openUpload(input.file);
  const content = input.content ?? "";
  if (input.encoding !== "base64") return inMemory(new TextEncoder().encode(content));
  const packed = content.replace(/\s+/g, "");
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(packed))
    throw invalid("content", "This isn't base64. For plain text, leave out encoding.");
  return inMemory(Buffer.from(packed, "base64"));
}

function refuseLarge(filename: string, { size, head }: Upload): void {
  const kind = uploadKindOf(filename, new TextDecoder("latin1").decode(head));
  const limit = uploadLimitBytes(kind, config().uploadLimitBytes);
  if (size <= limit) return;
  throw new AppError("too_large", {
    message: `This file has ${sizeWords(size)}. The limit for ${UPLOAD_LIMITS[kind].label} is ${sizeWords(limit)}. Split it, or ask an admin to raise the limit.`,
  });
}
