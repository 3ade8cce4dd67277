import { actorId } from "#lib/base/access/actor.ts";
import { invalid } from "#lib/base/errors.ts";
import { utcDay } from "#lib/base/time/local-date.ts";
import type { ActionItem, actionItemContract } from "#lib/contract/action-item.ts";
import { dueKey } from "#lib/people/policy/values.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { fromLocalDate, fromLocalDateOrNull } from "#server/base/kernel/dates.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { actionKeyOf, numberOfKey } from "#server/base/kernel/keys.ts";
import type { Change } from "#server/base/kernel/nouns.ts";
import { recordAll } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { dayAfter } from "#server/people/policy/index.ts";
import { threadOf } from "#server/reviews/comment/index.ts";
import { reviewVisibleTo } from "#server/reviews/review/index.ts";
import { checkFactors, checkOwner, checkTeam, findNamedIncident } from "./checks.ts";
import { loadActionItem } from "./load.ts";
import { addToChanges, findChanges } from "./part-of-changes.ts";
import { policyOf } from "./policy.ts";
import { presentActionItem } from "./present.ts";
import { tellOwner } from "./tell.ts";
import { tellTeams } from "./tell-team.ts";

interface Given {
  incidentKey?: string | undefined;
  reviewKey?: string | undefined;
  factorIds: readonly string[];
}

interface Origin {
  incidentId: string | null;
  reviewId: string | null;
}

const NOWHERE: Origin = { incidentId: null, reviewId: null };

/**
 * Returns the incident and review of a new action: as named, otherwise those of its first factor. Throws `invalid` for
 * hidden ones.
 */
async function findOrigin(ctx: Ctx, { incidentKey, reviewKey, factorIds }: Given): Promise<Origin> {
  const firstFactorId = factorIds[0];
  const isOfReview = reviewKey
    ? { number: numberOfKey(reviewKey) }
    : firstFactorId && !incidentKey
      ? { factors: { some: { id: firstFactorId } } }
      : null;
  if (isOfReview) {
    const review = await ctx.db.review.findFirst({
      where: { AND: [isOfReview, reviewVisibleTo(ctx.actor)] },
      select: { id: true, incident: { select: { id: true, number: true } } },
    });
    if (!review) throw invalid(reviewKey ? "reviewKey" : "factorIds", "This review doesn't exist");
    if (incidentKey && numberOfKey(incidentKey) !== review.incident.number)
      throw invalid("incidentKey", `${reviewKey} is a review of another incident. Leave one of the two out.`);
    return { incidentId: review.incident.id, reviewId: review.id };
  }
  if (!incidentKey) return NOWHERE;
  const incident = await findNamedIncident(ctx, incidentKey);
  return { incidentId: incident.id, reviewId: null };
}

type Input = InputOf<typeof actionItemContract.create>;

/**
 * Proposes an action item. Without a due date the policy of its priority and incident sets one. Past dates are allowed.
 */
export async function createActionItem(ctx: Ctx, input: Input): Promise<ActionItem> {
  return transact(ctx, async (tx) => {
    authorizeGlobally(tx, "action.create");
    await checkOwner(tx, input.ownerId);
    await checkTeam(tx, input.teamId);
    await checkFactors(tx, input.factorIds);
    const { incidentId, reviewId } = await findOrigin(tx, input);
    const threadId = await threadOf(tx, reviewId, input.threadId);
    const changeIds = await findChanges(tx, input.changeKeys);
    const { title, type, priority, description, doneWhen, ownerId, teamId, trackerUrl, effortDays } = input;
    const id = tx.newId();
    const { number } = await tx.db.actionItem.create({
      data: {
        ...{ id, title, type, priority, description, doneWhen, ownerId, teamId, trackerUrl, incidentId, reviewId },
        effortDays: effortDays ?? null,
        threadId,
        dueDate: fromLocalDateOrNull(input.dueDate ?? null),
        dueBasis: input.dueDate === undefined ? "provisional" : "person",
        createdById: actorId(tx.actor),
        createdAt: tx.now(),
        factors: { create: [...new Set(input.factorIds)].map((factorId) => ({ factorId })) },
      },
      select: { number: true },
    });
    const joined = await addToChanges(tx, id, changeIds);
    await setByPolicy(tx, id, input);
    const created = await loadActionItem(tx, actionKeyOf(number));
    await tellTeams(tx, [{ row: created.row, status: null, told: await tellOwner(tx, created.row) }]);
    const entry: Change<"action_item"> = { action: "action_item.created", id, incidentId, after: input };
    return recordAll(tx, [entry, ...joined], () => presentActionItem(tx, created));
  });
}

/** Keeps the policies under which an action is proposed, and sets its due date by them unless one is given. */
async function setByPolicy(tx: TxCtx, id: string, { priority, dueDate: given }: Input): Promise<void> {
  const today = utcDay(tx.now());
  const { facts, newest } = await policyOf(tx, id);
  const kept = { policyEdition: newest.edition };
  if (given !== undefined) {
    await tx.db.actionItem.update({ where: { id }, data: kept });
    return;
  }
  const dueDate = await dayAfter(tx, today, newest.applied.values[dueKey(priority)], facts.teamIds);
  const counted = { ...kept, dueDate: fromLocalDateOrNull(dueDate), dueFrom: fromLocalDate(today) };
  await tx.db.actionItem.update({ where: { id }, data: counted });
}
