import { can } from "#lib/base/access/can.ts";
import { todayIn } from "#lib/base/time/today-in.ts";
import type { StrategicChange, StrategicChangeRow } from "#lib/contract/strategic-change.ts";
import { isHealthStale } from "#lib/follow/strategic-change/health.ts";
import { milestoneHealth, shownHealth, worstBlocking } from "#lib/follow/strategic-change/milestone.ts";
import { changeScore } from "#lib/follow/strategic-change/score.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toInstantOrNull, toLocalDate } from "#server/base/kernel/dates.ts";
import { actionKeyOf, changeKeyOf, incidentKeyOf, reviewKeyOf } from "#server/base/kernel/keys.ts";
import { minutesOf } from "#server/follow/canonical-factor/index.ts";
import { BAND_SELECT, bandOf, incidentFacts } from "#server/incidents/incident/index.ts";
import { loadBook, type PolicyBook } from "#server/people/policy/index.ts";
import { statedFactors } from "#server/reviews/review/index.ts";
import type { ChangeRecord, ChangeRowRecord } from "./select.ts";

type IncidentRecord = ChangeRowRecord["factors"][number]["factor"]["incident"];

/** Returns the incidents of the linked factors and actions, each once, without those the actor can't read. */
function readableIncidents(ctx: Ctx, row: ChangeRowRecord): IncidentRecord[] {
  const all = [
    ...row.factors.map(({ factor }) => factor.incident),
    ...row.actions.map(({ actionItem }) => actionItem.incident),
  ].flatMap((incident) => incident ?? []);
  const readable = all.filter((incident) => can(ctx.actor, "incident", "read", incidentFacts(incident)));
  return [...new Map(readable.map((incident) => [incident.id, incident])).values()].sort(
    (one, other) => other.number - one.number,
  );
}

/** The same with their impact, for the page of one change. */
async function incidentsOf(ctx: Ctx, row: ChangeRecord): Promise<StrategicChange["incidents"]> {
  const readable = readableIncidents(ctx, row);
  const drawn = await ctx.db.incident.findMany({
    where: { id: { in: readable.map(({ id }) => id) } },
    select: { id: true, kind: true, ...BAND_SELECT },
  });
  const byId = new Map(drawn.map((one) => [one.id, one]));
  return readable.flatMap(({ id, number, title, severity }) => {
    const one = byId.get(id);
    if (!one) return [];
    return {
      ...{ key: incidentKeyOf(number), title, severity, kind: one.kind, startedAt: one.startedAt.toISOString() },
      ...{ resolvedAt: toInstantOrNull(one.resolvedAt), band: bandOf(one, ctx.now()) },
      minutes: minutesOf(ctx, one.windows),
    };
  });
}

/** Facts behind the shown health of a change. */
export interface HealthParts {
  status: ChangeRowRecord["status"];
  health: ChangeRowRecord["health"];
  owner: { timeZone: string } | null;
  milestones: readonly { plannedOn: Date; dueOn: Date; reachedOn: Date | null; blocks: boolean }[];
  /** The newest first. */
  updates: readonly { because: string | null }[];
}

/** Returns the health to show, on the day that it is for the owner of the change. */
export function shownHealthOf({ status, health, owner, milestones, updates }: HealthParts, now: Date) {
  const days = milestones.map(({ plannedOn, dueOn, reachedOn, blocks }) => ({
    ...{ plannedOn: toLocalDate(plannedOn), dueOn: toLocalDate(dueOn), reachedOn: toLocalDate(reachedOn), blocks },
  }));
  const worst = worstBlocking(days, todayIn(owner?.timeZone ?? null, now));
  return shownHealth({ status, health, because: updates[0]?.because ?? null }, worst);
}

/** `book` says how often the health of a team's change is reported. */
export function presentChangeRow(ctx: Ctx, row: ChangeRowRecord, book: PolicyBook): StrategicChangeRow {
  const { status, ownerId, sponsorId, createdById, effectById } = row;
  const facts = { ownerId, sponsorId, createdById, effectById };
  const healthAt = toInstantOrNull(row.healthAt);
  return {
    id: row.id,
    key: changeKeyOf(row.number),
    title: row.title,
    status,
    health: shownHealthOf(row, ctx.now()),
    reportedHealth: row.health,
    healthAt,
    stale: isHealthStale(
      { status, healthAt, since: row.statusAt.toISOString(), healthDays: book.healthDays(row.team?.id ?? null) },
      ctx.now().toISOString(),
    ),
    targetQuarter: row.targetQuarter,
    owner: row.owner && { id: row.owner.id, name: row.owner.name },
    sponsor: row.sponsor,
    effectBy: row.effectBy,
    effectDueOn: toLocalDate(row.effectDueOn),
    team: row.team,
    otherTeams: row.otherTeams.map(({ team }) => team),
    theme: row.theme,
    factorCount: row.factors.length,
    actionCount: row.actions.length,
    actionsVerified: row.actions.filter(({ actionItem }) => actionItem.status === "verified").length,
    incidents: readableIncidents(ctx, row).map(({ number, title, severity }) => {
      return { key: incidentKeyOf(number), title, severity };
    }),
    archived: row.archivedAt !== null,
    demo: row.demo,
    version: row.version,
    abilities: {
      edit: can(ctx.actor, "strategicChange", "edit", facts),
      report: can(ctx.actor, "strategicChange", "report", facts),
      decide: can(ctx.actor, "strategicChange", "decide", facts),
      checkEffect: can(ctx.actor, "strategicChange", "checkEffect", facts),
    },
  };
}

