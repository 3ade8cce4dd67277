import type { Prisma } from "#generated/prisma/client.ts";
import { actorId } from "#lib/base/access/actor.ts";
import type { ActionStatus } from "#lib/base/vocabulary/action-item.ts";
import { dueKey } from "#lib/people/policy/values.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { fromLocalDate, fromLocalDateOrNull, toLocalDate } from "#server/base/kernel/dates.ts";
import type { dayCounter } from "#server/people/policy/index.ts";
import { awaitsPublication } from "./date-ability.ts";
import type { Ruled } from "./load-refs.ts";
import type { ActionPolicy } from "./policy.ts";
import { dayOf } from "./write-step.ts";

/** Returns whether a step accepts an action for the first time. */
export const isPromise = ({ row, refs }: Ruled, to: ActionStatus): boolean =>
  row.status === "proposed" && (to === "accepted" || to === "in_progress") && !refs.promised.has(row.id);

/** A due date that was counted again. */
export type CountedMove = Pick<Prisma.ActionItemDueMoveCreateManyInput, "fromDate" | "toDate" | "basis">;

interface Promised {
  data: Prisma.ActionItemUncheckedUpdateManyInput;
  move: CountedMove | null;
}

/**
 * Returns the policies under which an action is first accepted, and its provisional due date counted from that day. It
 * stays provisional while its review can still be published.
 */
export async function promisedNow(
  ctx: Ctx,
  { row, refs }: Ruled,
  { facts, newest }: ActionPolicy,
  dayAfter: ReturnType<typeof dayCounter>,
): Promise<Promised> {
  const kept = { policyEdition: newest.edition };
  if (row.dueBasis !== "provisional") return { data: kept, move: null };
  const day = dayOf(row.owner, ctx.now());
  const count = newest.applied.values[dueKey(row.priority)];
  const toDate = fromLocalDateOrNull(await dayAfter(day, count, facts.teamIds));
  const basis = awaitsPublication(row, refs) ? "provisional" : "acceptance";
  const data = { ...kept, dueDate: toDate, dueBasis: basis, dueFrom: fromLocalDate(day) } as const;
  const isSame = toLocalDate(toDate) === toLocalDate(row.dueDate);
  return { data, move: isSame ? null : { fromDate: row.dueDate, toDate, basis } };
}

/** Records counted dates. Not moves of a person: the date wasn't a commitment before. */
export async function keepCounted(tx: TxCtx, counted: readonly { id: string; move: CountedMove }[]): Promise<void> {
  if (counted.length === 0) return;
  const by = { movedById: actorId(tx.actor), movedAt: tx.now(), reason: "" };
  await tx.db.actionItemDueMove.createMany({
    data: counted.map(({ id, move }) => ({ id: tx.newId(), actionItemId: id, ...move, ...by })),
  });
}
