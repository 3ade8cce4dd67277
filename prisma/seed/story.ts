import type { Pool } from "pg";
import type { Ctx } from "#server/base/kernel/context.ts";
import { CHANGES } from "./changes.ts";
import { checkout } from "./incidents/checkout.ts";
import { files } from "./incidents/files.ts";
import { gitlab } from "./incidents/gitlab.ts";
import { search } from "./incidents/search.ts";
import { connectTools } from "./integrations.ts";
import { Names } from "./names.ts";
import { foundOrganisation, setPolicy } from "./organisation.ts";
import { invitePeople } from "./people.ts";
import { playAction, proposeActions } from "./play-action.ts";
import { playChanges } from "./play-changes.ts";
import { curateIncident, enterIncident } from "./play-incident.ts";
import { beginReview, drawLessons, findFactors, finishReview, questionFixes, shareConditions } from "./play-review.ts";
import { Stage } from "./stage.ts";
import { connectTracker } from "./trackers.ts";

/**
 * Plays everything that happened before the first start: people, teams, four incidents, and the reviews, actions and
 * changes that came from them.
 */
export async function playStory(ctx: Ctx, pool: Pool): Promise<void> {
  const begunAt = ctx.now();
  const stage = new Stage({ ...ctx, now: () => begunAt }, pool);
  const names = new Names();
  await invitePeople(stage);
  const organisation = await foundOrganisation(stage);
  const recurrence = checkout(stage);
  const plans = [gitlab, files(stage), recurrence, search(stage)];
  const reviewed = plans.flatMap(({ name, review, actions }) => (review ? [{ name, review, actions }] : []));

  // Records with a key are created in a fixed order, so the keys are the same each time.
  for (const plan of plans) await enterIncident(stage, plan, organisation, names);
  await fewAtOnce(plans, (plan) => curateIncident(stage, plan, organisation, names.within(plan.name)));
  for (const { name, review } of reviewed)
    names.set("review", name, await beginReview(stage, review, names.get("incident", name)));
  await fewAtOnce(reviewed, ({ name, review }) =>
    findFactors(stage, review, names.get("review", name), names.within(name)),
  );
  for (const { name, review } of reviewed)
    await drawLessons(stage, review, names.get("review", name), names.within(name));
  // One after another, the earliest first, because the first factor of a condition creates it for the others.
  const inOrder = reviewed.toSorted((one, other) => one.review.on - other.review.on);
  for (const { review } of inOrder) await shareConditions(stage, review, names);
  for (const { name, actions } of reviewed)
    await proposeActions(stage, actions, organisation, names, names.get("review", name));
  await playChanges(stage, CHANGES, organisation, names);
  await fewAtOnce(reviewed, ({ name, review }) =>
    finishReview(stage, review, names.get("review", name), names.within(name)),
  );
  await fewAtOnce(
    plans.flatMap(({ actions }) => actions),
    (action) => playAction(stage, action, names),
  );
  if (recurrence.review) await questionFixes(stage, recurrence.review, names.get("incident", recurrence.name));
  await setPolicy(stage, organisation);
  await connectTools(stage, organisation);
  await connectTracker(stage);
}

const AT_ONCE = 4;

/** Runs this for every item, a few at a time, because each uses a connection and there are few. */
async function fewAtOnce<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
