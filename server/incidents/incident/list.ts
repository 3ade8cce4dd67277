import { Prisma } from "#generated/prisma/client.ts";
import type { IncidentRow, incidentContract } from "#lib/contract/incident.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { CURSORS, decodeCursor, pageFrom } from "#server/base/kernel/cursor.ts";
import { findIds, inOrderOf, oneOf } from "#server/base/kernel/find-ids.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { INCIDENT_ROW_SELECT, incidentVisibleSql } from "./load.ts";
import { presentIncidentRows } from "./present.ts";

type Input = InputOf<typeof incidentContract.list>;

const reviewThat = (condition: Prisma.Sql) =>
  Prisma.sql`EXISTS (SELECT FROM review r WHERE r.incident_id = incident.id AND r.archived_at IS NULL AND ${condition})`;

const REVIEW_FILTER: Record<NonNullable<Input["review"]>, Prisma.Sql> = {
  none: Prisma.sql`NOT ${reviewThat(Prisma.sql`r.status <> 'cancelled'`)}`,
  open: reviewThat(Prisma.sql`r.status IN ('draft', 'in_review', 'reviewed')`),
  published: reviewThat(Prisma.sql`r.status IN ('published', 'closed')`),
};

const hasService = (serviceIds: readonly string[]) => Prisma.sql`EXISTS (SELECT FROM incident_service s
  WHERE s.incident_id = incident.id AND ${oneOf("s.service_id", "uuid", serviceIds)})`;

function behind(cursor: string): Prisma.Sql {
  const [startedAt, id] = decodeCursor(cursor, CURSORS.instantAndId);
  return Prisma.sql`(incident.started_at, incident.id) < (${startedAt}::timestamptz, ${id}::uuid)`;
}

/** Returns incidents that the actor can read, newest first, by cursor over (startedAt, id). */
export async function listIncidents(
  ctx: Ctx,
  input: Input,
): Promise<{ items: IncidentRow[]; nextCursor: string | null }> {
  const where = [
    incidentVisibleSql(ctx.actor),
    input.archived ? Prisma.sql`incident.archived_at IS NOT NULL` : Prisma.sql`incident.archived_at IS NULL`,
  ];
  if (input.status) where.push(oneOf("incident.status", "incident_status", input.status));
  if (input.severity) where.push(oneOf("incident.severity", "int", input.severity));
  if (input.kind) where.push(oneOf("incident.kind", "incident_kind", input.kind));
  if (input.serviceId) where.push(hasService(input.serviceId));
  if (input.review) where.push(REVIEW_FILTER[input.review]);
  if (input.cursor) where.push(behind(input.cursor));
  const orderBy = Prisma.sql`incident.started_at DESC, incident.id DESC`;
  const ids = await findIds(ctx, { table: "incident", q: input.q, where, orderBy, limit: input.limit + 1 });
  const rows = await ctx.db.incident.findMany({ where: { id: { in: ids } }, select: INCIDENT_ROW_SELECT });
  const page = pageFrom(
    inOrderOf(ids, rows),
    input.limit,
    (row) => row,
    (row) => [row.startedAt.toISOString(), row.id],
  );
  return { ...page, items: await presentIncidentRows(ctx, page.items) };
}
