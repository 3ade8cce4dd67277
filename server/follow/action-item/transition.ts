import type { Prisma } from "#generated/prisma/client.ts";
import { actorId } from "#lib/base/access/actor.ts";
import { can } from "#lib/base/access/can.ts";
import type { ActionItemFacts } from "#lib/base/access/facts.ts";
import { invalid, refuse } from "#lib/base/errors.ts";
import type { LocalDate } from "#lib/base/time/local-date.ts";
import { ACTION_STATUS_WORDS } from "#lib/base/vocabulary/action-item.ts";
import type { ActionItem, actionItemContract } from "#lib/contract/action-item.ts";
import type { KeptAnswer } from "#lib/follow/action-item/evidence.ts";
import { abilityOfStep, type Transition, transition } from "#lib/follow/action-item/transition.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { given } from "#server/base/kernel/given.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import type { Change } from "#server/base/kernel/nouns.ts";
import { once } from "#server/base/kernel/once.ts";
import { recordAll } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { dayCounter } from "#server/people/policy/index.ts";
import { checkApprover } from "./approver.ts";
import { checkLink } from "./checks.ts";
import { type CountedMove, isPromise, keepCounted, promisedNow } from "./count-due-date.ts";
import { evidenceIn, keepEvidence, nameOfFile, pointAt, undoEvidence } from "./evidence.ts";
import { actionItemFacts } from "./facts.ts";
import { loadActionItem } from "./load.ts";
import type { Ruled } from "./load-refs.ts";
import { type ActionPolicy, policiesOf, teamDays } from "./policy.ts";
import { evidenceText, getActionItem, presentActionItem } from "./present.ts";
import { endFlag } from "./relation.ts";
import type { ActionRowRecord, RuledAction } from "./select.ts";
import { tellFollowersOf, tellSentBack, tellVerifiers } from "./tell.ts";
import { tellConditions } from "./tell-conditions.ts";
import { type TeamNews, tellTeams } from "./tell-team.ts";
import { type Declined, endedByDecline, lastDeclines, undoDeclines } from "./undo-decline.ts";
import { leaveWaivers, requestWaiver } from "./waiver.ts";
import { columnsOf, dayOf, keepStep, stateOf } from "./write-step.ts";

type AskedStep = InputOf<typeof actionItemContract.transition>;
interface DoneBy {
  /** Who did the work, if it isn't the actor. Null: unknown. */
  implementedById?: string | null;
}
/** A step whose file is only named, among its evidence. */
export type StepInput = Omit<AskedStep, "file" | "content" | "filename"> & DoneBy;

function withFileNamed({ file, content, filename, ...step }: AskedStep & DoneBy): StepInput {
  const named = nameOfFile({ file, content, filename });
  if (named === null) return step;
  return { ...step, evidence: step.evidence ? `${step.evidence}\n${named}` : named };
}

/**
 * Moves the status by the rules. Throws `rule` with the rule that rejects it, and `conflict` with the newer row for a
 * stale version.
 */
export async function transitionActionItem(ctx: Ctx, asked: AskedStep & DoneBy): Promise<ActionItem> {
  const evidence = await evidenceOf(ctx, asked);
  const input = withFileNamed(asked);
  return transact(ctx, async (tx) => {
    const { key, version } = input;
    const loaded = await loadActionItem(tx, key);
    const { row: before } = loaded;
    const plan = await planStep(tx, await learnSteps(tx, [{ loaded, input }]), loaded, input);
    const unflagged = plan?.step.patch.blockedReason === null ? await endFlag(tx, before.id) : [];
    const changed = await tx.db.actionItem.updateMany({
      where: { id: before.id, version },
      data: { ...plan?.data, version: { increment: 1 } },
    });
    await guardVersion(changed, () => getActionItem(tx, { key }));
    if (plan?.step.waiver) return requestWaiver(tx, before, input, plan.step.waiver);
    const at = tx.now();
    const point = evidence.length > 0 ? pointAt(before, input.point) : undefined;
    for (const piece of evidence) await keepEvidence(tx, before.id, { ...piece, ...given({ point }) }, at);
    await keepStep(tx, before, { ...input, at, answers: plan?.step.answers, declined: plan?.declined });
    const flagged = await leaveStatus(tx, [{ row: before, to: input.to, move: null, ...plan }]);
    const after = await loadActionItem(tx, key);
    await tellSteps(tx, [{ before, after: after.row, input, evidence: evidenceText(after.row) ?? "" }]);
    return recordAll(tx, [stepped(before, input), ...unflagged, ...flagged], () => presentActionItem(tx, after));
  });
}

/** Returns the entry of a step in the audit log. */
export const stepped = (before: RuledAction, input: StepInput): Change<"action_item"> => ({
  action: `action_item.${input.to}`,
  id: before.id,
  incidentId: before.incidentId,
  before: { status: before.status },
  after: input,
});

