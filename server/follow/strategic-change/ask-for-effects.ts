import { DAY_MS } from "#lib/base/time/spans.ts";
import { todayIn } from "#lib/base/time/today-in.ts";
import { asksForEffect, effectAskedOf } from "#lib/follow/strategic-change/effect.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toInstantOrNull, toLocalDate } from "#server/base/kernel/dates.ts";
import { changeKeyOf } from "#server/base/kernel/keys.ts";
import { recordAll, unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { tellChange } from "./tell.ts";

const person = { select: { id: true, timeZone: true, disabledAt: true } } as const;

/**
 * Asks for the effects of delivered changes that are due, again each week until they are recorded. Returns how many
 * were asked for. Without a person to ask, a change is only in the week of the programme.
 */
export async function askForEffects(ctx: Ctx): Promise<number> {
  return transact(ctx, async (tx) => {
    authorizeGlobally(tx, "people.manage");
    // Two processes never ask twice: the second waits here.
    await tx.db.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('ask-for-effects'))::text`;
    const rows = await tx.db.strategicChange.findMany({
      // The day comes in the zone of the person, who can be a day ahead.
      where: { status: "delivered", archivedAt: null, effectDueOn: { lte: new Date(tx.now().getTime() + DAY_MS) } },
      select: {
        ...{ id: true, number: true, title: true, effectDueOn: true, effectAskedAt: true },
        ...{ owner: { select: { id: true } }, pastOwnerIds: true, sponsor: person, effectBy: person },
      },
      orderBy: { number: "asc" },
    });
    const asked = rows.flatMap(({ effectDueOn, effectAskedAt, owner, pastOwnerIds, sponsor, effectBy, ...row }) => {
      const to = effectAskedOf({ owner, pastOwnerIds, sponsor, effectBy });
      if (!to || to.disabledAt) return [];
      const due = { dueOn: toLocalDate(effectDueOn), askedAt: toInstantOrNull(effectAskedAt) };
      return asksForEffect(due, todayIn(to.timeZone, tx.now()), tx.now().toISOString()) ? [{ ...row, to }] : [];
    });
    if (asked.length === 0) return unrecorded("no effect is due", () => 0);
    for (const { to, ...row } of asked) {
      await tx.db.strategicChange.update({ where: { id: row.id }, data: { effectAskedAt: tx.now() } });
      await tellChange(tx, to.id, row, {
        kind: "strategic_change.effect_due",
        subject: `Did it work? ${changeKeyOf(row.number)} ${row.title}`,
        body: "Record its effect. If it's too early, choose the day on which you are asked again.",
      });
    }
    return recordAll(
      tx,
      asked.map(({ id }) => ({ action: "strategic_change.effect_asked" as const, id })),
      () => asked.length,
    );
  });
}
