import { Prisma } from "#generated/prisma/client.ts";
import type { Actor } from "#lib/base/access/actor.ts";
import type { CanonicalFactorFacts } from "#lib/base/access/facts.ts";
import { notFound } from "#lib/base/errors.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { factorVisibleTo } from "#server/follow/factor/index.ts";
import {
  draftVisibleSql,
  reviewFacts,
  reviewVisibleSql,
  STATED_FACTOR,
  statedFactors,
} from "#server/reviews/review/index.ts";
import { type CanonicalFactorRecord, canonicalFactorSelect } from "./select.ts";

/**
 * The conditions whose reviews an actor can read. Equals `can(actor, "canonicalFactor", "read", …)` over every row. One
 * that only an unpublished draft has is among them: use `readableConditions` for what can be shown.
 */
export const canonicalFactorVisibleTo = (actor: Actor): Prisma.CanonicalFactorWhereInput => ({
  OR: [
    { factors: { some: { AND: [{ removedAt: null }, factorVisibleTo(actor)] } } },
    { factors: { none: { removedAt: null } }, lastFactor: factorVisibleTo(actor) },
  ],
});

/** Returns what the access decision needs about a condition. An empty one is read through the factor that left last. */
export const canonicalFactorFacts = ({ factors, lastFactor }: CanonicalFactorRecord): CanonicalFactorFacts => ({
  factors: (factors.length === 0 && lastFactor ? [lastFactor] : factors).map(({ review }) => ({
    review: reviewFacts(review),
  })),
});

const factorSql = (actor: Actor, isRead: Prisma.Sql): Prisma.Sql => Prisma.sql`factor.removed_at IS NULL AND EXISTS (
  SELECT FROM review WHERE review.id = factor.review_id AND ${reviewVisibleSql(actor)} AND ${isRead})`;

/** The rows of `factor` that the actor can read as they are now. */
export const draftFactorSql = (actor: Actor): Prisma.Sql => factorSql(actor, draftVisibleSql(actor));

/** The rows of `factor` that the actor can read, as they are now or as they were published. */
export const statedFactorSql = (actor: Actor): Prisma.Sql =>
  factorSql(
    actor,
    Prisma.sql`(${draftVisibleSql(actor)} OR EXISTS (
      SELECT FROM review_version v, jsonb_array_elements(v.blocks->'factors'->'rows') row
      WHERE v.review_id = review.id AND v.number = review.published_number AND row->>'key' = factor.id::text))`,
  );

/** Returns conditions with only those factors that the actor can read, and their statements as they can be read. */
export async function loadCanonicalFactors(
  ctx: Ctx,
  where: Prisma.CanonicalFactorWhereInput,
): Promise<CanonicalFactorRecord[]> {
  const rows = await ctx.db.canonicalFactor.findMany({
    where: { AND: [where, canonicalFactorVisibleTo(ctx.actor)] },
    select: canonicalFactorSelect(ctx.actor),
  });
  return asStated(ctx, rows);
}

/** Returns ids and names of those conditions that the actor can read. */
export async function readableConditions(
  ctx: Ctx,
  where: Prisma.CanonicalFactorWhereInput,
): Promise<{ id: string; name: string }[]> {
  const rows = await ctx.db.canonicalFactor.findMany({
    where: { AND: [where, canonicalFactorVisibleTo(ctx.actor)] },
    select: {
      ...{ id: true, name: true, lastFactor: { select: STATED_FACTOR } },
      factors: { where: { AND: [{ removedAt: null }, factorVisibleTo(ctx.actor)] }, select: STATED_FACTOR },
    },
  });
  return (await asStated(ctx, rows)).map(({ id, name }) => ({ id, name }));
}

type StatedFactor = Prisma.FactorGetPayload<{ select: typeof STATED_FACTOR }>;

/** Returns conditions with their factors as the actor can read them. None that only a draft has, which they can't read. */
async function asStated<Row extends { factors: StatedFactor[]; lastFactor: StatedFactor | null }>(
  ctx: Ctx,
  rows: readonly Row[],
): Promise<Row[]> {
  const all: Row["factors"][number][] = rows.flatMap(({ factors }) => factors);
  const stated = new Map((await statedFactors(ctx, all)).map((factor) => [factor.id, factor]));
  const left = rows.flatMap(({ factors, lastFactor }) => (factors.length === 0 && lastFactor ? lastFactor : []));
  const readLeft = new Set((await statedFactors(ctx, left)).map(({ id }) => id));
  return rows.flatMap((row) => {
    const factors = row.factors.flatMap(({ id }) => stated.get(id) ?? []);
    const isRead = factors.length > 0 || (row.factors.length === 0 && readLeft.has(row.lastFactor?.id ?? ""));
    return isRead ? [{ ...row, factors }] : [];
  });
}

/** Returns one condition, or the one that it was merged into. Throws `not_found`. */
export async function loadCanonicalFactor(ctx: Ctx, id: string): Promise<CanonicalFactorRecord> {
  const [row] = await loadCanonicalFactors(ctx, { id: await standingId(ctx, id) });
  if (!row) throw notFound();
  return row;
}

async function standingId(ctx: Ctx, id: string): Promise<string> {
  const row = await ctx.db.canonicalFactor.findUnique({ where: { id }, select: { mergedIntoId: true } });
  return row?.mergedIntoId ? standingId(ctx, row.mergedIntoId) : id;
}

/** Returns the id of a condition and of all that became part of it. */
export async function idsMergedInto(ctx: Ctx, id: string): Promise<string[]> {
  const rows = await ctx.db.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE merged AS (
      SELECT id FROM canonical_factor WHERE id = ${id}::uuid
      UNION SELECT part.id FROM canonical_factor part JOIN merged ON part.merged_into_id = merged.id
    ) SELECT id FROM merged`;
  return rows.map((row) => row.id);
}

/** Returns names of conditions by the ids that link to them, only of those that the actor can read. */
export async function presentConditions(
  ctx: Ctx,
  ids: readonly string[],
): Promise<Map<string, { id: string; name: string }>> {
  const standing = new Map<string, string>();
  for (const id of new Set(ids)) standing.set(id, await standingId(ctx, id));
  const rows = await readableConditions(ctx, { id: { in: [...standing.values()] } });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return new Map(
    [...standing].flatMap(([id, now]) => {
      const found = byId.get(now);
      return found ? [[id, found]] : [];
    }),
  );
}

/** Locks conditions in a fixed order, so nothing is linked to one while it is merged or split. */
export async function holdCanonicalFactors(tx: TxCtx, ids: readonly string[]): Promise<void> {
  await tx.db.$queryRaw`
    SELECT id FROM canonical_factor WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
}

/**
 * Returns the incident whose restriction an entry about a condition inherits, including one that is restricted later:
 * one that is open to all if there is any, and without factors that of the factor that left last.
 */
export async function restrictionOf(tx: TxCtx, conditionId: string): Promise<string | null> {
  const incident = await tx.db.incident.findFirst({
    where: { factors: { some: { canonicalFactorId: conditionId, removedAt: null } } },
    select: { id: true },
    orderBy: [{ restricted: "asc" }, { id: "asc" }],
  });
  if (incident) return incident.id;
  const left = { where: { id: conditionId }, select: { lastFactor: { select: { incidentId: true } } } };
  return (await tx.db.canonicalFactor.findUnique(left))?.lastFactor?.incidentId ?? null;
}
