import type { Prisma } from "#generated/prisma/client.ts";
import { actorId } from "#lib/base/access/actor.ts";
import { AppError, invalid } from "#lib/base/errors.ts";
import { storable } from "#lib/base/text/storable.ts";
import { isZone } from "#lib/base/time/zones.ts";
import type { WriteUpJob, writeUpContract } from "#lib/contract/write-up.ts";
import { uploadLimitBytes } from "#lib/incidents/import/upload-limits.ts";
import { authorize, authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { toJson } from "#server/base/kernel/json.ts";
import type { StoredBytes } from "#server/base/kernel/open-bytes.ts";
import { record } from "#server/base/kernel/record.ts";
import { running } from "#server/base/kernel/running.ts";
import { pathOfFile } from "#server/base/kernel/spooled-file.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { config } from "#server/base/process/config.ts";
import { workers } from "#server/base/worker/index.ts";
import { incidentFacts } from "#server/incidents/incident/index.ts";
import { findIncident } from "#server/incidents/timeline/index.ts";
import { chosenTemplate } from "#server/reviews/template/index.ts";
import { presentJob } from "./present.ts";
import { UNPACK_WRITE_UPS, type UnpackedFile } from "./read/unpack.ts";

type Input = InputOf<typeof writeUpContract.create>;

/** The job that imports what is received here. */
export const WRITE_UP_JOB = "import-write-ups";
const TIMEOUT_MS = 600_000;
const BATCH_FILES = 500;
const BATCH_BYTES = 8 * 1024 * 1024;
/** Options that are about the content of one write-up. */
const FOR_ONE = ["incidentKey", "title", "choose"] as const;

/**
 * Stores an upload of write-ups and returns its job, which imports them one by one. Throws `too_large` and `invalid` for
 * a zip that isn't opened.
 */
export async function createWriteUps(
  ctx: Ctx,
  { file, filename, content, encoding, ...options }: Input,
): Promise<WriteUpJob> {
  const upload = uploadOf({ file, filename, content, encoding });
  const owner = actorId(ctx.actor) ?? "server";
  const toUnpack = { filename: upload.name, stored: await storedBytes(upload) };
  const files = workers().run(UNPACK_WRITE_UPS, toUnpack, { owner, signal: ctx.signal });
  return receiveWriteUps(ctx, { filename: upload.name, files }, options);
}

type Options = Omit<Input, "file" | "filename" | "content" | "encoding">;

/**
 * The same for files that are unpacked already, such as those of a folder. Throws `invalid` if there are several
 * write-ups and an option is for a single one.
 */
export async function receiveWriteUps(
  ctx: Ctx,
  { filename: named, files }: { filename: string; files: AsyncIterable<UnpackedFile> },
  options: Options,
): Promise<WriteUpJob> {
  authorizeGlobally(ctx, "incident.create");
  await checkOptions(ctx, options);
  const filename = storable(named).slice(0, 260);
  const job = await transact(
    ctx,
    async (tx) => {
      authorizeGlobally(tx, "incident.create");
      const id = tx.newId();
      const made = { createdById: actorId(tx.actor), createdAt: tx.now() };
      await tx.db.writeUpJob.create({ data: { id, filename, options: toJson(options) as object, ...made } });
      const forOne = FOR_ONE.find((field) => options[field] !== undefined);
      const count = await storeFiles(tx, id, files, forOne);
      if (count === 0) throw invalid("file", "There are no write-ups in it");
      return record(tx, {
        action: "write_up.received",
        id,
        after: { filename, files: count },
        answer: () => presentJob(tx, id),
      });
    },
    { timeoutMs: TIMEOUT_MS },
  );
  running().jobs?.kick(WRITE_UP_JOB);
  return job;
}

/** Returns how many files were stored. Throws `invalid` for several write-ups if the field `forOne` was given. */
async function storeFiles(
  tx: TxCtx,
  jobId: string,
  files: AsyncIterable<UnpackedFile>,
  forOne: string | undefined,
): Promise<number> {
  let batch: Prisma.WriteUpFileCreateManyInput[] = [];
  let [count, writeUps, heldBytes] = [0, 0, 0];
  const store = async () => {
    if (batch.length > 0) await tx.db.writeUpFile.createMany({ data: batch });
    batch = [];
    heldBytes = 0;
  };
  for await (const { path, bytes, hash, refused } of files) {
    const state = refused === null ? "waiting" : "rejected";
    if (state === "waiting") writeUps += 1;
    if (forOne && writeUps > 1)
      throw invalid(forOne, "This is for a single write-up. Leave it out, or import the write-ups one by one.");
    batch.push({ id: tx.newId(), jobId, position: count, path, contentHash: hash, bytes, state, reason: refused });
    count += 1;
    heldBytes += bytes?.length ?? 0;
    if (batch.length >= BATCH_FILES || heldBytes >= BATCH_BYTES) await store();
  }
  await store();
  return count;
}

async function checkOptions(
  ctx: Ctx,
  { zone, timeZone, incidentKey, template }: Pick<Input, "zone" | "timeZone" | "incidentKey" | "template">,
): Promise<void> {
  for (const [field, given] of Object.entries({ zone, timeZone }))
    if (given !== undefined && !isZone(given))
      throw invalid(field, "Unknown time zone. Use a name such as Europe/Dublin, or an offset such as +01:00.");
  if (template !== undefined) await chosenTemplate(ctx, template);
  if (incidentKey === undefined) return;
  const facts = incidentFacts(await findIncident(ctx, incidentKey));
  authorize(ctx, "incident", "curate", facts);
}

/** Returns the file of an upload, or its content as one. */
export function uploadOf({
  file,
  filename,
  content = "",
  encoding,
}: Pick<Input, "file" | "filename" | "content" | "encoding">): File {
  if (file) return file;
  return new File([encoding === "base64" ? new Uint8Array(Buffer.from(content, "base64")) : content], filename);
}

/** An upload as a worker reads it. Throws `too_large` above the limit for a zip. */
async function storedBytes(file: File): Promise<StoredBytes> {
  const { size } = file;
  const limit = uploadLimitBytes("zip", config().uploadLimitBytes);
  if (size > limit)
    throw new AppError("too_large", {
      message: `This file is too large. The limit is ${Math.floor(limit / 1024 / 1024)} MB. Split it, or ask an admin to raise the limit.`,
    });
  const path = pathOfFile(file);
  return path === null ? new Uint8Array(await file.arrayBuffer()) : { path, size };
}
