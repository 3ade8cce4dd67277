import { digestDay } from "#lib/across/notification/digest.ts";
import { type LocalDate, weekdayOf } from "#lib/base/time/local-date.ts";
import { todayIn } from "#lib/base/time/today-in.ts";
import { clockIn } from "#lib/base/time/zoned-clock.ts";
import { MONDAY_CODE } from "#lib/base/vocabulary/message-kind.ts";
import { mondayFigures, mondayMail, mondaySubject } from "#lib/story/monday-figures.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { actionKeyOf, numberOfKey } from "#server/base/kernel/keys.ts";
import { notify } from "#server/base/kernel/notify.ts";
import { record, unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { ACTOR_SELECT, userActor } from "#server/people/auth/user-actor.ts";
import { monday } from "./week.ts";

const MONDAY = 1;

/**
 * Puts the week of the programme into the inbox of each TPM, on Monday from seven in the morning in their time zone.
 * Returns how many were written. A second run on the same day writes none.
 */
export async function writeMondays(ctx: Ctx): Promise<number> {
  return transact(ctx, async (tx) => {
    authorizeGlobally(tx, "people.manage");
    let written = 0;
    for (const { userId, day } of await dueMondays(tx)) {
      const user = await tx.db.user.findUnique({ where: { id: userId }, select: ACTOR_SELECT });
      const actor = user && userActor(user, null);
      if (!actor) continue;
      const week = await monday({ ...tx, actor }, { today: day });
      const words = { subject: mondaySubject(week), body: mondayFigures(week) };
      await notify(tx, { userId, kind: MONDAY_CODE, ...words, href: "/programme/monday", incidentId: null });
      written += 1;
    }
    if (written === 0) return unrecorded("no TPM is due for the Monday email", () => 0);
    const after = { mondays: written };
    return record(tx, { action: "digest.written", id: tx.newId(), after, answer: () => written });
  });
}

async function dueMondays({ db, now }: Ctx): Promise<{ userId: string; day: LocalDate }[]> {
  const people = await db.user.findMany({
    where: { role: "tpm", disabledAt: null },
    select: { id: true, timeZone: true },
    orderBy: { id: "asc" },
  });
  const last = await db.notification.groupBy({
    by: ["userId"],
    where: { kind: MONDAY_CODE },
    _max: { createdAt: true },
  });
  return people.flatMap(({ id: userId, timeZone }) => {
    const { day: today, time } = clockIn(now().getTime(), timeZone);
    const at = last.find((row) => row.userId === userId)?._max.createdAt ?? null;
    const day = digestDay(`${today}T${time}`, at && todayIn(timeZone, at));
    return day === null || weekdayOf(day) !== MONDAY ? [] : [{ userId, day }];
  });
}

/** Returns the week as it's mailed to the person who acts, with the rights and the figures of this moment. */
export async function wordsOfMonday(ctx: Ctx, today: LocalDate): Promise<{ subject: string; body: string }> {
  const week = await monday(ctx, { today });
  const keys = week.askedNext.map(({ key }) => numberOfKey(key));
  const restricted = await ctx.db.actionItem.findMany({
    where: { number: { in: keys }, incident: { restricted: true } },
    select: { number: true },
  });
  const hidden = new Set(restricted.map(({ number }) => actionKeyOf(number)));
  return { subject: mondaySubject(week), body: mondayMail(week, today, hidden) };
}
