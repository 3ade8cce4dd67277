import type { ChangeHealth, ChangeStatus } from "#lib/base/vocabulary/strategic-change.ts";
import { quarterOf } from "#lib/follow/strategic-change/quarter.ts";
import {
  createStrategicChange,
  reportHealth,
  transitionStrategicChange,
} from "#server/follow/strategic-change/index.ts";
import type { PersonName } from "./cast.ts";
import type { Names } from "./names.ts";
import type { Organisation, TeamName } from "./organisation.ts";
import type { Step } from "./plan.ts";
import type { Stage } from "./stage.ts";

export interface ChangePlan extends Step {
  name: string;
  title: string;
  problem: string;
  expectedEffect: string;
  owner: PersonName;
  sponsor: PersonName;
  team: TeamName;
  /** A day in the target quarter. */
  targetIn: number;
  factors: readonly string[];
  actions: readonly string[];
  moves: readonly (Step & { to: ChangeStatus; reason: string })[];
  updates: readonly (Step & { health: ChangeHealth; body: string })[];
}

/** Proposes the strategic changes, decides on them and reports their health. */
export async function playChanges(
  stage: Stage,
  plans: readonly ChangePlan[],
  { teams }: Organisation,
  names: Names,
): Promise<void> {
  for (const plan of plans) {
    const created = await createStrategicChange(stage.as(plan.by, plan.on), {
      title: plan.title,
      problem: plan.problem,
      expectedEffect: plan.expectedEffect,
      targetQuarter: quarterOf(stage.date(plan.targetIn)),
      ownerId: stage.id(plan.owner),
      sponsorId: stage.id(plan.sponsor),
      teamId: teams.get(plan.team) ?? null,
      factorIds: names.all("factor", plan.factors),
      actionKeys: names.all("action", plan.actions),
    });
    const { key } = created;
    names.set("change", plan.name, key);
    let { version } = created;
    for (const { by, on, to, reason } of plan.moves)
      ({ version } = await transitionStrategicChange(stage.as(by, on), { key, version, to, reason }));
    for (const { by, on, health, body } of plan.updates)
      ({ version } = await reportHealth(stage.as(by, on), { key, version, health, body }));
  }
}
