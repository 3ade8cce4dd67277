import type { Prisma } from "#generated/prisma/client.ts";
import { notFound } from "#lib/base/errors.ts";
import type { Ctx } from "#server/base/kernel/context.ts";

const FINDING_SELECT = {
  id: true,
  incidentId: true,
  importId: true,
  kind: true,
  text: true,
  detail: true,
  line: true,
  file: true,
  state: true,
  actionKey: true,
  factorId: true,
  settledBy: { select: { id: true, name: true } },
  settledAt: true,
  version: true,
  import: { select: { filename: true } },
} satisfies Prisma.FindingSelect;

export type FindingRow = Prisma.FindingGetPayload<{ select: typeof FINDING_SELECT }>;

/** Returns findings of an incident in the order of their files, without those of an undone import. */
export function loadFindings(ctx: Ctx, incidentId: string, where: Prisma.FindingWhereInput = {}) {
  return ctx.db.finding.findMany({
    where: { AND: [{ incidentId, removedAt: null }, where] },
    select: FINDING_SELECT,
    orderBy: [{ import: { createdAt: "asc" } }, { importId: "asc" }, { position: "asc" }],
  });
}

/** Returns one finding of an incident, or throws `not_found`. */
export async function loadFinding(ctx: Ctx, incidentId: string, id: string): Promise<FindingRow> {
  const [row] = await loadFindings(ctx, incidentId, { id });
  if (!row) throw notFound();
  return row;
}
