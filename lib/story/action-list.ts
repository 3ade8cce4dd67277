import type { InferContractRouterInputs } from "@orpc/contract";
import type { ActionItemRow, actionItemContract } from "#lib/contract/action-item.ts";
import { isOpenOn, lateAfter } from "#lib/follow/action-item/lateness.ts";
import type { PlainSort } from "#lib/follow/action-item/query/fields.ts";

/** The filters and order of a list of action items. */
export type ActionListInput = InferContractRouterInputs<typeof actionItemContract>["list"];

/** The API accepts one value or several. */
const inSet = (set: string | readonly string[] | undefined, value: string | undefined) =>
  set === undefined || (value !== undefined && [set].flat().includes(value));

/** Returns whether a list contains a row by the same filters as the server's, except text search. */
export function belongsInActionList(row: ActionItemRow, input: ActionListInput, meId: string | undefined): boolean {
  const due = lateAfter(row);
  const isInRange =
    (input.dueBefore === undefined || (due !== null && due < input.dueBefore)) &&
    (input.dueAfter === undefined || (due !== null && due > input.dueAfter));
  return (
    row.archived === (input.archived ?? false) &&
    (!input.open || isOpenOn(row, input.today)) &&
    (!input.mine || row.owner?.id === meId) &&
    (!input.unowned || row.owner === null) &&
    inSet(input.status, row.status) &&
    inSet(input.priority, row.priority) &&
    inSet(input.type, row.type) &&
    inSet(input.ownerId, row.owner?.id) &&
    inSet(input.teamId, row.team?.id) &&
    (input.incidentKey === undefined || row.incident?.key === input.incidentKey) &&
    (input.reviewKey === undefined || row.review?.key === input.reviewKey) &&
    isInRange
  );
}

const numberOf = (row: ActionItemRow) => Number(row.key.slice(4));
const byDue = (one: ActionItemRow, other: ActionItemRow) =>
  (lateAfter(one) ?? "9999").localeCompare(lateAfter(other) ?? "9999") || numberOf(one) - numberOf(other);

/** The server's order of a list, for the orders that the browser can compute. */
export const ACTION_LIST_ORDERS = {
  due: byDue,
  priority: (one, other) => one.priority.localeCompare(other.priority) || byDue(one, other),
  newest: (one, other) => numberOf(other) - numberOf(one),
} satisfies Record<PlainSort, (one: ActionItemRow, other: ActionItemRow) => number>;
