import { notFound, refuse } from "#lib/base/errors.ts";
import { type ChangeStatus, SCOPE_DECISIONS } from "#lib/base/vocabulary/strategic-change.ts";
import type { StrategicChange, strategicChangeContract } from "#lib/contract/strategic-change.ts";
import { isOver } from "#lib/follow/strategic-change/transition.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { checkLater, checkPerson } from "./checks.ts";
import { addDecision } from "./decisions.ts";
import { bumpChange, getStrategicChange, loadStrategicChange } from "./load.ts";

type Decided = InputOf<typeof strategicChangeContract.decideScope>;
type Undone = InputOf<typeof strategicChangeContract.undoDecision>;

/** Decides what a change leaves out or how it's narrowed, with who accepts that. Its status stays. */
export async function decideScope(ctx: Ctx, input: Decided): Promise<StrategicChange> {
  return transact(ctx, async (tx) => {
    const { key, version, kind, reason, riskById, until } = input;
    const before = await loadStrategicChange(tx, key);
    authorize(tx, "strategicChange", "decide", before);
    if (before.version === version) checkOpen(before.status);
    await checkPerson(tx, "riskById", riskById);
    checkLater(tx, before, until);
    const read = () => getStrategicChange(tx, { key });
    await guardVersion(await bumpChange(tx, before.id, version), read);
    const { status } = before;
    await addDecision(tx, before.id, { from: status, to: status, kind, reason, riskById, until });
    return record(tx, { action: "strategic_change.scope_decided", id: before.id, after: input, answer: read });
  });
}

function checkOpen(status: ChangeStatus): void {
  if (isOver(status))
    throw refuse("change_over", "This change has no open work, so no part of it can be left out. Reopen it first.");
}

/** Takes a decision that left the status as it was out of the log. Throws `not_found` for another kind, and for one that was undone. */
export async function undoDecision(ctx: Ctx, input: Undone): Promise<StrategicChange> {
  return transact(ctx, async (tx) => {
    const { key, version, decisionId } = input;
    const before = await loadStrategicChange(tx, key);
    const decision = await tx.db.changeDecision.findFirst({
      where: {
        id: decisionId,
        changeId: before.id,
        kind: { in: [...SCOPE_DECISIONS, "effect_later"] },
        undoneAt: null,
      },
    });
    authorize(tx, "strategicChange", decision?.kind === "effect_later" ? "checkEffect" : "decide", before);
    if (!decision) throw notFound();
    const read = () => getStrategicChange(tx, { key });
    await guardVersion(await bumpChange(tx, before.id, version), read);
    // Only the latest day is undone: another one, or a recorded effect, has replaced it otherwise.
    if (decision.kind === "effect_later")
      await tx.db.strategicChange.updateMany({
        where: { id: before.id, status: "delivered", effectDueOn: decision.until },
        data: { effectDueOn: decision.wasOn },
      });
    await tx.db.changeDecision.update({ where: { id: decisionId }, data: { undoneAt: tx.now() } });
    return record(tx, {
      ...{ action: "strategic_change.decision_undone", id: before.id, answer: read },
      after: { decision: decision.kind, reason: decision.reason },
    });
  });
}
