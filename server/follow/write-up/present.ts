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
  jobId: true,
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
} satisfies Prisma.WriteUpJobSelect;

type FileRow = Prisma.WriteUpFileGetPayload<{ select: typeof FILE_SELECT }>;
type JobRow = Prisma.WriteUpJobGetPayload<{ select: typeof JOB_SELECT }>;

/** A report is for the person whose upload it was, and for the server itself. */
const ownJobs = (ctx: Ctx): Prisma.WriteUpJobWhereInput =>
  ctx.actor.kind === "user" ? { createdById: actorId(ctx.actor) } : {};

const MOST_LISTED = 20;

type Result = NonNullable<WriteUpJob["result"]>;

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
  const jobs = await present(ctx, rows, { state: { in: ["known", "rejected"] } });
  return { items: jobs.map(({ files: _files, ...job }) => job) };
}

/** Returns one of the actor's imports of write-ups. Throws `not_found` for any other. */
export async function presentJob(ctx: Ctx, id: string): Promise<WriteUpJob> {
  const row = await ctx.db.writeUpJob.findFirst({ where: { id, ...ownJobs(ctx) }, select: JOB_SELECT });
  const [job] = row ? await present(ctx, [row]) : [];
  if (!job) throw notFound();
  return job;
}

/** Returns the jobs with the files that are `wanted`. Their results need those that are known or rejected. */
async function present(
  ctx: Ctx,
  jobs: readonly JobRow[],
  wanted: Prisma.WriteUpFileWhereInput = {},
): Promise<WriteUpJob[]> {
  const ids = jobs.map(({ id }) => id);
  // Before the files, because one that settles in between would be missing from a result.
  const tallies = await talliesOf(ctx, ids);
  const rows = await ctx.db.writeUpFile.findMany({
    where: { ...wanted, jobId: { in: ids } },
    select: FILE_SELECT,
    orderBy: { position: "asc" },
  });
  const keys = await visibleKeys(
    ctx,
    rows.flatMap(({ reviewId }) => reviewId ?? []),
  );
  const byJob = Map.groupBy(rows, ({ jobId }) => jobId);
  return jobs.map(({ createdAt, finishedAt, ...job }) => {
    const files = (byJob.get(job.id) ?? []).map((row) => presentFile(row, keys));
    const { total, waiting, archived, made } = tallies.get(job.id) ?? NOTHING;
    return {
      ...job,
      status: waiting === 0 ? "done" : "running",
      total,
      done: total - waiting,
      createdAt: createdAt.toISOString(),
      finishedAt: toInstantOrNull(finishedAt),
      archived,
      result: waiting === 0 ? { ...made, ...notImported(files) } : null,
      files,
    };
  });
}

function presentFile({ jobId: _jobId, path, reviewId, title, ...row }: FileRow, keys: Keys): WriteUpFile {
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
}

const notImported = (files: readonly WriteUpFile[]): Pick<Result, "known" | "rejected"> => ({
  known: files
    .filter(({ state }) => state === "known")
    .map(({ file, incidentKey, reviewKey }) => ({ file, incidentKey, reviewKey })),
  rejected: files
    .filter(({ state }) => state === "rejected")
    .map(({ file, reason }) => ({ file, reason: reason ?? "" })),
});

interface Tally {
  total: number;
  waiting: number;
  archived: boolean;
  made: Omit<Result, "known" | "rejected">;
}

const NOTHING: Tally = {
  total: 0,
  waiting: 0,
  archived: false,
  made: { incidents: 0, reviews: 0, events: 0, actions: 0, factors: 0, asked: 0 },
};

/** Counts the files of jobs, and what they became, without loading them. */
async function talliesOf(ctx: Ctx, jobIds: readonly string[]): Promise<ReadonlyMap<string, Tally>> {
  const rows = await ctx.db.$queryRaw<(Tally["made"] & Omit<Tally, "made"> & { jobId: string })[]>`
    SELECT job_id AS "jobId", count(*)::int AS total, count(*) FILTER (WHERE state = 'waiting')::int AS waiting,
           count(DISTINCT coalesce(f.incident_id, f.id)) FILTER (WHERE state = 'done')::int AS incidents,
           count(*) FILTER (WHERE state = 'done')::int AS reviews,
           cardinality(j.undone_at) > 0
             AND coalesce(bool_and(r.archived_at IS NOT NULL) FILTER (WHERE state = 'done'), false) AS archived,
           sum(events)::int AS events, sum(actions)::int AS actions, sum(factors)::int AS factors, sum(asked)::int AS asked
      FROM write_up_file f JOIN write_up_job j ON j.id = f.job_id LEFT JOIN review r ON r.id = f.review_id
     WHERE job_id = ANY(${[...jobIds]}::uuid[])
     GROUP BY job_id, j.undone_at`;
  return new Map(
    rows.map(({ jobId, total, waiting, archived, ...made }) => [jobId, { total, waiting, archived, made }]),
  );
}

type Keys = Awaited<ReturnType<typeof visibleKeys>>;

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
