import type { Pool } from "pg";
import type { Ctx } from "#server/kernel/context.ts";
import { CHANGES } from "./changes.ts";
import { checkout } from "./incidents/checkout.ts";
import { files } from "./incidents/files.ts";
import { gitlab } from "./incidents/gitlab.ts";
import { search } from "./incidents/search.ts";
import { Names } from "./names.ts";
import { foundOrganisation } from "./organisation.ts";
import { invitePeople } from "./people.ts";
import { playActions, proposeActions } from "./play-action.ts";
import { playChanges } from "./play-changes.ts";
import { playIncident } from "./play-incident.ts";
import { beginReview, finishReview } from "./play-review.ts";
import { Stage } from "./stage.ts";

/** Everything that happened before the first start: people, teams, four incidents, and what grew from them. */
export async function playStory(ctx: Ctx, pool: Pool): Promise<void> {
  const begunAt = ctx.now();
  const stage = new Stage({ ...ctx, now: () => begunAt }, pool);
  const names = new Names();
  await invitePeople(stage);
  const organisation = await foundOrganisation(stage);
  const plans = [gitlab, files(stage), checkout(stage), search(stage)];
  const reviews = new Map<string, string>();
  for (const plan of plans) {
    const incidentKey = await playIncident(stage, plan, organisation, names.within(plan.name));
    if (!plan.review) continue;
    const key = await beginReview(stage, incidentKey, plan.review, names.within(plan.name));
    reviews.set(plan.name, key);
    await proposeActions(stage, plan.actions, organisation, names, key);
  }
  await playChanges(stage, CHANGES, organisation, names);
  for (const plan of plans) {
    const key = reviews.get(plan.name);
    if (key !== undefined) await finishReview(stage, key, plan, names.within(plan.name));
    await playActions(stage, plan.actions, names);
  }
}
