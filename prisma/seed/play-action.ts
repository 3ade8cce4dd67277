import {
  answerWaiverOf,
  askToVerify,
  createActionItem,
  getActionItem,
  transitionActionItem,
  updateActionItem,
} from "#server/follow/action-item/index.ts";
import type { Names } from "./names.ts";
import type { Organisation } from "./organisation.ts";
import type { ActionPlan, ActionStep } from "./plan.ts";
import type { Stage } from "./stage.ts";

/** Proposes the action items of a review, in the order of the plans. */
export async function proposeActions(
  stage: Stage,
  plans: readonly ActionPlan[],
  { teams }: Organisation,
  names: Names,
  reviewKey: string,
): Promise<void> {
  for (const plan of plans) {
    const { key } = await createActionItem(stage.as(plan.by, plan.on), {
      title: plan.title,
      type: plan.type,
      priority: plan.priority,
      dueDate: plan.dueIn === null ? null : stage.date(plan.dueIn),
      description: plan.description ?? "",
      doneWhen: plan.doneWhen,
      ...(plan.effort ? { effortDays: plan.effort } : {}),
      ownerId: plan.owner === null ? null : stage.id(plan.owner),
      teamId: teams.get(plan.team) ?? null,
      trackerUrl: null,
      reviewKey,
      factorIds: names.all("factor", plan.factors),
      changeKeys: [],
    });
    names.set("action", plan.name, key);
  }
}

/** Moves an action item through its steps. Runs once all actions and changes exist, because they link to each other. */
export async function playAction(stage: Stage, { name, steps }: ActionPlan, names: Names): Promise<void> {
  const key = names.get("action", name);
  let version = 1;
  for (const step of steps) version = await play(stage, { key, version }, step, names);
}

interface At {
  key: string;
  version: number;
}

/** Carries out one step. Returns the next version. */
async function play(stage: Stage, at: At, step: ActionStep, names: Names): Promise<number> {
  const ctx = stage.as(step.by, step.on, "15:00");
  if ("blocked" in step) return (await updateActionItem(ctx, { ...at, blockedReason: step.blocked })).version;
  if ("verifier" in step) return (await askToVerify(ctx, { ...at, userId: stage.id(step.verifier) })).version;
  if ("moveDueTo" in step) {
    const moved = { dueDate: stage.date(step.moveDueTo), dueReason: step.reason };
    return (await updateActionItem(ctx, { ...at, ...moved })).version;
  }
  const { to, evidence, reason, declineKind, link, untilIn, mitigation, approvedBy } = step;
  const { points } = await getActionItem(ctx, at);
  const answers = points.map((_, place) => ({ point: place + 1, answer: "met" as const }));
  const taken = await transitionActionItem(ctx, {
    ...at,
    to,
    ...(to === "verified" ? { answers } : {}),
    ...(evidence ? { evidence } : {}),
    ...(reason ? { reason } : {}),
    ...(declineKind ? { declineKind } : {}),
    ...(link ? { link: names.get(declineKind === "moved_to_change" ? "change" : "action", link) } : {}),
    ...(untilIn === undefined ? {} : { until: stage.date(untilIn) }),
    ...(mitigation ? { mitigation } : {}),
  });
  if (!approvedBy) return taken.version;
  const approver = stage.as(approvedBy, step.on, "17:00");
  return (await answerWaiverOf(approver, { key: at.key, version: taken.version, answer: "approved" })).version;
}
