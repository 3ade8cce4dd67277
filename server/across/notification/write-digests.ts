import { CLIMBING_STATUSES } from "#lib/across/ladder/ladder.ts";
import { composeDigest, digestDay, type LateThing, NEWS_SUBJECT } from "#lib/across/notification/digest.ts";
import { AppError } from "#lib/base/errors.ts";
import { daysBetween, type LocalDate } from "#lib/base/time/local-date.ts";
import { MINUTE_MS } from "#lib/base/time/spans.ts";
import { todayIn } from "#lib/base/time/today-in.ts";
import { clockIn } from "#lib/base/time/zoned-clock.ts";
import { RESTRICTED_TITLE } from "#lib/base/vocabulary/incident.ts";
import { DIGEST_CODE, NEWS_CODE } from "#lib/base/vocabulary/message-kind.ts";
import { UNPUBLISHED_STATUSES } from "#lib/base/vocabulary/review.ts";
import type { SentDigest } from "#lib/contract/notification.ts";
import { pausesReminders } from "#lib/follow/action-item/blocked.ts";
import { daysLate } from "#lib/follow/action-item/lateness.ts";
import { authorizeGlobally, authorizeSelf } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { fromLocalDate, toLocalDate } from "#server/base/kernel/dates.ts";
import { actionKeyOf, reviewKeyOf } from "#server/base/kernel/keys.ts";
import { notify } from "#server/base/kernel/notify.ts";
import { record, unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { config } from "#server/base/process/config.ts";
import { lateOn } from "#server/follow/action-item/index.ts";
import { findForMail } from "./find-for-mail.ts";
import { newsFor } from "./news.ts";

/** Returns late items by owner: actions, and reviews that aren't published yet. */
async function lateThings({ db }: Ctx, dayOf: ReadonlyMap<string, LocalDate>): Promise<Map<string, LateThing[]>> {
  const lastDay = [...dayOf.values()].sort().at(-1);
  if (lastDay === undefined) return new Map();
  const before = { lt: fromLocalDate(lastDay) };
  const ownerId = { in: [...dayOf.keys()] };
  const actions = await db.actionItem.findMany({
    where: { ownerId, ...lateOn(lastDay) },
    select: {
      number: true,
      title: true,
      status: true,
      dueDate: true,
      waivedUntil: true,
      blockedUntil: true,
      ownerId: true,
    },
  });
  const reviews = await db.review.findMany({
    where: { ownerId, dueAt: before, archivedAt: null, status: { in: [...UNPUBLISHED_STATUSES] } },
    select: { number: true, title: true, dueAt: true, ownerId: true },
  });
  const things = new Map<string, LateThing[]>();
  const add = (owner: string | null, thing: (today: LocalDate) => LateThing | null) => {
    const today = owner === null ? undefined : dayOf.get(owner);
    const late = today === undefined ? null : thing(today);
    if (owner !== null && late) things.set(owner, [...(things.get(owner) ?? []), late]);
  };
  for (const { number, title, ownerId: owner, status, ...dates } of actions) {
    const [dueDate, waivedUntil] = [toLocalDate(dates.dueDate), toLocalDate(dates.waivedUntil)];
    const days = (today: LocalDate) => daysLate({ status, dueDate, waivedUntil }, today) ?? 0;
    const blockedUntil = toLocalDate(dates.blockedUntil);
    add(owner, (today) =>
      pausesReminders({ blockedUntil }, today) ? null : { key: actionKeyOf(number), title, daysLate: days(today) },
    );
  }
  for (const { number, title, dueAt, ownerId: owner } of reviews) {
    const due = toLocalDate(dueAt);
    add(owner, (today) => ({ key: reviewKeyOf(number), title, daysLate: due ? daysBetween(due, today) : 0 }));
  }
  return things;
}

/**
 * Returns the actions whose reminders are in this digest, if they still climb under the same date, and the rungs that
 * were read for it.
 */
async function toldThings({ db }: Ctx, dayOf: ReadonlyMap<string, LocalDate>) {
  const told = await db.rungTold.findMany({
    where: { digestedAt: null, userId: { in: [...dayOf.keys()] }, rung: { way: "digest" } },
    select: {
      ...{ rungId: true, userId: true },
      rung: {
        select: {
          dueDate: true,
          actionItem: {
            select: {
              ...{ number: true, title: true, dueDate: true, status: true, archivedAt: true },
              incident: { select: { restricted: true } },
            },
          },
        },
      },
    },
  });
  const things = new Map<string, LateThing[]>();
  for (const { userId, rung } of told) {
    const { number, title, status, archivedAt, incident, ...action } = rung.actionItem;
    const [day, due] = [dayOf.get(userId), toLocalDate(rung.dueDate)];
    const isOpen = archivedAt === null && CLIMBING_STATUSES.includes(status) && toLocalDate(action.dueDate) === due;
    if (!isOpen || day === undefined || due === null) continue;
    const shown = incident?.restricted ? RESTRICTED_TITLE : title;
    const thing = { key: actionKeyOf(number), title: shown, daysLate: daysBetween(due, day), isTold: true };
    things.set(userId, [...(things.get(userId) ?? []), thing]);
  }
  return { asked: things, rungIds: [...new Set(told.map(({ rungId }) => rungId))] };
}

/** Returns both lists, each item once. */
const merged = (late: readonly LateThing[], told: readonly LateThing[]): LateThing[] => [
  ...new Map([...told, ...late].map((thing) => [thing.key, thing])).values(),
];

function localTime(at: Date, timeZone: string): string {
  const { day, time } = clockIn(at.getTime(), timeZone);
  return `${day}T${time}`;
}

/**
 * Puts one message a day into the inbox of everyone who owns something late or has a reminder to read, such as managers
 * and TPMs, from the hour that they chose in their time zone. Its email lists the messages that aren't mailed at once
 * too. Returns how many were written. A second run on the same day writes none.
 */
export async function writeDigests(ctx: Ctx): Promise<number> {
  return transact(ctx, async (tx) => {
    authorizeGlobally(tx, "people.manage");
    const written = (await writeFor(tx, await dueDays(tx))).size;
    if (written === 0) return unrecorded("no one owns anything late or has a reminder to read", () => 0);
    return record(tx, { action: "digest.written", id: tx.newId(), after: { people: written }, answer: () => written });
  });
}

/** Whose digest is written, for which of their days, and the weekdays of their digests. */
type Due = ReadonlyMap<string, { day: LocalDate; days: readonly number[] }>;

/** Writes the digests of these people. Returns their ids, of those for whom there is something to say. */
async function writeFor(tx: TxCtx, due: Due): Promise<Map<string, string>> {
  const dayOf = new Map([...due].map(([id, { day }]) => [id, day]));
  const things = await lateThings(tx, dayOf);
  const { asked, rungIds } = await toldThings(tx, dayOf);
  const news = await newsFor(tx, new Map([...due].map(([id, { days }]) => [id, days])));
  const written = new Map<string, string>();
  for (const userId of new Set([...things.keys(), ...asked.keys(), ...news.keys()])) {
    const late = merged(things.get(userId) ?? [], asked.get(userId) ?? []);
    const digest = composeDigest(late);
    const ids = news.get(userId) ?? [];
    if (!digest && ids.length === 0) continue;
    // Nothing but messages that are in the inbox: their digest is only mailed.
    const words = digest ?? { subject: NEWS_SUBJECT, body: "" };
    const kind = digest ? DIGEST_CODE : NEWS_CODE;
    const digestId = await notify(tx, { userId, kind, ...words, href: "/", incidentId: null });
    await tx.db.notification.updateMany({ where: { id: { in: ids } }, data: { digestId } });
    written.set(userId, digestId);
  }
  // Rungs that were recorded in the meantime wait for the next digest.
  await tx.db.rungTold.updateMany({
    where: { digestedAt: null, userId: { in: [...dayOf.keys()] }, rungId: { in: rungIds } },
    data: { digestedAt: tx.now() },
  });
  return written;
}

/**
 * Writes my digest of today now, by the same rules. The next one is written tomorrow. Returns where it went: nowhere if
 * there is nothing to say. Throws `rate_limited` within a minute after another one.
 */
export async function sendDigest(ctx: Ctx): Promise<SentDigest> {
  const { id: userId } = authorizeSelf(ctx, "write");
  return transact(ctx, async (tx) => {
    await tx.db.$queryRaw`SELECT FROM "user" WHERE id = ${userId}::uuid FOR NO KEY UPDATE`;
    const me = await tx.db.user.findUniqueOrThrow({
      where: { id: userId },
      select: { timeZone: true, digestDays: true },
    });
    const minuteAgo = new Date(tx.now().getTime() - MINUTE_MS);
    const isTooSoon = await tx.db.notification.count({
      where: { userId, kind: { in: [DIGEST_CODE, NEWS_CODE] }, createdAt: { gt: minuteAgo } },
    });
    if (isTooSoon > 0) throw new AppError("rate_limited", { retryAfterSeconds: 60, message: TOO_SOON });
    const day = todayIn(me.timeZone, tx.now());
    const digestId = (await writeFor(tx, new Map([[userId, { day, days: me.digestDays }]]))).get(userId);
    const nothing = { sent: false, inbox: false, email: null };
    if (digestId === undefined) return unrecorded("there is nothing to say", () => nothing);
    const { kind } = await tx.db.notification.findUniqueOrThrow({ where: { id: digestId }, select: { kind: true } });
    const { mail } = config().smtpUrl === null ? { mail: null } : await findForMail(tx, digestId);
    const where = { sent: true, inbox: kind === DIGEST_CODE, email: mail?.to ?? null };
    return record(tx, { action: "digest.written", id: tx.newId(), after: { people: 1 }, answer: () => where });
  });
}

const TOO_SOON = "Your digest was sent less than a minute ago. Look in your inbox, or try again in a minute.";

/** Returns whose digest is due now, and for which of their days. */
async function dueDays(ctx: Ctx): Promise<Due> {
  const people = await ctx.db.user.findMany({
    where: { disabledAt: null },
    select: { id: true, timeZone: true, digestHour: true, digestDays: true },
  });
  const last = await ctx.db.notification.groupBy({
    by: ["userId"],
    where: { kind: { in: [DIGEST_CODE, NEWS_CODE] } },
    _max: { createdAt: true },
  });
  const lastOf = new Map(last.map(({ userId, _max }) => [userId, _max.createdAt]));
  return new Map(
    people.flatMap(({ id, timeZone, digestHour: hour, digestDays: days }) => {
      const at = lastOf.get(id);
      const lastDay = at ? localTime(at, timeZone).slice(0, 10) : null;
      const day = digestDay(localTime(ctx.now(), timeZone), lastDay, { hour, days });
      return day === null ? [] : [[id, { day, days }] as const];
    }),
  );
}
