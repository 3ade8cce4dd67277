import type { ChangeDecision as DecisionRow } from "#generated/prisma/client.ts";
import { actorId } from "#lib/base/access/actor.ts";
import type { ChangeDecisionKind, ChangeStatus } from "#lib/base/vocabulary/strategic-change.ts";
import type { ChangeDecision } from "#lib/contract/strategic-change.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { fromLocalDate, toLocalDate } from "#server/base/kernel/dates.ts";
import { loadStrategicChange } from "./load.ts";

interface Decision {
  from: ChangeStatus | null;
  to: ChangeStatus;
  kind?: ChangeDecisionKind;
  reason: string | null;
  until?: string | undefined;
  riskById?: string | undefined;
  wasOn?: Date | null;
}

/** Adds a decision to the log of a change, in the transaction of the decision. */
export async function addDecision(tx: TxCtx, changeId: string, decision: Decision): Promise<void> {
  const { from, to, kind = "status", reason, until, riskById = null, wasOn = null } = decision;
  await tx.db.changeDecision.create({
    data: {
      ...{ id: tx.newId(), changeId, fromStatus: from, toStatus: to, kind, reason },
      ...{ until: until === undefined ? null : fromLocalDate(until), riskById },
      ...{ byId: actorId(tx.actor), at: tx.now(), wasOn },
    },
  });
}

/** Returns every decision about a change with its reason, the newest first. Throws `not_found` for an unknown change. */
export async function changeDecisions(ctx: Ctx, { key }: { key: string }): Promise<{ items: ChangeDecision[] }> {
  const { id: changeId } = await loadStrategicChange(ctx, key);
  const rows = await ctx.db.changeDecision.findMany({
    where: { changeId, undoneAt: null },
    orderBy: [{ at: "desc" }, { id: "desc" }],
  });
  return { items: await namedDecisions(ctx, rows) };
}

/** Returns decisions with the names of their people. */
export async function namedDecisions(ctx: Ctx, rows: readonly DecisionRow[]): Promise<ChangeDecision[]> {
  const people = await ctx.db.user.findMany({
    where: { id: { in: [...new Set(rows.flatMap(({ byId, riskById }) => [byId ?? [], riskById ?? []].flat()))] } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map((person) => [person.id, person.name]));
  const nameOf = (personId: string | null) => (personId === null ? null : (names.get(personId) ?? null));
  return rows.map(({ id, fromStatus, toStatus, kind, reason, until, riskById, byId, at }) => ({
    ...{ id, from: fromStatus, to: toStatus, kind, reason, until: toLocalDate(until) },
    ...{ riskBy: nameOf(riskById), by: nameOf(byId), at: at.toISOString() },
  }));
}
