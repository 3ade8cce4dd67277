import type { Prisma } from "#generated/prisma/client.ts";
import { notFound } from "#lib/base/errors.ts";
import type { HistoryEntry, historyContract } from "#lib/contract/history.ts";
import { idsIn, namesOf } from "#server/base/audit/index.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { CURSORS, decodeCursor, pageFrom } from "#server/base/kernel/cursor.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { numberOfKey } from "#server/base/kernel/keys.ts";
import { loadIncident } from "#server/incidents/incident/index.ts";
import { reviewVisibleTo } from "#server/reviews/review/index.ts";
import { tellEntry } from "./describe.ts";

async function subjectOf(ctx: Ctx, noun: "incident" | "review", key: string): Promise<Prisma.AuditEntryWhereInput> {
  if (noun === "incident") return { incidentId: (await loadIncident(ctx, key)).id };
  const review = await ctx.db.review.findFirst({
    where: { AND: [{ number: numberOfKey(key) }, reviewVisibleTo(ctx.actor)] },
    select: { id: true, factors: { select: { id: true } }, threads: { select: { id: true } } },
  });
  if (!review) throw notFound();
  return { nounId: { in: [review.id, ...review.factors.map(({ id }) => id), ...review.threads.map(({ id }) => id)] } };
}

/** Returns the changes of an incident with its parts, or of a review with its factors and comments. */
export async function listHistory(
  ctx: Ctx,
  input: InputOf<typeof historyContract.list>,
): Promise<{ items: HistoryEntry[]; nextCursor: string | null }> {
  const filters: Prisma.AuditEntryWhereInput[] = [await subjectOf(ctx, input.noun, input.key)];
  if (input.cursor) {
    const [at, id] = decodeCursor(input.cursor, CURSORS.instantAndId);
    filters.push({ OR: [{ at: { lt: new Date(at) } }, { at: new Date(at), id: { lt: id } }] });
  }
  const rows = await ctx.db.auditEntry.findMany({
    where: { AND: filters },
    select: { id: true, at: true, actorLabel: true, action: true, before: true, after: true },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: input.limit + 1,
  });
  const names = await namesOf(
    ctx,
    rows.flatMap(({ before, after }) => [...idsIn(before), ...idsIn(after)]),
  );
  const present = (row: (typeof rows)[number]): HistoryEntry => ({
    id: row.id,
    at: row.at.toISOString(),
    actor: row.actorLabel,
    ...tellEntry(row, names),
  });
  return pageFrom(rows, input.limit, present, (row) => [row.at.toISOString(), row.id]);
}
