import type { Prisma } from "#generated/prisma/client.ts";
import { addDays, type LocalDate } from "#lib/base/time/local-date.ts";
import type { ActionPriority } from "#lib/base/vocabulary/action-item.ts";
import { countFrom } from "#lib/people/policy/count.ts";
import type { DayCount, PolicyFacts } from "#lib/people/policy/values.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { teamCalendars } from "#server/people/calendar/index.ts";

/** Fields of an incident that policies read. */
export const POLICY_INCIDENT = {
  kind: true,
  highestSeverity: true,
  services: { select: { serviceId: true, service: { select: { ownerTeamId: true } } } },
} satisfies Prisma.IncidentSelect;
type PolicyIncident = Prisma.IncidentGetPayload<{ select: typeof POLICY_INCIDENT }>;

/** Fields of an owner or a team that policies read. */
export const POLICY_OWNER = {
  memberships: { where: { team: { archivedAt: null } }, select: { teamId: true }, orderBy: { team: { name: "asc" } } },
} satisfies Prisma.UserSelect;

interface Owned {
  priority: ActionPriority;
  teamId: string | null;
  owner: { memberships: { teamId: string }[] } | null;
  incident: PolicyIncident | null;
}

/** Returns the teams of an action: its own, or without one those of its owner. */
export const teamIdsOf = ({ teamId, owner }: Pick<Owned, "teamId" | "owner">): string[] =>
  teamId === null ? (owner?.memberships.map((one) => one.teamId) ?? []) : [teamId];

/** Returns what policies ask of an action. */
export const actionFacts = ({ priority, incident, ...owned }: Owned): PolicyFacts => ({
  priority,
  severity: incident?.highestSeverity ?? null,
  serviceIds: incident?.services.map(({ serviceId }) => serviceId) ?? [],
  teamIds: teamIdsOf(owned),
});

/** Returns what policies ask of the review of an incident. Its teams own its services. Only real incidents have a severity. */
export const reviewFacts = ({ kind, highestSeverity, services }: PolicyIncident): PolicyFacts => ({
  priority: null,
  severity: kind === "incident" ? highestSeverity : null,
  serviceIds: services.map(({ serviceId }) => serviceId),
  teamIds: services.flatMap(({ service }) => service.ownerTeamId ?? []),
});

/** Returns the day that is so many days after another one, by the calendar of the first team that has one. */
export async function dayAfter(
  ctx: Ctx,
  from: LocalDate,
  count: DayCount,
  teamIds: readonly string[],
): Promise<LocalDate>;
export async function dayAfter(
  ctx: Ctx,
  from: LocalDate,
  count: DayCount | null,
  teamIds: readonly string[],
): Promise<LocalDate | null>;
export async function dayAfter(ctx: Ctx, from: LocalDate, count: DayCount | null, teamIds: readonly string[]) {
  return dayCounter(ctx)(from, count, teamIds);
}

/** Returns a function that counts such days. Calendars are read once, and only if one is needed. */
export function dayCounter(ctx: Ctx) {
  let calendars: ReturnType<typeof teamCalendars> | null = null;
  return async (from: LocalDate, count: DayCount | null, teamIds: readonly string[]): Promise<LocalDate | null> => {
    if (count === null || count.unit === "calendar") return count && addDays(from, count.days);
    calendars ??= teamCalendars(ctx);
    return countFrom((await calendars)(teamIds), from, count);
  };
}
