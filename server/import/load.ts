import type { Prisma } from "#generated/prisma/client.ts";
import { notFound } from "#lib/errors.ts";
import type { Ctx } from "#server/kernel/context.ts";

const COUNTED = {
  answers: {
    where: { takenBackAt: null },
    select: { id: true, zone: true, at: true, by: { select: { name: true } } },
  },
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
  parts: { select: { id: true, ...COUNTED } },
  ...COUNTED,
} satisfies Prisma.ImportSelect;

type Selected = Prisma.ImportGetPayload<{ select: typeof IMPORT_SELECT }>;
/** With how many of its events wait for a zone. */
export type ImportRow = Selected & { unanswered: number };

/** Imports of an incident that are no part of another, newest first. */
export async function loadImports(ctx: Ctx, incidentId: string): Promise<ImportRow[]> {
  const rows = await ctx.db.import.findMany({
    where: { incidentId, partOfId: null },
    select: IMPORT_SELECT,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  return withUnanswered(ctx, rows);
}

/** One import of an incident, or `not_found`. */
export async function loadImport(ctx: Ctx, incidentId: string, id: string): Promise<ImportRow> {
  const found = await ctx.db.import.findMany({ where: { id, incidentId, partOfId: null }, select: IMPORT_SELECT });
  const [row] = await withUnanswered(ctx, found);
  if (!row) throw notFound();
  return row;
}

async function withUnanswered(ctx: Ctx, rows: readonly Selected[]): Promise<ImportRow[]> {
  const ids = rows.flatMap((row) => [row.id, ...row.parts.map((part) => part.id)]);
  const counts = await ctx.db.timelineEvent.groupBy({
    by: ["importId"],
    where: { importId: { in: ids }, removedAt: null, ambiguity: { path: ["reason"], equals: "zone" } },
    _count: { _all: true },
  });
  const waiting = new Map(counts.map((row) => [row.importId, row._count._all]));
  return rows.map((row) => ({
    ...row,
    unanswered: [row, ...row.parts].reduce((sum, { id }) => sum + (waiting.get(id) ?? 0), 0),
  }));
}
