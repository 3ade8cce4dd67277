import { Temporal } from "@js-temporal/polyfill";
import { composeDigest, digestDay } from "#lib/across/notification/digest.ts";
import { audit } from "#server/base/kernel/audit.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { notify } from "#server/base/kernel/notify.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { DIGEST_KIND } from "./hide-titles.ts";
import { lateThings } from "./late-things.ts";

const localTime = (at: Date, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDateTime().toString();

/**
 * Puts one message a day into the inbox of everybody who owns something late, from seven in the morning of their zone.
 * Answers how many were written; a second run of the same day writes none.
 */
export async function writeDigests(ctx: Ctx): Promise<number> {
  return transact(ctx, async (tx) => {
    authorizeGlobally(tx, "people.manage");
    const dayOf = await dueDays(tx);
    const things = await lateThings(tx, dayOf);
    let written = 0;
    for (const [userId, late] of things) {
      const digest = composeDigest(late);
      if (!digest) continue;
      await notify(tx, { userId, kind: DIGEST_KIND, ...digest, href: "/", incidentId: null });
      written++;
    }
    if (written > 0)
      await audit(tx, { action: "digest.written", noun: "digest", nounId: tx.newId(), after: { people: written } });
    return written;
  });
}

/** Whose digest is due now, and for which day of theirs. */
async function dueDays(ctx: Ctx): Promise<Map<string, string>> {
  const people = await ctx.db.user.findMany({ where: { disabledAt: null }, select: { id: true, timeZone: true } });
  const last = await ctx.db.notification.groupBy({
    by: ["userId"],
    where: { kind: DIGEST_KIND },
    _max: { createdAt: true },
  });
  const lastOf = new Map(last.map(({ userId, _max }) => [userId, _max.createdAt]));
  return new Map(
    people.flatMap(({ id, timeZone }) => {
      const at = lastOf.get(id);
      const lastDay = at ? localTime(at, timeZone).slice(0, 10) : null;
      const day = digestDay(localTime(ctx.now(), timeZone), lastDay);
      return day === null ? [] : [[id, day] as const];
    }),
  );
}
