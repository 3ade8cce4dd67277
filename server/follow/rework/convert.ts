import { z } from "zod";
import { refuse } from "#lib/base/errors.ts";
import type { ActionItem } from "#lib/contract/action-item.ts";
import type { actionReworkContract } from "#lib/contract/action-rework.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { changeKeyOf } from "#server/base/kernel/keys.ts";
import type { Change } from "#server/base/kernel/nouns.ts";
import { record, recordAll } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { type ActionRecord, bumpVersion, getActionItem, inheritable, tellFollowers } from "../action-item/index.ts";
import { createStrategicChange, loadStrategicChange } from "../strategic-change/index.ts";
import { keepRework } from "./keep.ts";
import { authorizeAndLoad } from "./load.ts";
import { Left, stepAside, stepBack } from "./step-aside.ts";

const Converted = z.object({ left: Left, version: z.number() });

const RESTRICTED =
  "Everyone can read strategic changes, so the text of this restricted action isn't copied. Create the change with new wording, then decline this action as moved to it.";

/** Makes a strategic change of an action: it gets the title, the text, the people and the factors, and the action is declined. */
export async function convert(ctx: Ctx, input: InputOf<typeof actionReworkContract.convert>): Promise<ActionItem> {
  return transact(ctx, async (tx) => {
    const { key, version } = input;
    const { row } = await authorizeAndLoad(tx, key);
    await bumpVersion(tx, row, version);
    if (
      row.incidentId !== null &&
      (await tx.db.incident.count({ where: { id: row.incidentId, restricted: true } })) > 0
    )
      throw refuse("tied_to_restricted", RESTRICTED);
    const change = await createStrategicChange(tx, {
      ...{ title: row.title, problem: row.description, expectedEffect: row.doneWhen },
      ...{ ...(await inheritable(tx, row)), sponsorId: null, targetQuarter: null },
      factorIds: row.factors.map(({ factor }) => factor.id),
      actionKeys: [key],
    });
    const { left, unflagged } = await stepAside(tx, row, {
      ...{ declineKind: "moved_to_change", link: change.key, reason: "Converted to a strategic change" },
    });
    await keepRework(tx, {
      ...{ kind: "convert", actionItemId: row.id, otherIds: [change.id] },
      detail: { left, version: change.version },
    });
    await tellFollowers(tx, row, { news: "Converted to a strategic change" });
    const converted: Change<"action_item"> = {
      ...{ action: "action_item.converted", id: row.id, incidentId: row.incidentId, after: { changeKey: change.key } },
    };
    return recordAll(tx, [converted, ...unflagged], () => getActionItem(tx, { key }));
  });
}

/**
 * Archives a change that no one has worked on, and puts the action back. Returns the entry for the history of the action
 * that blocks it again.
 */
export async function undoConvert(
  tx: TxCtx,
  row: ActionRecord,
  changeId: string,
  detail: unknown,
): Promise<Change<"action_item">[]> {
  const { left, version } = Converted.parse(detail);
  const untouched = { id: changeId, version, status: "proposed" as const, threads: { none: {} } };
  const { number } = await tx.db.strategicChange.findUniqueOrThrow({
    where: { id: changeId },
    select: { number: true },
  });
  const key = changeKeyOf(number);
  authorize(tx, "strategicChange", "edit", await loadStrategicChange(tx, key));
  const flagged = await stepBack(tx, row, left, key);
  const { count } = await tx.db.strategicChange.updateMany({
    where: untouched,
    data: { archivedAt: tx.now(), version: { increment: 1 } },
  });
  if (count === 0)
    throw refuse("not_undone", "The strategic change was changed since. Archive it and reopen the action instead.");
  await record(tx, {
    ...{ action: "strategic_change.updated", id: changeId, before: { archived: false }, after: { archived: true } },
  });
  return flagged;
}
