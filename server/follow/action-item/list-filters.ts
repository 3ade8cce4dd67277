import type { Prisma } from "#generated/prisma/client.ts";
import { actorId } from "#lib/base/access/actor.ts";
import type { ActionStatus } from "#lib/base/vocabulary/action-item.ts";
import { OPEN_STATUSES } from "#lib/follow/action-item/lateness.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { fromLocalDate } from "#server/base/kernel/dates.ts";
import { numberOfKey } from "#server/base/kernel/keys.ts";
import { matchingIds } from "#server/base/kernel/words.ts";
import type { ListInput } from "./list-order.ts";

type Where = Prisma.ActionItemWhereInput;

const isOpenStatus = (status: ActionStatus) => OPEN_STATUSES.some((open) => open === status);

/** Open and archived as the indexed column says it, wherever the wanted statuses are all open or all settled. */
function stateOf({ archived, open, status }: ListInput): Where {
  const wanted = status?.filter((one) => !open || isOpenStatus(one)) ?? (open ? [...OPEN_STATUSES] : undefined);
  const named: Where = wanted && (status || archived) ? { status: { in: wanted } } : {};
  if (archived) return { archivedAt: { not: null }, ...named };
  if (wanted?.every(isOpenStatus)) return { isOpen: true, ...named };
  if (wanted?.every((one) => !isOpenStatus(one))) return { isOpen: false, archivedAt: null, ...named };
  return { archivedAt: null, ...named };
}

/** What a list asks for beside what the actor may see. */
export async function filtersOf(ctx: Ctx, input: ListInput): Promise<Where[]> {
  const filters: Where[] = [stateOf(input)];
  if (input.mine) filters.push({ ownerId: actorId(ctx.actor) ?? { in: [] } });
  if (input.unowned) filters.push({ ownerId: null });
  if (input.ownerId) filters.push({ ownerId: { in: input.ownerId } });
  if (input.teamId) filters.push({ teamId: { in: input.teamId } });
  if (input.priority) filters.push({ priority: { in: input.priority } });
  if (input.type) filters.push({ type: { in: input.type } });
  if (input.dueBefore) filters.push({ dueDate: { lt: fromLocalDate(input.dueBefore) } });
  if (input.dueAfter) filters.push({ dueDate: { gt: fromLocalDate(input.dueAfter) } });
  if (input.incidentKey) filters.push({ incident: { number: numberOfKey(input.incidentKey) } });
  if (input.reviewKey) filters.push({ review: { number: numberOfKey(input.reviewKey) } });
  if (input.q?.trim()) filters.push({ id: { in: await matchingIds(ctx, "actionItem", input.q) } });
  return filters;
}