interface Left extends Pick<StepPlan, "move" | "restored"> {
  row: RuledAction;
  to: StepInput["to"];
}

/**
 * Writes the further changes of steps: evidence of a step that is undone, waivers that end, what an undone decline had
 * ended, and counted dates. Returns the entries of actions that block one again.
 */
export async function leaveStatus(tx: TxCtx, steps: readonly Left[]): Promise<Change<"action_item">[]> {
  const undone = steps.filter(({ row, to }) => row.status === "implemented" && to !== "verified");
  await undoEvidence(
    tx,
    undone.map(({ row }) => row),
  );
  await keepCounted(
    tx,
    steps.flatMap(({ row, move }) => (move ? [{ id: row.id, move }] : [])),
  );
  const restored = steps.flatMap(({ row, restored: ended }) => (ended ? [{ row, ended }] : []));
  return [...(await leaveWaivers(tx, steps)), ...(await undoDeclines(tx, restored))];
}

interface TakenStep {
  before: RuledAction;
  after: ActionRowRecord;
  input: StepInput;
  /** All of the action, as text. */
  evidence: string;
}

/**
 * Notifies those whom each step asks for something, those who watch, the teams of what is settled, and who follows the
 * conditions of what is verified.
 */
export async function tellSteps(tx: TxCtx, steps: readonly TakenStep[]): Promise<void> {
  const told = new Map<string, string[]>();
  const toVerify = steps.flatMap(({ after, input, evidence }) =>
    input.to === "implemented" ? [{ row: after, evidence }] : [],
  );
  for (const [id, people] of await tellVerifiers(tx, toVerify)) told.set(id, people);
  const byReason = Map.groupBy(steps.filter(isSentBack), ({ input }) => input.reason ?? "");
  for (const [reason, sent] of byReason) {
    // Before, because the step removes who implemented it.
    const rows = sent.map(({ before }) => before);
    for (const [id, people] of await tellSentBack(tx, rows, reason)) told.set(id, people);
  }
  await tellFollowersOf(
    tx,
    steps.map(({ after, input: { to, reason } }) => ({
      ...{ row: after, news: ACTION_STATUS_WORDS[to], body: reason, told: told.get(after.id) },
    })),
  );
  await tellTeams(
    tx,
    steps.flatMap(({ after, input: { to, reason } }): TeamNews[] =>
      isSettled(to) ? [{ row: after, status: to, body: reason, told: told.get(after.id) }] : [],
    ),
  );
  await tellConditions(
    tx,
    steps.flatMap(({ after, input: { to } }) => (to === "verified" ? [{ row: after, news: "verified" as const }] : [])),
  );
}

const isSettled = (to: StepInput["to"]): to is "verified" | "declined" => to === "verified" || to === "declined";

const isSentBack = ({ before, input: { to } }: TakenStep): boolean =>
  before.status === "implemented" && !["implemented", "verified", "declined"].includes(to);

async function evidenceOf(ctx: Ctx, step: AskedStep) {
  const { key, to, evidence } = step;
  const hasFile = nameOfFile(step) !== null;
  if (to !== "implemented" && to !== "verified") {
    if (hasFile) throw invalid("file", "This step takes no evidence. Leave the file out, or add it as evidence.");
    return [];
  }
  if (!evidence && !hasFile) return [];
  const { row, refs } = await loadActionItem(ctx, key);
  authorizeStep(ctx, row, to, actionItemFacts(ctx.actor, row, refs));
  return evidenceIn(ctx, step);
}

function authorizeStep(ctx: Ctx, { status }: RuledAction, to: StepInput["to"], facts: ActionItemFacts): void {
  const mayVerify = can(ctx.actor, "actionItem", "verify", facts);
  authorize(ctx, "actionItem", abilityOfStep(status, to, { mayVerify }), facts);
}

type Step = Extract<Transition, { ok: true }>;

export interface StepPlan {
  step: Step;
  /** The columns that change. */
  data: Prisma.ActionItemUncheckedUpdateManyInput;
  move: CountedMove | null;
  /** The state that a decline ends, kept for its undo. */
  declined?: Declined | undefined;
  /** The state before the decline that this step undoes. */
  restored?: Declined | undefined;
}

/** Facts from the database that the rules need about one step or several, each read once. */
interface KnownSteps {
  policies: ReadonlyMap<string, ActionPolicy>;
  checkLink: (link: string) => Promise<void>;
  dayAfter: ReturnType<typeof dayCounter>;
  /** Which day it is for the teams of actions whose waivers are requested. */
  teamDays: ReadonlyMap<string, LocalDate>;
  /** The answers of earlier verifications of each action that is verified without any, the oldest first. */
  checkedBefore: ReadonlyMap<string, readonly (readonly KeptAnswer[])[]>;
  /** The state that each decline would end. */
  declining: ReadonlyMap<string, Declined>;
  /** The state before each decline that is undone. */
  declined: ReadonlyMap<string, Declined>;
}

