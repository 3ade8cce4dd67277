import type { Prisma } from "#generated/prisma/client.ts";
import type { IncidentRow, incidentContract } from "#lib/contract/incident.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { CURSORS, decodeCursor, pageFrom } from "#server/base/kernel/cursor.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { matchingIds } from "#server/base/kernel/words.ts";
import { presentIncidentRow } from "./present.ts";
import { INCIDENT_ROW_SELECT } from "./select.ts";
import { incidentVisibleTo } from "./visible-to.ts";

type Input = InputOf<typeof incidentContract.list>;

const REVIEW_FILTER: Record<NonNullable<Input["review"]>, Prisma.IncidentWhereInput> = {
  none: { reviews: { none: { status: { not: "cancelled" }, archivedAt: null } } },
  open: { reviews: { some: { status: { in: ["draft", "in_review", "reviewed"] }, archivedAt: null } } },
  published: { reviews: { some: { status: { in: ["published", "closed"] }, archivedAt: null } } },
};

/** Incidents the actor can read, newest first, by cursor over (startedAt, id). */
export async function listIncidents(
  ctx: Ctx,
  input: Input,
): Promise<{ items: IncidentRow[]; nextCursor: string | null }> {
  const filters: Prisma.IncidentWhereInput[] = [
    incidentVisibleTo(ctx.actor),
    input.archived ? { archivedAt: { not: null } } : { archivedAt: null },
  ];
  if (input.status) filters.push({ status: { in: input.status } });
  if (input.severity) filters.push({ severity: { in: input.severity } });
  if (input.kind) filters.push({ kind: { in: input.kind } });
  if (input.serviceId) filters.push({ services: { some: { serviceId: { in: input.serviceId } } } });
  if (input.review) filters.push(REVIEW_FILTER[input.review]);
  if (input.cursor) {
    const [startedAt, id] = decodeCursor(input.cursor, CURSORS.instantAndId);
    const at = new Date(startedAt);
    filters.push({ OR: [{ startedAt: { lt: at } }, { startedAt: at, id: { lt: id } }] });
  }
  const orderBy = [{ startedAt: "desc" as const }, { id: "desc" as const }];
  if (input.q?.trim()) {
    const where = { AND: [...filters] };
    const ids = await matchingIds(ctx, "incident", input.q, {
      wanted: input.limit + 1,
      page: (request) => ctx.db.incident.findMany({ where, select: { id: true }, orderBy, ...request }),
    });
    filters.push({ id: { in: ids } });
  }
  const rows = await ctx.db.incident.findMany({
    where: { AND: filters },
    select: INCIDENT_ROW_SELECT,
    orderBy,
    take: input.limit + 1,
  });
  return pageFrom(
    rows,
    input.limit,
    (row) => presentIncidentRow(ctx, row),
    (row) => [row.startedAt.toISOString(), row.id],
  );
}
