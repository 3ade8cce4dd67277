import { invalid } from "#lib/errors.ts";
import { isZone } from "#lib/timeline/zones.ts";
import type { Ctx } from "#server/kernel/context.ts";

export function checkZone(timeZone: string): void {
  if (!isZone(timeZone)) throw invalid("timeZone", "Not a known time zone; use a name such as Europe/Dublin or UTC");
}

export function checkTimes(startedAt: Date, resolvedAt: Date | null): void {
  if (resolvedAt !== null && resolvedAt < startedAt) throw invalid("resolvedAt", "Before the start; give a later time");
}

/** Throws `invalid` when one of the services is unknown or archived. */
export async function checkServices(ctx: Ctx, serviceIds: readonly string[]): Promise<void> {
  const wanted = [...new Set(serviceIds)];
  if (wanted.length === 0) return;
  const found = await ctx.db.service.count({ where: { id: { in: wanted } } });
  if (found !== wanted.length)
    throw invalid("serviceIds", "One of these services does not exist; choose from the list of services");
}