/** Reads the facts from the database that the rules need about steps, each once. */
export async function learnSteps(ctx: Ctx, steps: readonly { loaded: Ruled; input: StepInput }[]): Promise<KnownSteps> {
  const asking = steps.filter(
    ({ loaded, input: { to } }) => to === "verified" || loaded.row.status === "waived" || isPromise(loaded, to),
  );
  return {
    policies: await policiesOf(
      ctx,
      asking.map(({ loaded }) => loaded.row.id),
    ),
    checkLink: once((link) => checkLink(ctx, link)),
    dayAfter: dayCounter(ctx),
    teamDays: await teamDays(
      ctx,
      steps.flatMap(({ loaded, input: { to } }) => (to === "waived" ? [loaded.row.id] : [])),
    ),
    checkedBefore: await checkedBefore(
      ctx,
      steps.flatMap(({ loaded, input: { to, answers } }) =>
        to === "verified" && answers === undefined ? [loaded.row.id] : [],
      ),
    ),
    declining: await endedByDecline(
      ctx,
      steps.flatMap(({ loaded, input: { to } }) => (to === "declined" ? [loaded.row] : [])),
    ),
    declined: await lastDeclines(
      ctx,
      steps.flatMap(({ loaded, input: { undoesDecline } }) => (undoesDecline ? [loaded.row.id] : [])),
    ),
  };
}

async function checkedBefore(ctx: Ctx, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, KeptAnswer[][]>();
  const steps = await ctx.db.actionItemTransition.findMany({
    where: { actionItemId: { in: [...ids] }, answers: { some: {} } },
    select: { actionItemId: true, answers: { select: { point: true, answer: true } } },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  const byAction = Map.groupBy(steps, ({ actionItemId }) => actionItemId);
  return new Map([...byAction].map(([id, of]) => [id, of.map(({ answers }) => answers)]));
}

const OWNER_LEFT = "Its owner has no access any more, so no one would do it. Choose another owner first.";

/**
 * Decides whether the actor can take a step, and returns what it changes. Null for a stale version. Throws `forbidden`,
 * `not_found`, `invalid`, or `rule` if a rule rejects it.
 */
export async function planStep(ctx: Ctx, known: KnownSteps, loaded: Ruled, input: StepInput): Promise<StepPlan | null> {
  const { row, refs } = loaded;
  authorizeStep(ctx, row, input.to, actionItemFacts(ctx.actor, row, refs));
  if (row.version !== input.version) return null;
  const policy = known.policies.get(row.id);
  if (policy && row.status === "waived" && input.to !== "waived") checkApprover(ctx, loaded, { policy, to: "end" });
  if (isPromise(loaded, input.to) && row.owner?.disabledAt) throw refuse("owner_left", OWNER_LEFT);
  const step = await stepOf(ctx, known, row, input);
  const promised =
    policy && isPromise(loaded, input.to) ? await promisedNow(ctx, loaded, policy, known.dayAfter) : null;
  const [declined, restored] = [known.declining.get(row.id), known.declined.get(row.id)];
  return {
    step,
    data: { ...columnsOf(step.patch), ...promised?.data },
    move: promised?.move ?? null,
    declined,
    restored,
  };
}

async function stepOf(ctx: Ctx, known: KnownSteps, before: RuledAction, input: StepInput): Promise<Step> {
  const { evidence, answers, reason, declineKind, link, until, mitigation, implementedById, undoesDecline } = input;
  const details = given({
    evidence,
    answers,
    reason,
    declineKind,
    link,
    until,
    mitigation,
    implementedById,
    undoesDecline,
  });
  const effectDays = known.policies.get(before.id)?.promised.values.effectDays;
  const declinedFrom = known.declined.get(before.id)?.status ?? null;
  const step = transition({ ...stateOf(before), declinedFrom }, input.to, {
    actorId: actorId(ctx.actor),
    now: ctx.now().toISOString(),
    today: known.teamDays.get(before.id) ?? dayOf(before.owner, ctx.now()),
    ...details,
    checkedBefore: known.checkedBefore.get(before.id) ?? [],
    ...(input.to === "verified" && effectDays !== undefined ? { effectDays } : {}),
  });
  if (!step.ok) throw refuse(step.rule, step.message, step.field);
  const declineLink = input.to === "declined" ? step.patch.declineLink : null;
  if (declineLink === input.key) throw invalid("link", "An action can't replace itself");
  if (declineLink) await known.checkLink(declineLink);
  return step;
}