/** Returns how the effect is measured, or null if that isn't known yet. */
export function measureOf(row: ChangeRecord): StrategicChange["measure"] {
  const { measureMetric: metric, measureTarget: target, measureBy: by } = row;
  if (metric === null || target === null || by === null) return null;
  return { metric, unit: row.measureUnit, baseline: row.measureBaseline, target, by: toLocalDate(by) };
}

/** Returns a measured value with the metric and the unit that it had. */
function measuredValueOf({
  measured: value,
  measuredMetric: metric,
  measuredUnit: unit,
}: Pick<ChangeRecord, "measured" | "measuredMetric" | "measuredUnit">) {
  return value === null || metric === null ? null : { value, metric, unit: unit ?? "" };
}

function checkedValueOf(row: ChangeRecord): StrategicChange["measured"] {
  const value = measuredValueOf(row);
  return value && row.measuredOn && { ...value, on: toLocalDate(row.measuredOn) };
}

export const estimateOf = ({ exposedMinutes, reduction, confidence, effortWeeks }: ChangeRecord) => ({
  ...{ exposedMinutes, reduction, confidence, effortWeeks },
});

const listed = ({ milestones }: ChangeRecord) => milestones.filter(({ removedAt }) => removedAt === null);

/** Milestones with their health on the day that it is for the owner of the change. */
function milestonesOf(row: ChangeRecord, now: Date): StrategicChange["milestones"] {
  const today = todayIn(row.owner?.timeZone ?? null, now);
  return listed(row).map(
    ({ removedAt: _removed, releasedAt: _released, plannedOn, dueOn, reachedOn, ...milestone }) => {
      const days = { plannedOn: toLocalDate(plannedOn), dueOn: toLocalDate(dueOn), reachedOn: toLocalDate(reachedOn) };
      return { ...milestone, ...days, health: milestoneHealth({ ...days, blocks: milestone.blocks }, today) };
    },
  );
}

/** Returns the worst health of the open milestones that block, or null without one. */
export const worstOf = (row: ChangeRecord, now: Date) =>
  worstBlocking(milestonesOf(row, now), todayIn(row.owner?.timeZone ?? null, now));

/** Returns a strategic change as its page shows it. */
export async function presentStrategicChange(ctx: Ctx, row: ChangeRecord): Promise<StrategicChange> {
  const people = await ctx.db.user.findMany({
    where: { id: { in: [...new Set(row.updates.flatMap((update) => update.byId ?? []))] } },
    select: { id: true, name: true },
  });
  const factors = await statedFactors(
    ctx,
    row.factors.map(({ factor }) => factor),
  );
  const nameOf = new Map(people.map((person) => [person.id, person.name]));
  const shown = presentChangeRow(ctx, { ...row, milestones: listed(row) }, await loadBook(ctx));
  const estimate = estimateOf(row);
  return {
    ...shown,
    statusAt: row.statusAt.toISOString(),
    slipToldAt: toInstantOrNull(row.slipToldAt),
    incidents: await incidentsOf(ctx, row),
    problem: row.problem,
    hypothesis: row.hypothesis,
    expectedEffect: row.expectedEffect,
    measure: measureOf(row),
    measured: checkedValueOf(row),
    estimate,
    score: changeScore(estimate, {
      count: shown.incidents.length,
      worstSeverity: shown.incidents.length === 0 ? null : Math.min(...shown.incidents.map(({ severity }) => severity)),
    }),
    milestones: milestonesOf(row, ctx.now()),
    released: row.milestones.filter(({ releasedAt, reachedOn }) => releasedAt && !reachedOn).map(({ title }) => title),
    worstMilestone: worstOf(row, ctx.now()),
    statusReason: row.statusReason,
    factors: factors.map(({ id, number, statement, review, incident }) => {
      return {
        id,
        number,
        statement,
        reviewKey: reviewKeyOf(review.number),
        incidentKey: incidentKeyOf(incident.number),
      };
    }),
    actions: row.actions.map(({ actionItem: { number, title, status, blockedReason, owner, ...dates } }) => {
      const [dueDate, waivedUntil] = [toLocalDate(dates.dueDate), toLocalDate(dates.waivedUntil)];
      return {
        key: actionKeyOf(number),
        title,
        status,
        blockedReason,
        blockedUntil: toLocalDate(dates.blockedUntil),
        owner,
        dueDate,
        waivedUntil,
      };
    }),
    updates: row.updates.map(({ byId, at, measured, measuredMetric, measuredUnit, ...update }) => {
      const by = byId === null ? null : (nameOf.get(byId) ?? null);
      const value = measuredValueOf({ measured, measuredMetric, measuredUnit });
      return { ...update, measured: value, by, at: at.toISOString() };
    }),
  };
}
