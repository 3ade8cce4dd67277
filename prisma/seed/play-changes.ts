import type { ChangeHealth, ChangeStatus, ScopeDecision } from "#lib/base/vocabulary/strategic-change.ts";
import type { ChangeMeasure, StrategicChange } from "#lib/contract/strategic-change.ts";
import { quarterOf } from "#lib/follow/strategic-change/quarter.ts";
import type { ChangeEstimate } from "#lib/follow/strategic-change/score.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { scheduleChange, setWaits } from "#server/follow/roadmap/index.ts";
import {
  addMilestone,
  changeMilestone,
  createStrategicChange,
  decideScope,
  getStrategicChange,
  reportHealth,
  transitionStrategicChange,
  updateStrategicChange,
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
  otherTeams?: readonly TeamName[];
  theme: string | null;
  /** Its first day and its last, which is in the target quarter. */
  startsIn: number;
  targetIn: number;
  waitsFor?: readonly { change: string; milestone: string }[];
  factors: readonly string[];
  actions: readonly string[];
  hypothesis: string;
  /** The target is due some days from today. */
  measure: Omit<ChangeMeasure, "by"> & { dueIn: number };
  estimate: ChangeEstimate;
  /** Days from today: of the plan, now, and reached. */
  milestones: readonly { title: string; owner: PersonName; planned: number; due?: number; reached?: number }[];
  /** A deferred change is asked about again on a day, and someone keeps its risk until then. */
  moves: readonly (Step & { to: ChangeStatus; reason: string; until?: number; riskBy?: PersonName })[];
  effectBy?: PersonName;
  /** Decisions that leave the status as it is. */
  scope?: readonly (Step & { kind: ScopeDecision; reason: string; riskBy: PersonName; until: number })[];
  updates: readonly (Step & {
    health: ChangeHealth;
    body: string;
    plans?: string;
    problems?: string;
    help?: string;
    /** The value of the measure. */
    measured?: number;
  })[];
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
      otherTeamIds: (plan.otherTeams ?? []).flatMap((name) => teams.get(name) ?? []),
      theme: plan.theme,
      factorIds: names.all("factor", plan.factors),
      actionKeys: names.all("action", plan.actions),
    });
    const { key } = created;
    names.set("change", plan.name, key);
    let { version } = await planChange(stage, plan, created);
    const days = { startsOn: stage.date(plan.startsIn), endsOn: stage.date(plan.targetIn), also: [] };
    await scheduleChange(stage.as(plan.by, plan.on), { key, version, ...days });
    version += 1;
    for (const { change, milestone } of plan.waitsFor ?? []) {
      const awaited = await getStrategicChange(stage.as(plan.by, plan.on), { key: names.get("change", change) });
      const milestoneIds = awaited.milestones.filter(({ title }) => title === milestone).map(({ id }) => id);
      ({ version } = await setWaits(stage.as(plan.by, plan.on), { key, version, milestoneIds }));
    }
    const told = plan.updates.map((update) => ({ on: update.on, run: () => report(stage, update, key) }));
    const decided = decisions(stage, plan, key);
    const steps = [...decided, ...told, ...milestoneSteps(stage, plan, key)].toSorted(
      (one, other) => one.on - other.on,
    );
    for (const { run } of steps) await run();
  }
}

/** Adds how the effect is measured, the estimate behind the score and the milestones. */
async function planChange(stage: Stage, plan: ChangePlan, { key, ...created }: StrategicChange) {
  const { hypothesis, estimate, milestones, measure: planned } = plan;
  const ctx = stage.as(plan.by, plan.on);
  const { dueIn, ...measure } = planned;
  const effectById = plan.effectBy === undefined ? null : stage.id(plan.effectBy);
  const given = { hypothesis, estimate, effectById, measure: { ...measure, by: stage.date(dueIn) } };
  let change = await updateStrategicChange(ctx, { key, version: created.version, ...given });
  for (const { title, owner, planned: on } of milestones) {
    const milestone = { title, plannedOn: stage.date(on), ownerId: stage.id(owner), blocks: true };
    change = await addMilestone(ctx, { key, version: change.version, ...milestone });
  }
  return change;
}

async function report(stage: Stage, { by, on, ...told }: ChangePlan["updates"][number], key: string) {
  const ctx = stage.as(by, on);
  const { version } = await getStrategicChange(ctx, { key });
  await reportHealth(ctx, { plans: "", problems: "", help: "", ...told, key, version });
}

/** Each decision on its day, about the status or the scope. */
function decisions(stage: Stage, plan: ChangePlan, key: string) {
  const versionNow = async (ctx: Ctx) => (await getStrategicChange(ctx, { key })).version;
  const moves = plan.moves.map(({ by, on, to, reason, until, riskBy }) => {
    const risk = until === undefined || !riskBy ? {} : { until: stage.date(until), riskById: stage.id(riskBy) };
    const run = async () => {
      const ctx = stage.as(by, on);
      await transitionStrategicChange(ctx, { key, version: await versionNow(ctx), to, reason, ...risk });
    };
    return { on, run };
  });
  const scope = (plan.scope ?? []).map(({ by, on, riskBy, until, ...decided }) => {
    const risk = { until: stage.date(until), riskById: stage.id(riskBy) };
    const run = async () => {
      const ctx = stage.as(by, on);
      await decideScope(ctx, { ...decided, ...risk, key, version: await versionNow(ctx) });
    };
    return { on, run };
  });
  return [...moves, ...scope];
}

const MOVED = -7;

/** Each milestone that moves or is reached, on its day. */
function milestoneSteps(stage: Stage, plan: ChangePlan, key: string) {
  return plan.milestones.flatMap(({ title, due, reached }) => {
    if (due === undefined && reached === undefined) return [];
    const on = reached ?? MOVED;
    const run = async () => {
      const ctx = stage.as(plan.owner, on);
      const { version, milestones } = await getStrategicChange(ctx, { key });
      await changeMilestone(ctx, {
        ...{ key, version, milestoneId: milestones.find((one) => one.title === title)?.id ?? "" },
        ...(due === undefined ? {} : { dueOn: stage.date(due) }),
        ...(reached === undefined ? {} : { reachedOn: stage.date(reached) }),
      });
    };
    return [{ on, run }];
  });
}
