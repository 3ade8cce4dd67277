import type { UserActor } from "#lib/base/access/actor.ts";
import { canGlobally } from "#lib/base/access/can.ts";
import { countWords, listWords } from "#lib/base/text/sentence.ts";
import { weekdayOf } from "#lib/base/time/local-date.ts";
import { todayIn } from "#lib/base/time/today-in.ts";
import type { AgendaItem } from "#lib/contract/me.ts";
import { listWalks } from "#server/across/walk/index.ts";
import { authorizeSelf } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { fromLocalDate } from "#server/base/kernel/dates.ts";
import { reviewKeyOf } from "#server/base/kernel/keys.ts";
import { actionItemVisibleTo, lateOn } from "#server/follow/action-item/index.ts";
import { reviewVisibleTo } from "#server/reviews/review/index.ts";

/** Returns what takes place today, in my time zone: meetings about my reviews, and the weekly meeting of TPMs. */
export async function getAgenda(ctx: Ctx): Promise<{ items: AgendaItem[] }> {
  const me = authorizeSelf(ctx, "read");
  const { timeZone } = await ctx.db.user.findUniqueOrThrow({ where: { id: me.id }, select: { timeZone: true } });
  const today = todayIn(timeZone, ctx.now());
  const [walk, meetings] = await Promise.all([weeklyMeeting(ctx, me, today), reviewMeetings(ctx, me, today)]);
  return { items: [...walk, ...meetings] };
}

const NAMED = 3;

/** Meetings of reviews that I own, facilitate, write or approve. */
async function reviewMeetings(ctx: Ctx, me: UserActor, today: string): Promise<AgendaItem[]> {
  const person = { select: { id: true, name: true } } as const;
  const isMine = [{ ownerId: me.id }, { facilitatorId: me.id }, { people: { some: named(me.id) } }];
  const rows = await ctx.db.review.findMany({
    where: {
      AND: [{ OR: isMine }, reviewVisibleTo(me)],
      ...{ meetingOn: fromLocalDate(today), archivedAt: null, status: { not: "cancelled" } },
    },
    select: {
      ...{ number: true, title: true, owner: person, facilitator: person },
      people: { where: { role: { not: "reader" } }, select: { user: person } },
    },
    orderBy: { number: "asc" },
  });
  return rows.map(({ number, title, owner, facilitator, people }) => {
    const all = [facilitator, owner, ...people.map(({ user }) => user)].flatMap((one) => one ?? []);
    const others = [...new Map(all.filter(({ id }) => id !== me.id).map((one) => [one.id, one.name])).values()];
    const more = others.length - NAMED;
    const names = [...others.slice(0, NAMED), ...(more > 0 ? [`${more} more`] : [])];
    const lead = facilitator?.id === me.id ? "You lead it." : "";
    return {
      ...{ kind: "meeting", title: `Review meeting: ${title}`, href: `/reviews/${reviewKeyOf(number)}`, at: null },
      ...{ over: false, note: [lead, names.length > 0 ? `With ${listWords(names)}.` : ""].filter(Boolean).join(" ") },
    };
  });
}

const named = (userId: string) => ({ userId, role: { not: "reader" as const } });

const MONDAY = 1;

/** The weekly meeting of today, and on a Monday the one to start. */
async function weeklyMeeting(ctx: Ctx, me: UserActor, today: string): Promise<AgendaItem[]> {
  if (!canGlobally(me, "policy.manage")) return [];
  const { items } = await listWalks(ctx);
  const held = items.filter(({ day, running }) => day === today || running);
  if (held.length > 0)
    return held.map(({ running, startedAt, lines }) => ({
      ...{ kind: "walk", title: "Weekly meeting", href: "/programme/monday/walk", at: startedAt, over: !running },
      note: running
        ? `In progress. ${countWords(lines, "line")} in the minutes.`
        : `${countWords(lines, "line")} in the minutes.`,
    }));
  if (weekdayOf(today) !== MONDAY) return [];
  const late = await ctx.db.actionItem.count({ where: { AND: [actionItemVisibleTo(me), lateOn(today)] } });
  const note = late === 0 ? "Nothing is late." : `${countWords(late, "late action")} on the list.`;
  return [{ kind: "walk", title: "Weekly meeting", href: "/programme/monday", at: null, over: false, note }];
}
