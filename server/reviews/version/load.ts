import type { Prisma } from "#generated/prisma/client.ts";
import { notFound } from "#lib/base/errors.ts";
import { type ReviewVersion, VersionChanges } from "#lib/contract/version.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { loadReview, reviewFacts } from "#server/reviews/review/index.ts";

export const VERSION_SELECT = {
  number: true,
  kind: true,
  name: true,
  status: true,
  changes: true,
  authorIds: true,
  createdById: true,
  createdAt: true,
  publishedAt: true,
  publishedById: true,
  note: true,
} satisfies Prisma.ReviewVersionSelect;
type VersionRow = Prisma.ReviewVersionGetPayload<{ select: typeof VERSION_SELECT }>;

/** The review of a key, for people who can read its versions. Throws `not_found` or `forbidden`. */
export async function reviewWithVersions(ctx: Ctx, key: string) {
  const review = await loadReview(ctx, key);
  authorize(ctx, "review", "readVersions", reviewFacts(review));
  return review;
}

/** One version with its text and records. Throws `not_found`. */
export async function loadVersion(ctx: Ctx, reviewId: string, number: number) {
  const row = await ctx.db.reviewVersion.findUnique({
    where: { reviewId_number: { reviewId, number } },
    select: { ...VERSION_SELECT, title: true, state: true, blocks: true, facts: true, owners: true },
  });
  if (!row) throw notFound();
  return row;
}

/** Versions as the API returns them, with the names of their people. A person who was removed is left out. */
export async function presentVersions(ctx: Ctx, rows: readonly VersionRow[]): Promise<ReviewVersion[]> {
  const people = await ctx.db.user.findMany({
    where: {
      id: {
        in: [
          ...new Set(
            rows.flatMap(({ authorIds, createdById, publishedById }) =>
              [...authorIds, createdById, publishedById].filter((id) => id !== null),
            ),
          ),
        ],
      },
    },
    select: { id: true, name: true },
  });
  const person = (id: string | null) => people.find((one) => one.id === id) ?? null;
  return rows.map(({ number, kind, name, status, authorIds, createdById, createdAt, changes, ...row }) => ({
    number,
    kind,
    name,
    status,
    createdAt: createdAt.toISOString(),
    createdBy: person(createdById),
    published: row.publishedAt && { at: row.publishedAt.toISOString(), by: person(row.publishedById), note: row.note },
    authors: authorIds.flatMap((id) => person(id) ?? []),
    changes: changes === null ? null : VersionChanges.parse(changes),
  }));
}

/** The labels of an incident's events, such as E12, by id. */
export async function eventLabels(ctx: Ctx, incidentId: string): Promise<ReadonlyMap<string, string>> {
  const events = await ctx.db.timelineEvent.findMany({ where: { incidentId }, select: { id: true, number: true } });
  return new Map(events.map(({ id, number }) => [id, `E${number}`]));
}
