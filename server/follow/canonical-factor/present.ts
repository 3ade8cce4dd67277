import { actorId } from "#lib/base/access/actor.ts";
import { can } from "#lib/base/access/can.ts";
import { todayIn } from "#lib/base/time/today-in.ts";
import type { CanonicalFactor, CanonicalFactorRow } from "#lib/contract/canonical-factor.ts";
import { totalMinutes } from "#lib/follow/canonical-factor/condition.ts";
import { shownHealth, worstBlocking } from "#lib/follow/strategic-change/milestone.ts";
import { scheduleOf } from "#lib/follow/strategic-change/schedule.ts";
import { isDelivered } from "#lib/follow/strategic-change/transition.ts";
import { totalOf, unionOf } from "#lib/incidents/impact/union.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toInstantOrNull, toLocalDate } from "#server/base/kernel/dates.ts";
import { actionKeyOf, changeKeyOf, incidentKeyOf, reviewKeyOf } from "#server/base/kernel/keys.ts";
import { followersOf } from "#server/follow/condition-follower/index.ts";
import { bandOf, toImpactWindow } from "#server/incidents/incident/index.ts";
import { reviewFacts } from "#server/reviews/review/index.ts";
import { canonicalFactorFacts, loadCanonicalFactor } from "./load.ts";
import type { CanonicalFactorRecord } from "./select.ts";

type FactorRecord = CanonicalFactorRecord["factors"][number];

/** Returns the incidents of a condition, each once, the newest first. */
function incidentsOf(ctx: Ctx, { factors }: CanonicalFactorRecord): CanonicalFactor["incidents"] {
  const byId = new Map(factors.map(({ incident }) => [incident.id, incident]));
  return [...byId.values()].map((incident) => ({
    key: incidentKeyOf(incident.number),
    title: incident.title,
    severity: incident.highestSeverity,
    kind: incident.kind,
    counted: isCounted(incident),
    startedAt: incident.startedAt.toISOString(),
    resolvedAt: toInstantOrNull(incident.resolvedAt),
    band: bandOf(incident, ctx.now()),
    minutes: minutesOf(ctx, incident.windows),
  }));
}

/** Drills, tests and cancelled incidents don't count. */
export const isCounted = ({ kind, status }: Pick<FactorRecord["incident"], "kind" | "status">) =>
  status !== "cancelled" && (kind === "incident" || kind === "near_miss");

/** Over all services: at each moment the strongest window counts. Null if no impact is recorded. */
export function minutesOf(ctx: Ctx, windows: FactorRecord["incident"]["windows"]): number | null {
  if (windows.length === 0) return null;
  const stretches = unionOf(windows.map(toImpactWindow), { nowMs: ctx.now().getTime() });
  return Math.round(totalOf(stretches).weightedSeconds / 6) / 10;
}

/** Returns the actions that address a condition, each once, with the first incident that it followed from. */
function fixesOf({ factors }: CanonicalFactorRecord): CanonicalFactorRow["fixes"] {
  const all = factors.flatMap(({ actions, incident }) =>
    actions.map(({ actionItem }) => ({ ...actionItem, incidentKey: incidentKeyOf(incident.number) })),
  );
  return [...new Map(all.map((one) => [one.number, one])).values()]
    .sort((one, other) => one.number - other.number)
    .map(({ number, dueDate, waivedUntil, blockedUntil, verifiedAt, effectAnswers, recurrences, ...fields }) => ({
      ...fields,
      key: actionKeyOf(number),
      dueDate: toLocalDate(dueDate),
      waivedUntil: toLocalDate(waivedUntil),
      blockedUntil: toLocalDate(blockedUntil),
      verifiedAt: fields.status === "verified" ? toInstantOrNull(verifiedAt) : null,
      worked: fields.status === "verified" ? lastAnswer({ verifiedAt, effectAnswers, recurrences }) : null,
    }));
}

type FixRecord = FactorRecord["actions"][number]["actionItem"];

/** Returns the last answer to whether a fix worked, unless a later incident has asked since. */
function lastAnswer({
  verifiedAt,
  effectAnswers,
  recurrences,
}: Pick<FixRecord, "verifiedAt" | "effectAnswers" | "recurrences">) {
  const asked = [verifiedAt, ...recurrences.map(({ at }) => at)];
  return effectAnswers.findLast(({ at }) => asked.every((one) => one !== null && at > one))?.answer ?? null;
}

