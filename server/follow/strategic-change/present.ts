import { can } from "#lib/base/access/can.ts";
import type { StrategicChange, StrategicChangeRow } from "#lib/contract/strategic-change.ts";
import { isHealthStale } from "#lib/follow/strategic-change/health.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toInstantOrNull, toLocalDate } from "#server/base/kernel/dates.ts";
import { actionKeyOf, changeKeyOf, incidentKeyOf, reviewKeyOf } from "#server/base/kernel/keys.ts";
import { incidentFacts } from "#server/incidents/incident/index.ts";
import { statedFactors } from "#server/reviews/review/index.ts";
import type { ChangeRecord, ChangeRowRecord } from "./select.ts";

/** Returns the incidents of the linked factors and actions, each once, without those the actor can't read. */
function incidentsOf(ctx: Ctx, row: ChangeRowRecord): StrategicChangeRow["incidents"] {
  const all = [
    ...row.factors.map(({ factor }) => factor.incident),
    ...row.actions.map(({ actionItem }) => actionItem.incident),
  ].flatMap((incident) => incident ?? []);
  const readable = all.filter((incident) => can(ctx.actor, "incident", "read", incidentFacts(incident)));
  return [...new Map(readable.map((incident) => [incident.id, incident])).values()]
    .sort((one, other) => other.number - one.number)
    .map(({ number, title, severity }) => ({ key: incidentKeyOf(number), title, severity }));
}

export function presentChangeRow(ctx: Ctx, row: ChangeRowRecord): StrategicChangeRow {
  const { status, ownerId, sponsorId, createdById } = row;
  const facts = { ownerId, sponsorId, createdById };
  const healthAt = toInstantOrNull(row.healthAt);
  return {
    id: row.id,
    key: changeKeyOf(row.number),
    title: row.title,
    status,
    health: row.health,
    healthAt,
    stale: isHealthStale({ status, healthAt, since: row.statusAt.toISOString() }, ctx.now().toISOString()),
    targetQuarter: row.targetQuarter,
    owner: row.owner,
    sponsor: row.sponsor,
    team: row.team,
    factorCount: row.factors.length,
    actionCount: row.actions.length,
    actionsVerified: row.actions.filter(({ actionItem }) => actionItem.status === "verified").length,
    incidents: incidentsOf(ctx, row),
    archived: row.archivedAt !== null,
    demo: row.demo,
    version: row.version,
    abilities: {
      edit: can(ctx.actor, "strategicChange", "edit", facts),
      report: can(ctx.actor, "strategicChange", "report", facts),
    },
  };
}

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
  return {
    ...presentChangeRow(ctx, row),
    problem: row.problem,
    expectedEffect: row.expectedEffect,
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
    updates: row.updates.map(({ id, health, body, byId, at }) => {
      const by = byId === null ? null : (nameOf.get(byId) ?? null);
      return { id, health, body, by, at: at.toISOString() };
    }),
  };
}
