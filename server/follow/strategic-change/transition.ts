import { actorId } from "#lib/base/access/actor.ts";
import { invalid, refuse } from "#lib/base/errors.ts";
import { addDays } from "#lib/base/time/local-date.ts";
import { todayIn } from "#lib/base/time/today-in.ts";
import type { ChangeStatus } from "#lib/base/vocabulary/strategic-change.ts";
import type { StrategicChange, strategicChangeContract } from "#lib/contract/strategic-change.ts";
import { quarterOf } from "#lib/follow/strategic-change/quarter.ts";
import { type ChangeState, transitionChange } from "#lib/follow/strategic-change/transition.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { fromLocalDate } from "#server/base/kernel/dates.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { loadBook } from "#server/people/policy/index.ts";
import { checkLater, checkPerson } from "./checks.ts";
import { daysFor } from "./days-for.ts";
import { addDecision } from "./decisions.ts";
import { getStrategicChange, loadStrategicChange } from "./load.ts";
import type { ChangeRecord } from "./select.ts";

type Input = InputOf<typeof strategicChangeContract.transition>;

/** Moves the status by the rules. Throws `rule` with the rule that rejects it, and `conflict` for a stale version. */
export async function transitionStrategicChange(ctx: Ctx, input: Input): Promise<StrategicChange> {
  return transact(ctx, async (tx) => {
    const { key, version, to, reason, until, targetQuarter, riskById, measured } = input;
    const before = await loadStrategicChange(tx, key);
    authorize(tx, "strategicChange", to === "effect_checked" ? "checkEffect" : "decide", before);
    const thisQuarter = quarterOf(todayIn(before.owner?.timeZone ?? null, tx.now()));
    const decided = { byId: actorId(tx.actor), reason, measured, ...(targetQuarter ? { thisQuarter } : {}) };
    const state = { ...stateOf(before), targetQuarter: targetQuarter ?? before.targetQuarter };
    const step = before.version === version ? transitionChange(state, to, decided) : null;
    if (step?.ok === false) throw refuse(step.rule, step.message, step.field);
    await checkPerson(tx, "riskById", riskById);
    if (step) checkRisk(input);
    checkLater(tx, before, until);
    if (targetQuarter !== undefined && to !== "funded")
      throw invalid("targetQuarter", "You can only set a quarter when you fund a change. Leave it out.");
    if (measured !== undefined && (to !== "effect_checked" || before.measureMetric === null))
      throw invalid(
        "measured",
        "You can only enter a measured value when you check the effect of a change with a measure. Leave it out.",
      );
    const read = () => getStrategicChange(tx, { key });
    const changed = await tx.db.strategicChange.updateMany({
      where: { id: before.id, version },
      data: {
        ...step?.patch,
        ...measuredNow(before, input, tx.now()),
        ...(await effectDue(tx, before, to)),
        ...(targetQuarter === undefined ? {} : { targetQuarter, ...daysFor(before, targetQuarter) }),
        ...(to === "delivered" && before.status === "in_progress" ? ownersDelivered(before) : {}),
        ...{ assessOn: null, statusAt: tx.now(), version: { increment: 1 } },
      },
    });
    await guardVersion(changed, read);
    const isPutOff = to === "deferred" || to === "declined";
    await addDecision(tx, before.id, {
      ...{ from: before.status, to, reason: step?.patch.statusReason ?? null },
      ...(isPutOff ? { riskById, until } : {}),
    });
    return record(tx, {
      action: `strategic_change.${to}`,
      id: before.id,
      before: { status: before.status, statusReason: before.statusReason, targetQuarter: before.targetQuarter },
      after: input,
      answer: read,
    });
  });
}

/** Deferring and declining need a day on which to decide again, and a person who keeps the risk until then. */
function checkRisk({ to, until, riskById }: Input): void {
  if (to !== "deferred" && to !== "declined") return;
  if (until === undefined) throw invalid("until", "Enter the day on which to decide again");
  if (to === "deferred" && riskById === undefined) throw invalid("riskById", "Choose who owns the risk until then");
  if (to === "declined" && riskById === undefined) throw invalid("riskById", "Choose who accepts the risk");
}

/** Those who owned it before a delivery can check its effect, but never deliver it early. */
const ownersDelivered = ({ pastOwnerIds, formerOwnerIds }: ChangeRecord) => ({
  pastOwnerIds: [],
  formerOwnerIds: [...new Set([...formerOwnerIds, ...pastOwnerIds])],
});

const stateOf = (row: ChangeRecord): ChangeState => ({
  ...row,
  openMilestones: row.milestones.filter(isOpenForDelivery).map(({ title }) => title),
  hasMeasure: row.measureMetric !== null,
});
const isOpenForDelivery = ({ blocks, reachedOn, releasedAt }: ChangeRecord["milestones"][number]) =>
  reachedOn === null && (blocks || releasedAt !== null);

/** The measured value with its day and its measure as it is now. Resumed work makes it out of date. */
function measuredNow({ owner, measureMetric, measureUnit }: ChangeRecord, { to, measured }: Input, now: Date) {
  if (to === "in_progress") return { measured: null, measuredMetric: null, measuredUnit: null, measuredOn: null };
  if (to !== "effect_checked" || measured === undefined) return {};
  const measuredOn = fromLocalDate(todayIn(owner?.timeZone ?? null, now));
  return { measured, measuredMetric: measureMetric, measuredUnit: measureUnit, measuredOn };
}

/** The day on which the effect is asked for: so many days after the delivery, or after it was opened to a new check. */
async function effectDue(tx: TxCtx, { owner, team }: ChangeRecord, to: ChangeStatus) {
  if (to !== "delivered") return { effectDueOn: null, effectAskedAt: null };
  const days = (await loadBook(tx)).changeEffectDays(team?.id ?? null);
  const today = todayIn(owner?.timeZone ?? null, tx.now());
  return { effectDueOn: fromLocalDate(addDays(today, days)), effectAskedAt: null };
}
