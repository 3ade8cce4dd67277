import { actorId } from "#lib/base/access/actor.ts";
import type { ChangeStatus } from "#lib/base/vocabulary/strategic-change.ts";
import type { ChangeDecision } from "#lib/contract/strategic-change.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { loadStrategicChange } from "./load.ts";

interface Decision {
  from: ChangeStatus | null;
  to: ChangeStatus;
  reason: string | null;
}

/** Adds a decision to the log of a change, in the transaction of the decision. */
export async function addDecision(tx: TxCtx, changeId: string, { from, to, reason }: Decision): Promise<void> {
  await tx.db.changeDecision.create({
    data: {
      ...{ id: tx.newId(), changeId, fromStatus: from, toStatus: to, reason },
      ...{ byId: actorId(tx.actor), at: tx.now() },
    },
  });
}

/** Returns every decision about a change with its reason, the newest first. Throws `not_found` for an unknown change. */
export async function changeDecisions(ctx: Ctx, { key }: { key: string }): Promise<{ items: ChangeDecision[] }> {
  const { id: changeId } = await loadStrategicChange(ctx, key);
  const rows = await ctx.db.changeDecision.findMany({ where: { changeId }, orderBy: [{ at: "desc" }, { id: "desc" }] });
  const people = await ctx.db.user.findMany({
    where: { id: { in: [...new Set(rows.flatMap(({ byId }) => byId ?? []))] } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map((person) => [person.id, person.name]));
  return {
    items: rows.map(({ id, fromStatus, toStatus, reason, byId, at }) => {
      const by = byId === null ? null : (names.get(byId) ?? null);
      return { id, from: fromStatus, to: toStatus, reason, by, at: at.toISOString() };
    }),
  };
}
