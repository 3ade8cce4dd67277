import type { ActionItem } from "#lib/contract/action-item.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toInstantOrNull, toLocalDate } from "#server/base/kernel/dates.ts";
import { changeKeyOf, reviewKeyOf } from "#server/base/kernel/keys.ts";
import { statedFactors } from "#server/reviews/review/index.ts";
import { type LoadedAction, loadActionItem } from "./load.ts";
import { presentActionRow } from "./present-row.ts";
import type { ActionRecord } from "./select.ts";

type Entry = ActionItem["history"][number];

/** Returns status steps and due-date moves in one list, oldest first. */
function historyOf(row: ActionRecord, nameOf: (id: string | null) => string | null): Entry[] {
  const steps = row.transitions.map(({ at, byId, fromStatus, toStatus, reason, evidence }): Entry => {
    return { kind: "status", at: at.toISOString(), by: nameOf(byId), from: fromStatus, to: toStatus, reason, evidence };
  });
  const moves = row.dueHistory.map(({ movedAt, movedById, fromDate, toDate, reason }): Entry => {
    const by = nameOf(movedById);
    const [from, to] = [toLocalDate(fromDate), toLocalDate(toDate)];
    return { kind: "due", at: movedAt.toISOString(), by, from, to, reason, evidence: null };
  });
  return [...steps, ...moves].sort((one, other) => one.at.localeCompare(other.at));
}

export async function presentActionItem(ctx: Ctx, { row, refs }: LoadedAction): Promise<ActionItem> {
  const ids = [...row.transitions.map((step) => step.byId), ...row.dueHistory.map((move) => move.movedById)];
  const people = await ctx.db.user.findMany({
    where: { id: { in: [...new Set(ids.flatMap((id) => id ?? []))] } },
    select: { id: true, name: true },
  });
  const factors = await statedFactors(
    ctx,
    row.factors.map(({ factor }) => factor),
  );
  const names = new Map(people.map((person) => [person.id, person.name]));
  return {
    ...presentActionRow(ctx, row, refs),
    description: row.description,
    doneWhen: row.doneWhen,
    trackerUrl: row.trackerUrl,
    evidence: row.evidence,
    implementedBy: row.implementer,
    implementedAt: toInstantOrNull(row.implementedAt),
    verifiedBy: row.verifier,
    verifiedAt: toInstantOrNull(row.verifiedAt),
    declineKind: row.declineKind,
    declineReason: row.declineReason,
    declineLink: row.declineLink,
    waivedReason: row.waivedReason,
    factors: factors.map(({ id, number, statement, review }) => {
      return { id, number, statement, reviewKey: reviewKeyOf(review.number) };
    }),
    changes: row.changes.map(({ change }) => ({ key: changeKeyOf(change.number), title: change.title })),
    history: historyOf(row, (id) => (id === null ? null : (names.get(id) ?? null))),
  };
}

export const getActionItem = async (ctx: Ctx, input: { key: string }): Promise<ActionItem> =>
  presentActionItem(ctx, await loadActionItem(ctx, input.key));
