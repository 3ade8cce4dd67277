import { Prisma } from "#generated/prisma/client.ts";
import { AppError } from "#lib/base/errors.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { workers } from "#server/base/worker/index.ts";
import { ACTOR_SELECT, userActor } from "#server/people/auth/user-actor.ts";
import { WriteUpOptions } from "./options.ts";
import { READ_WRITE_UP, type ReadWriteUp } from "./read/read-write-up.ts";
import { writeWriteUp } from "./write.ts";

const TIMEOUT_MS = 600_000;
const CANDIDATES = 10;
const MOST_ATTEMPTS = 10;
const FAILED = "The server couldn't import this file. Import it again, or ask an admin to look at the log.";
const NO_ACCESS = "The account that uploaded this file can no longer create incidents";

interface Waiting {
  id: string;
  path: string;
  contentHash: string;
  job: { id: string; options: unknown; createdById: string | null };
}

/**
 * Imports waiting write-ups of all jobs one by one until there are none. Each is one transaction, so after a stop the
 * rest is imported later. One that fails for a reason that may pass waits for the next run. Returns how many were
 * settled.
 */
export async function processWriteUps(ctx: Ctx, signal?: AbortSignal): Promise<number> {
  let settled = 0;
  for (let skipped = 0; !signal?.aborted; ) {
    const rows = await ctx.db.writeUpFile.findMany({
      where: { state: "waiting" },
      select: {
        id: true,
        path: true,
        contentHash: true,
        job: { select: { id: true, options: true, createdById: true } },
      },
      orderBy: [{ job: { createdAt: "asc" } }, { position: "asc" }],
      skip: skipped,
      take: CANDIDATES,
    });
    if (rows.length === 0) break;
    for (const row of rows) {
      if (signal?.aborted) break;
      // Another process is at it, or it waits for the next run.
      if (await importOne(ctx, row, signal)) settled += 1;
      else skipped += 1;
    }
  }
  return settled;
}

async function importOne(system: Ctx, row: Waiting, signal: AbortSignal | undefined): Promise<boolean> {
  const ctx = { ...(await contextOf(system, row)), signal };
  try {
    const read = await readFile(ctx, row);
    return await transact(ctx, (tx) => importLocked(tx, row, read), { timeoutMs: TIMEOUT_MS });
  } catch (error) {
    if (signal?.aborted) return false;
    const known = error instanceof AppError;
    const mayPass = isTemporary(error);
    if (mayPass) system.log.warn({ err: error, file: row.id }, "a write-up could not be imported yet");
    else if (!known) system.log.error({ err: error, file: row.id }, "a write-up could not be imported");
    const reason = known ? reasonOf(error) : FAILED;
    return transact(system, async (tx) => {
      authorizeGlobally(tx, "incident.create");
      if (!(await lock(tx, row.id))) return unrecorded("another process settled it", () => false);
      if (mayPass && (await countAttempt(tx, row.id)) < MOST_ATTEMPTS)
        return unrecorded("it stays waiting for another attempt", () => false);
      await settle(tx, row.id, { state: "rejected", reason });
      return unrecorded("its report has the reason", () => true);
    });
  }
}

/** Too much to read at once, a server that stops, and a database that can't be reached or was too slow. */
const TEMPORARY = new Set([
  "rate_limited",
  "unavailable",
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "P2024",
  "P2028",
  "P2034",
]);

const isTemporary = (error: unknown): boolean =>
  (error instanceof AppError || error instanceof Prisma.PrismaClientKnownRequestError) && TEMPORARY.has(error.code);

async function countAttempt(tx: TxCtx, id: string): Promise<number> {
  const data = { attempts: { increment: 1 } };
  return (await tx.db.writeUpFile.update({ where: { id }, data, select: { attempts: true } })).attempts;
}

const reasonOf = ({ code, details, message }: AppError): string =>
  code === "forbidden" ? NO_ACCESS : (details.fields?.[0]?.message ?? message);

/** Returns the context of the person whose upload it was, with the rights that they have now. */
async function contextOf(system: Ctx, { job: { createdById } }: Waiting): Promise<Ctx> {
  if (createdById === null) return system;
  const user = await system.db.user.findUnique({ where: { id: createdById }, select: ACTOR_SELECT });
  const actor = user && userActor(user, null);
  // A removed account can do nothing, and its file is rejected.
  const nobody = { kind: "user", id: createdById, name: "", role: "viewer", teamIds: [], scopes: ["read"] } as const;
  return { ...system, actor: actor ?? nobody };
}

async function readFile(ctx: Ctx, { id, path, job }: Waiting): Promise<ReadWriteUp> {
  authorizeGlobally(ctx, "incident.create");
  const { bytes } = await ctx.db.writeUpFile.findUniqueOrThrow({ where: { id }, select: { bytes: true } });
  const { zone, date } = WriteUpOptions.parse(job.options);
  const owner = job.createdById ?? "server";
  const toRead = { path, bytes: bytes ?? new Uint8Array(), zone, date };
  return workers().result(READ_WRITE_UP, toRead, { owner, signal: ctx.signal });
}

async function importLocked(tx: TxCtx, { id, path, contentHash, job }: Waiting, read: ReadWriteUp) {
  authorizeGlobally(tx, "incident.create");
  if (!(await lock(tx, id))) return unrecorded("another process settled it", () => false);
  // The same file can be in two jobs at once.
  await tx.db
    .$queryRaw`SELECT 1 AS locked FROM (SELECT pg_advisory_xact_lock(hashtextextended(${contentHash}, 0))) held`;
  const known = await findKnown(tx, contentHash);
  if (known) {
    await settle(tx, id, {
      state: "known",
      title: known.title,
      incidentId: known.incidentId,
      reviewId: known.reviewId,
    });
    return unrecorded("the review of this file exists already", () => true);
  }
  const written = await writeWriteUp(tx, path, read, WriteUpOptions.parse(job.options));
  await settle(tx, id, { state: "done", ...written });
  return unrecorded("the incident and the review have entries of their own", () => true);
}

/** Returns what the same bytes became before, unless that was archived. */
export const findKnown = (ctx: Ctx, contentHash: string) =>
  ctx.db.writeUpFile.findFirst({
    where: { contentHash, state: "done", review: { archivedAt: null, incident: { archivedAt: null } } },
    select: { title: true, incidentId: true, reviewId: true },
  });

const lock = async (tx: TxCtx, id: string): Promise<boolean> =>
  (
    await tx.db.$queryRaw<unknown[]>`
      SELECT id FROM write_up_file WHERE id = ${id}::uuid AND state = 'waiting' FOR UPDATE SKIP LOCKED`
  ).length > 0;

/** Writes the outcome of a file, and the end of its job with the last one. */
async function settle(
  tx: TxCtx,
  id: string,
  data: Parameters<TxCtx["db"]["writeUpFile"]["update"]>[0]["data"],
): Promise<void> {
  const { jobId } = await tx.db.writeUpFile.update({ where: { id }, data: { ...data, bytes: null } });
  await tx.db.$executeRaw`SELECT id FROM write_up_job WHERE id = ${jobId}::uuid FOR UPDATE`;
  await tx.db.writeUpJob.updateMany({
    where: { id: jobId, finishedAt: null, files: { none: { state: "waiting" } } },
    data: { finishedAt: tx.now() },
  });
}
