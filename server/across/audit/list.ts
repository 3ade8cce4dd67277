import type { Prisma } from "#generated/prisma/client.ts";
import { RESTRICTED_TITLE } from "#lib/base/vocabulary/incident.ts";
import type { AuditEntry, auditContract } from "#lib/contract/audit.ts";
import { idsIn, namesOf } from "#server/base/audit/index.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { CURSORS, decodeCursor, pageFrom } from "#server/base/kernel/cursor.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { actionKeyOf, incidentKeyOf, numberOfKey, reviewKeyOf } from "#server/base/kernel/keys.ts";
import { actionItemVisibleTo } from "#server/follow/action-item/index.ts";
import { incidentHiddenFrom, incidentVisibleTo } from "#server/incidents/incident/index.ts";
import { reviewVisibleTo } from "#server/reviews/review/index.ts";
import { mentionedNames, recordKey, recordsOf } from "./records.ts";

const KEY = /^(INC|REV|ACT)-[1-9]\d{0,8}$/;

/**
 * Returns how values of audit entries are shown: keys of records that the reader can't see become "Restricted item".
 */
async function hideKeys({ db, actor }: Ctx, values: readonly unknown[]): Promise<(value: unknown) => unknown> {
  const keys = [...new Set(values.flatMap(keysIn))];
  const select = { number: true } as const;
  const hidden = await Promise.all([
    hiddenAmong(keys, incidentKeyOf, (number, seen) =>
      db.incident.findMany({ where: { number, AND: seen ? incidentVisibleTo(actor) : {} }, select }),
    ),
    hiddenAmong(keys, reviewKeyOf, (number, seen) =>
      db.review.findMany({ where: { number, AND: seen ? reviewVisibleTo(actor) : {} }, select }),
    ),
    hiddenAmong(keys, actionKeyOf, (number, seen) =>
      db.actionItem.findMany({ where: { number, AND: seen ? actionItemVisibleTo(actor) : {} }, select }),
    ),
  ]);
  const all = new Set(hidden.flat());
  return (value) => (all.size === 0 ? value : without(value, all));
}

type Find = (number: { in: number[] }, seenOnly: boolean) => Promise<{ number: number }[]>;

/** Returns those of the keys whose records exist, but not for the reader. */
async function hiddenAmong(keys: readonly string[], keyOf: (number: number) => string, find: Find): Promise<string[]> {
  const numbers = keys.map(numberOfKey).filter((number, index) => keyOf(number) === keys[index]);
  if (numbers.length === 0) return [];
  const [there, seen] = await Promise.all([find({ in: numbers }, false), find({ in: numbers }, true)]);
  const visible = new Set(seen.map(({ number }) => number));
  return there.flatMap(({ number }) => (visible.has(number) ? [] : [keyOf(number)]));
}

function keysIn(value: unknown): string[] {
  if (typeof value === "string") return KEY.test(value) ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(keysIn) : [];
}

function without(value: unknown, hidden: ReadonlySet<string>): unknown {
  if (typeof value === "string") return hidden.has(value) ? RESTRICTED_TITLE : value;
  if (Array.isArray(value)) return value.map((one) => without(one, hidden));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, without(one, hidden)]));
}

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