type ChangeRecord = FactorRecord["changes"][number]["change"];

function presentChange(ctx: Ctx, row: ChangeRecord): CanonicalFactorRow["changes"][number] {
  const { number, title, status, health, targetQuarter } = row;
  const today = todayIn(row.owner?.timeZone ?? null, ctx.now());
  const milestones = row.milestones.map(({ plannedOn, dueOn, reachedOn, blocks }) => ({
    ...{ plannedOn: toLocalDate(plannedOn), dueOn: toLocalDate(dueOn), reachedOn: toLocalDate(reachedOn), blocks },
  }));
  const planned = { startsOn: toLocalDate(row.startsOn), endsOn: toLocalDate(row.endsOn), targetQuarter };
  const because = row.updates[0]?.because ?? null;
  return {
    ...{ key: changeKeyOf(number), title, status },
    health: shownHealth({ status, health, because }, worstBlocking(milestones, today)),
    ...scheduleOf({ ...planned, status, milestones }, today),
    deliveredAt: isDelivered(status) ? toInstantOrNull(row.decisions[0]?.at ?? null) : null,
  };
}

function changesOf(ctx: Ctx, { factors }: CanonicalFactorRecord): CanonicalFactorRow["changes"] {
  const all = factors.flatMap(({ changes }) => changes.map(({ change }) => change));
  return [...new Map(all.map((change) => [change.number, change])).values()]
    .sort((one, other) => one.number - other.number)
    .map((change) => presentChange(ctx, change));
}

/** Returns a condition as lists show it, counted over the incidents that the actor can read. */
export function presentCanonicalFactorRow(ctx: Ctx, row: CanonicalFactorRecord): CanonicalFactorRow {
  const counted = incidentsOf(ctx, row).filter((incident) => incident.counted);
  return {
    id: row.id,
    name: row.name,
    incidentCount: counted.length,
    minutes: totalMinutes(counted),
    firstAt: counted.at(-1)?.startedAt ?? null,
    lastAt: counted[0]?.startedAt ?? null,
    fixes: fixesOf(row),
    changes: changesOf(ctx, row),
    version: row.version,
    abilities: { edit: can(ctx.actor, "canonicalFactor", "edit", canonicalFactorFacts(row)) },
  };
}

/** A condition without who follows it. */
export type PresentedCondition = Omit<CanonicalFactor, "following" | "followers">;

/** Returns a condition as its page shows it, without who follows it. */
export function presentCanonicalFactor(ctx: Ctx, row: CanonicalFactorRecord): PresentedCondition {
  const readable = new Set(row.factors.map(({ id }) => id));
  return {
    ...presentCanonicalFactorRow(ctx, row),
    factors: row.factors.map(({ id, number, version, statement, role, review, incident }) => ({
      ...{ id, number, version, statement, role },
      reviewKey: reviewKeyOf(review.number),
      incidentKey: incidentKeyOf(incident.number),
      abilities: { edit: can(ctx.actor, "factor", "edit", { review: reviewFacts(review) }) },
    })),
    incidents: incidentsOf(ctx, row),
    // The name of a merged one came from its own factors, which not everyone can read.
    merged: row.merged
      .filter(({ mergedFactorIds }) => mergedFactorIds.some((id) => readable.has(id)))
      .map(({ id, name, version }) => ({ id, name, version })),
  };
}

/** Returns a condition as its page shows it. */
export async function presentWithFollowers(ctx: Ctx, row: CanonicalFactorRecord): Promise<CanonicalFactor> {
  const followers = await followersOf(ctx, row.id);
  const following = followers.some(({ id }) => id === actorId(ctx.actor));
  return { ...presentCanonicalFactor(ctx, row), following, followers };
}

/** Returns one condition as the actor can see it, or the one that it was merged into. */
export const getCanonicalFactor = async (ctx: Ctx, input: { id: string }): Promise<CanonicalFactor> =>
  presentWithFollowers(ctx, await loadCanonicalFactor(ctx, input.id));
