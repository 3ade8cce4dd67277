import type { Prisma } from "#generated/prisma/client.ts";
import { notFound } from "#lib/errors.ts";
import type { Ctx } from "#server/kernel/context.ts";

export const IMPORT_SELECT = {
  id: true,
  filename: true,
  format: true,
  label: true,
  zone: true,
  created: true,
  known: true,
  ambiguous: true,
  rejected: true,
  context: true,
  rejects: true,
  createdAt: true,
  undoneAt: true,
  createdBy: { select: { name: true } },
  events: { select: { sourceLetter: true }, take: 1 },
  _count: {
    select: {
      events: {
        where: {
          removedAt: null,
          OR: [{ evidence: { some: { factor: { removedAt: null } } } }, { milestones: { some: {} } }],
        },
      },
    },
  },
} satisfies Prisma.ImportSelect;

export type ImportRow = Prisma.ImportGetPayload<{ select: typeof IMPORT_SELECT }>;

/** One import of an incident, or `not_found`. */
export async function loadImport(
  ctx: Ctx,
  incidentId: string,
  id: string,
): Promise<ImportRow & { unanswered: number }> {
  const row = await ctx.db.import.findFirst({ where: { id, incidentId }, select: IMPORT_SELECT });
  if (!row) throw notFound();
  const waiting = await unansweredOf(ctx, [id]);
  return { ...row, unanswered: waiting.get(id) ?? 0 };
}

/** How many events of each import still wait for a zone. */
export async function unansweredOf(ctx: Ctx, importIds: readonly string[]): Promise<Map<string | null, number>> {
  const rows = await ctx.db.timelineEvent.groupBy({
    by: ["importId"],
    where: { importId: { in: [...importIds] }, removedAt: null, ambiguity: { path: ["reason"], equals: "zone" } },
    _count: { _all: true },
  });
  return new Map(rows.map((row) => [row.importId, row._count._all]));
}
