import { addDays } from "#lib/base/time/local-date.ts";
import { todayIn } from "#lib/base/time/today-in.ts";
import type { PolicyMove } from "#lib/contract/policy.ts";
import type { Applied } from "#lib/people/policy/applied.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { changeKeyOf } from "#server/base/kernel/keys.ts";
import type { Save } from "./onto.ts";

/**
 * Returns the days of strategic changes in progress that a save moves. They follow the newest policies, so they move with
 * the save, even if existing dates stay. `newest` is the edition before it.
 */
export async function movedChanges(ctx: Ctx, save: Save, newest: number): Promise<PolicyMove[]> {
  const rows = await ctx.db.strategicChange.findMany({
    where: { status: "in_progress", archivedAt: null },
    select: {
      ...{ number: true, title: true, teamId: true, statusAt: true, healthAt: true },
      owner: { select: { id: true, name: true, timeZone: true } },
    },
    orderBy: { number: "asc" },
  });
  return rows.flatMap(({ number, title, teamId, statusAt, healthAt, owner }) => {
    const facts = { priority: null, severity: null, serviceIds: [], teamIds: teamId === null ? [] : [teamId] };
    const { made, next } = save.apply(facts, newest);
    const zone = owner?.timeZone ?? null;
    const [since, today] = [todayIn(zone, healthAt ?? statusAt), todayIn(zone, ctx.now())];
    const updateOn = ({ values }: Applied) => addDays(since, values.healthDays);
    const effectOn = ({ values }: Applied) => addDays(today, values.changeEffectDays);
    const about = {
      ...{ kind: "change" as const, key: changeKeyOf(number), title },
      owner: owner && { id: owner.id, name: owner.name },
    };
    return [
      { what: "next update is due", now: updateOn(made), wouldBe: updateOn(next) },
      { what: "effect is checked, if it is delivered today", now: effectOn(made), wouldBe: effectOn(next) },
    ].flatMap((day) => (day.now === day.wouldBe ? [] : { ...about, ...day, late: day.wouldBe < today }));
  });
}
