import type { Prisma } from "#generated/prisma/client.ts";
import { actorId } from "#lib/base/access/actor.ts";
import { notFound } from "#lib/base/errors.ts";
import type { WriteUpFile, WriteUpJob } from "#lib/contract/write-up.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toInstantOrNull } from "#server/base/kernel/dates.ts";
import { incidentKeyOf, reviewKeyOf } from "#server/base/kernel/keys.ts";
import { reviewVisibleTo } from "#server/reviews/review/index.ts";

const FILE_SELECT = {
  path: true,
  state: true,
  reason: true,
  title: true,
  reviewId: true,
  events: true,
  actions: true,
  factors: true,
  asked: true,
  leftOut: true,
} satisfies Prisma.WriteUpFileSelect;

const JOB_SELECT = {
  id: true,
  filename: true,
  createdAt: true,
  finishedAt: true,
  files: { select: FILE_SELECT, orderBy: { position: "asc" } },
} satisfies Prisma.WriteUpJobSelect;

type JobRow = Prisma.WriteUpJobGetPayload<{ select: typeof JOB_SELECT }>;

/** A report is for the person whose upload it was, and for the server itself. */
const ownJobs = (ctx: Ctx): Prisma.WriteUpJobWhereInput =>
  ctx.actor.kind === "user" ? { createdById: actorId(ctx.actor) } : {};

const MOST_LISTED = 20;

/** Returns an import of write-ups. Throws `not_found` for another person's. */
export async function getWriteUps(ctx: Ctx, { id }: { id: string }): Promise<WriteUpJob> {
  authorizeGlobally(ctx, "incident.create");
  return presentJob(ctx, id);
}

/** Returns the newest imports of write-ups that the actor started. */
export async function listWriteUps(ctx: Ctx): Promise<{ items: Omit<WriteUpJob, "files">[] }> {
  authorizeGlobally(ctx, "incident.create");
  const rows = await ctx.db.writeUpJob.findMany({
    where: ownJobs(ctx),
    select: JOB_SELECT,
    orderBy: { createdAt: "desc" },
    take: MOST_LISTED,
  });
  const items: Omit<WriteUpJob, "files">[] = [];
  for (const row of rows) {
    const { files: _files, ...job } = await present(ctx, row);
    items.push(job);
  }
  return { items };
}

export async function presentJob(ctx: Ctx, id: string): Promise<WriteUpJob> {
  const row = await ctx.db.writeUpJob.findFirst({ where: { id, ...ownJobs(ctx) }, select: JOB_SELECT });
  if (!row) throw notFound();
  return present(ctx, row);
}

async function present(ctx: Ctx, { files: rows, createdAt, finishedAt, ...job }: JobRow): Promise<WriteUpJob> {
  const keys = await visibleKeys(
    ctx,
    rows.flatMap(({ reviewId }) => reviewId ?? []),
  );
  const files = rows.map(({ path, reviewId, title, ...row }): WriteUpFile => {
    const found = keys.get(reviewId ?? "");
    // A title that someone restricted since isn't told.
    const isHidden = reviewId !== null && !found;
    return {
      ...row,
      file: path,
      title: isHidden ? null : title,
      incidentKey: found?.incidentKey ?? null,
      reviewKey: found?.reviewKey ?? null,
    };
  });
  const isDone = files.every(({ state }) => state !== "waiting");
  return {
    ...job,
    status: isDone ? "done" : "running",
    total: files.length,
    done: files.filter(({ state }) => state !== "waiting").length,
    createdAt: createdAt.toISOString(),
    finishedAt: toInstantOrNull(finishedAt),
    result: isDone ? resultOf(files, rows) : null,
    files,
  };
}

function resultOf(files: readonly WriteUpFile[], rows: JobRow["files"]): NonNullable<WriteUpJob["result"]> {
  const made = files.filter(({ state }) => state === "done");
  const sum = (field: "events" | "actions" | "factors" | "asked") => made.reduce((all, file) => all + file[field], 0);
  return {
    incidents: new Set(made.map((file) => file.incidentKey ?? file.file)).size,
    reviews: rows.filter(({ state }) => state === "done").length,
    ...{ events: sum("events"), actions: sum("actions"), factors: sum("factors"), asked: sum("asked") },
    known: files
      .filter(({ state }) => state === "known")
      .map(({ file, incidentKey, reviewKey }) => ({ file, incidentKey, reviewKey })),
    rejected: files
      .filter(({ state }) => state === "rejected")
      .map(({ file, reason }) => ({ file, reason: reason ?? "" })),
  };
}

/** Keys of the reviews that the actor can read, by the id of the review. */
async function visibleKeys(ctx: Ctx, reviewIds: readonly string[]) {
  const rows = await ctx.db.review.findMany({
    where: { AND: [{ id: { in: [...reviewIds] } }, reviewVisibleTo(ctx.actor)] },
    select: { id: true, number: true, incident: { select: { number: true } } },
  });
  return new Map(
    rows.map(({ id, number, incident }) => [
      id,
      { reviewKey: reviewKeyOf(number), incidentKey: incidentKeyOf(incident.number) },
    ]),
  );
}
