import { createActionItem, getActionItem, transitionActionItem, updateActionItem } from "#server/action-item/index.ts";
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

/** Takes every action item as far as it has come. Runs once all actions and changes are there, for they link each other. */
export async function playActions(stage: Stage, plans: readonly ActionPlan[], names: Names): Promise<void> {
  const playAll = async ({ name, steps }: ActionPlan) => {
    for (const step of steps) await play(stage, names.get("action", name), step, names);
  };
  await Promise.all(plans.map(playAll));
}

async function play(stage: Stage, key: string, step: ActionStep, names: Names): Promise<void> {
  const ctx = stage.as(step.by, step.on, "15:00");
  const { version } = await getActionItem(ctx, { key });
  if ("blocked" in step) await updateActionItem(ctx, { key, version, blockedReason: step.blocked });
  else if ("moveDueTo" in step) {
    await updateActionItem(ctx, { key, version, dueDate: stage.date(step.moveDueTo), dueReason: step.reason });
  } else {
    const { to, evidence, reason, declineKind, link, untilIn } = step;
    await transitionActionItem(ctx, {
      key,
      version,
      to,
      ...(evidence ? { evidence } : {}),
      ...(reason ? { reason } : {}),
      ...(declineKind ? { declineKind } : {}),
      ...(link ? { link: names.get(declineKind === "moved_to_change" ? "change" : "action", link) } : {}),
      ...(untilIn === undefined ? {} : { until: stage.date(untilIn) }),
    });
  }
}
