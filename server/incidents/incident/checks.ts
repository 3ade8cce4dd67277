import { invalid } from "#lib/base/errors.ts";
import { MINUTE_MS } from "#lib/base/time/spans.ts";
import { isZone } from "#lib/base/time/zones.ts";
import type { Ctx } from "#server/base/kernel/context.ts";

/** Throws `invalid` for an unknown time zone. */
export function checkZone(timeZone: string): void {
  if (!isZone(timeZone)) throw invalid("timeZone", "Unknown time zone. Use a name such as Europe/Dublin or UTC.");
}

/** Tolerance for differences between clocks of browsers and servers. */
const CLOCK_SKEW_MS = 5 * MINUTE_MS;

/** Throws `invalid` for a start after `now` or an end before the start, with the name of the field. */
export function checkTimes(startedAt: Date, resolvedAt: Date | null, now: Date): void {
  if (startedAt.getTime() > now.getTime() + CLOCK_SKEW_MS) throw invalid("startedAt", "Enter a start in the past");
  if (resolvedAt !== null && resolvedAt < startedAt) throw invalid("resolvedAt", "Enter an end after the start");
}

/** Throws `invalid` for that field when one of the people is unknown. */
export async function checkPeople(ctx: Ctx, field: string, userIds: readonly string[]): Promise<void> {
  const wanted = [...new Set(userIds)];
  const found = await ctx.db.user.count({ where: { id: { in: wanted } } });
  if (found !== wanted.length)
    throw invalid(field, "One of these people doesn't exist. Choose from the list of people.");
}

/** Throws `invalid` when one of the teams is unknown. */
export async function checkTeams(ctx: Ctx, teamIds: readonly string[]): Promise<void> {
  const wanted = [...new Set(teamIds)];
  const found = await ctx.db.team.count({ where: { id: { in: wanted } } });
  if (found !== wanted.length) throw invalid("teamIds", "No team has one of these ids. Choose from the list of teams.");
}

/** Throws `invalid` when one of the services is unknown or archived. */
export async function checkServices(ctx: Ctx, serviceIds: readonly string[]): Promise<void> {
  const wanted = [...new Set(serviceIds)];
  if (wanted.length === 0) return;
  const found = await ctx.db.service.count({ where: { id: { in: wanted } } });
  if (found !== wanted.length)
    throw invalid("serviceIds", "One of these services doesn't exist. Choose from the list of services.");
}
