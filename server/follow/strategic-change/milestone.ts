import type { ChangeMilestone as Milestone } from "#generated/prisma/client.ts";
import { actorId } from "#lib/base/access/actor.ts";
import { roleAllows } from "#lib/base/access/can.ts";
import { invalid, notFound } from "#lib/base/errors.ts";
import { todayIn } from "#lib/base/time/today-in.ts";
import type { StrategicChange, strategicChangeContract } from "#lib/contract/strategic-change.ts";
import { mayRelease } from "#lib/follow/strategic-change/transition.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { fromLocalDate, fromLocalDateOrNull, toLocalDate } from "#server/base/kernel/dates.ts";
import { given } from "#server/base/kernel/given.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { fieldsOf, record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { checkPerson } from "./checks.ts";
import { bumpChange, getStrategicChange, loadStrategicChange } from "./load.ts";
import type { ChangeRecord } from "./select.ts";

type Added = InputOf<typeof strategicChangeContract.addMilestone>;
type Changed = InputOf<typeof strategicChangeContract.changeMilestone>;

/** Adds a milestone, due on the day of the plan. Throws `conflict` with the newer change for a stale version. */
export async function addMilestone(ctx: Ctx, input: Added): Promise<StrategicChange> {
  return transact(ctx, async (tx) => {
    const { key, version, plannedOn, ...fields } = input;
    const change = await loadStrategicChange(tx, key);
    authorize(tx, "strategicChange", "edit", change);
    await checkPerson(tx, "ownerId", fields.ownerId);
    const read = () => getStrategicChange(tx, { key });
    await guardVersion(await bumpChange(tx, change.id, version), read);
    const day = fromLocalDate(plannedOn);
    await tx.db.changeMilestone.create({
      data: { ...fields, id: tx.newId(), changeId: change.id, plannedOn: day, dueOn: day },
    });
    return record(tx, { action: "strategic_change.milestone_added", id: change.id, after: input, answer: read });
  });
}

/** Changes a milestone. The day of the plan stays. Throws `not_found` for one of another change. */
export async function changeMilestone(ctx: Ctx, input: Changed): Promise<StrategicChange> {
  return transact(ctx, async (tx) => {
    const { key, milestoneId, version, ...asked } = input;
    const change = await loadStrategicChange(tx, key);
    authorize(tx, "strategicChange", "edit", change);
    const before = await tx.db.changeMilestone.findFirst({ where: { id: milestoneId, changeId: change.id } });
    if (!before) throw notFound();
    await checkPerson(tx, "ownerId", asked.ownerId);
    const read = () => getStrategicChange(tx, { key });
    await guardVersion(await bumpChange(tx, change.id, version), read);
    const { dueOn, reachedOn, removed, ...fields } = asked;
    if (reachedOn && reachedOn > todayIn(change.owner?.timeZone ?? null, tx.now()))
      throw invalid("reachedOn", "A milestone can't be reached in the future. Choose today or an earlier day.");
    await tx.db.changeMilestone.update({
      where: { id: milestoneId },
      data: {
        ...given(fields),
        ...(dueOn === undefined ? {} : { dueOn: fromLocalDate(dueOn) }),
        ...(reachedOn === undefined ? {} : { reachedOn: fromLocalDateOrNull(reachedOn) }),
        ...(removed === undefined ? {} : { removedAt: removed ? tx.now() : null }),
        ...released(tx, change, before, asked),
      },
    });
    const old = {
      ...{ ...before, dueOn: toLocalDate(before.dueOn), reachedOn: toLocalDate(before.reachedOn) },
      removed: before.removedAt !== null,
    };
    return record(tx, {
      ...{ action: "strategic_change.milestone_changed", id: change.id, before: fieldsOf(old, asked) },
      ...{ after: input, answer: read },
    });
  });
}

/**
 * Returns whether the delivery still asks for a milestone that isn't reached and no longer blocks. Of a proposal that was
 * never funded, the plan is its owner's to change.
 */
function released(tx: TxCtx, change: ChangeRecord, before: Milestone, { blocks, removed }: Partial<Changed>) {
  if (blocks === undefined && removed === undefined) return {};
  const isPlanned = change.status === "proposed" && change.decisions.length === 0;
  const isOut = !(blocks ?? before.blocks) || (removed ?? before.removedAt !== null);
  const by = {
    id: actorId(tx.actor),
    overseesAll: tx.actor.kind === "user" && roleAllows(tx.actor.role, "waiver.answer"),
  };
  if (!isOut || isPlanned || mayRelease(change, by)) return { releasedAt: null };
  const counted = before.blocks && before.removedAt === null && before.reachedOn === null;
  return counted ? { releasedAt: tx.now() } : {};
}
