import type { Prisma } from "#generated/prisma/client.ts";
import type { AuditEntry, auditContract } from "#lib/contract/audit.ts";
import { idsIn, namesOf } from "#server/base/audit/index.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { CURSORS, decodeCursor, pageFrom } from "#server/base/kernel/cursor.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { incidentHiddenFrom } from "#server/incidents/incident/index.ts";
import { hideKeys } from "./hide-keys.ts";
import { mentionedNames, recordKey, recordsOf } from "./records.ts";

/**
 * Returns who changed what, newest first, by cursor over (at, id). Entries of a restricted incident are only for its
 * readers.
 */
export async function listAudit(
  ctx: Ctx,
  input: InputOf<typeof auditContract.list>,
): Promise<{ items: AuditEntry[]; nextCursor: string | null }> {
  authorizeGlobally(ctx, "audit.read");
  const filters = await visible(ctx);
  if (input.noun) filters.push({ noun: input.noun });
  if (input.nounId) filters.push({ nounId: input.nounId });
  if (input.cursor) {
    const [at, id] = decodeCursor(input.cursor, CURSORS.instantAndId);
    filters.push({ OR: [{ at: { lt: new Date(at) } }, { at: new Date(at), id: { lt: id } }] });
  }
  const rows = await ctx.db.auditEntry.findMany({
    where: { AND: filters },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: input.limit + 1,
  });
  const ids = [...new Set(rows.flatMap((row) => idsIn([row.before, row.after])))];
  const [shown, records, names, mentioned] = await Promise.all([
    hideKeys(
      ctx,
      rows.flatMap(({ before, after }) => [before, after]),
    ),
    recordsOf(ctx, [...rows, ...rows.flatMap(({ incidentId }) => incidentEntry(incidentId) ?? [])]),
    namesOf(ctx, ids),
    mentionedNames(ctx, ids),
  ]);
  return pageFrom(
    rows,
    input.limit,
    (row) => ({
      id: row.id,
      at: row.at.toISOString(),
      actor: row.actorLabel,
      actorKind: row.actorKind,
      action: row.action,
      noun: row.noun,
      nounId: row.nounId,
      record: records.get(recordKey(row)) ?? records.get(recordKey(incidentEntry(row.incidentId))) ?? null,
      names: Object.fromEntries(
        idsIn([row.before, row.after]).flatMap((id) => {
          const name = names.get(id) ?? mentioned.get(id);
          return name === undefined ? [] : [[id, name]];
        }),
      ),
      before: shown(row.before),
      after: shown(row.after),
    }),
    (row) => [row.at.toISOString(), row.id],
  );
}

// A record without its own name, such as a comment or an import, is named by its incident.
const incidentEntry = (incidentId: string | null) =>
  incidentId === null ? null : { noun: "incident", nounId: incidentId };

// An admin can't read every restricted incident.
async function visible(ctx: Ctx): Promise<Prisma.AuditEntryWhereInput[]> {
  const hidden = await ctx.db.incident.findMany({
    where: incidentHiddenFrom(ctx.actor),
    select: { id: true },
  });
  if (hidden.length === 0) return [];
  const ids = hidden.map(({ id }) => id);
  // An event that was dismissed and restored before it was attached has entries without the incident.
  const incoming = await ctx.db.incomingEvent.findMany({
    where: { timelineEvent: { incidentId: { in: ids } } },
    select: { id: true },
  });
  return [
    { OR: [{ incidentId: null }, { incidentId: { notIn: ids } }] },
    { NOT: { noun: "incoming_event", nounId: { in: incoming.map(({ id }) => id) } } },
  ];
}
