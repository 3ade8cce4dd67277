import { actorId } from "#lib/base/access/actor.ts";
import { AppError, invalid } from "#lib/base/errors.ts";
import type { evidenceContract } from "#lib/contract/evidence.ts";
import { FILE_LIMIT_BYTES, fileFault } from "#lib/incidents/evidence/limits.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import type { StoredBytes } from "#server/base/kernel/open-bytes.ts";
import { pathOfFile } from "#server/base/kernel/spooled-file.ts";
import { config } from "#server/base/process/config.ts";
import { workers } from "#server/base/worker/index.ts";
import { PREPARE_FILE, type PreparedFile, prepareFile } from "./prepare-file.ts";

type Input = Pick<InputOf<typeof evidenceContract.attach>, "content" | "file">;

/** A file up to this size is checked within milliseconds. */
const SMALL_BYTES = 512 * 1024;

/**
 * Returns a file as stored. A large one is prepared in a worker thread for `ctx`. Without `ctx` it is prepared here,
 * because a caller that already has a thread might wait for a second one forever. Throws `too_large`, and `invalid` for
 * a file that can't be stored.
 */
export async function prepareUpload(ctx: Ctx | null, input: Input): Promise<PreparedFile> {
  const packed = (input.content ?? "").replace(/\s+/g, "");
  const size = input.file?.size ?? Math.floor((packed.length * 3) / 4);
  const limit = Math.min(FILE_LIMIT_BYTES, config().uploadLimitBytes);
  const message = fileFault(size, limit);
  if (message && size > limit) throw new AppError("too_large", { message, fields: [{ field: "file", message }] });
  if (message) throw invalid("file", message);
  if (!input.file && !/^[A-Za-z0-9+/]*={0,2}$/.test(packed)) throw invalid("content", "This isn't base64");
  const path = input.file ? pathOfFile(input.file) : null;
  const isLarge = ctx !== null && size > SMALL_BYTES;
  if (path !== null && isLarge) return prepareInWorker(ctx, { path, size });
  const bytes = input.file
    ? new Uint8Array(await input.file.arrayBuffer())
    : Uint8Array.from(Buffer.from(packed, "base64"));
  return isLarge ? prepareInWorker(ctx, bytes) : prepareFile(bytes);
}

function prepareInWorker(ctx: Ctx, stored: StoredBytes): Promise<PreparedFile> {
  const owner = actorId(ctx.actor) ?? "server";
  return workers().result(PREPARE_FILE, stored, { owner, signal: ctx.signal });
}
