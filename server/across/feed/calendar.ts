import ical, { type ICalEventData } from "ical-generator";
import { MINUTE_MS } from "#lib/base/time/spans.ts";
import { todayIn } from "#lib/base/time/today-in.ts";
import { RESTRICTED_TITLE } from "#lib/base/vocabulary/incident.ts";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import { shownStatus } from "#lib/follow/action-item/blocked.ts";
import { movedDateWords } from "#lib/follow/action-item/due-words.ts";
import { EMPTY_QUERY, type TrackerQuery } from "#lib/follow/action-item/query/query.ts";
import { prisma } from "#server/base/db/client.ts";
import { type Ctx, contextFor } from "#server/base/kernel/context.ts";
import { actionsOf, queryOfView } from "#server/follow/saved-view/index.ts";
import { hashSecret } from "#server/people/auth/one-time-secret.ts";
import { ACTOR_SELECT, userActor } from "#server/people/auth/user-actor.ts";

const MOST_EVENTS = 2000;

/** Returns the feed with a secret, and the person whose rights it has now. */
export interface OpenedFeed {
  id: string;
  viewId: string | null;
  timeZone: string;
  isDemo: boolean;
  ctx: Ctx;
}

/** Returns the feed with a secret. Null if there is none, if it was revoked, or if its maker no longer has access. */
export async function openFeed(secret: string): Promise<OpenedFeed | null> {
  const row = await prisma().calendarFeed.findUnique({
    where: { secretHash: hashSecret(secret), revokedAt: null },
    select: { id: true, viewId: true, lastReadAt: true, user: { select: { ...ACTOR_SELECT, timeZone: true } } },
  });
  const actor = row && userActor(row.user, ["read"]);
  if (!actor) return null;
  const now = new Date();
  // Only to show when it was last read, so a minute is exact enough.
  if (now.getTime() - (row.lastReadAt?.getTime() ?? 0) > MINUTE_MS)
    await prisma().calendarFeed.updateMany({ where: { id: row.id }, data: { lastReadAt: now } });
  const { timeZone, demo: isDemo } = row.user;
  return { id: row.id, viewId: row.viewId, timeZone, isDemo, ctx: contextFor(actor) };
}

/** The actions of a page that belong to a restricted incident. Their titles don't leave Afterword. */
async function restrictedOf(ctx: Ctx, rows: readonly ActionItemRow[]): Promise<ReadonlySet<string>> {
  const where = { id: { in: rows.map(({ id }) => id) }, incident: { restricted: true } };
  return new Set((await ctx.db.actionItem.findMany({ where, select: { id: true } })).map(({ id }) => id));
}

/** Reads the actions with a date, those of the last 90 days and later first: a feed that is full lacks the oldest. */
async function* datedOf(ctx: Ctx, query: TrackerQuery, today: string): AsyncGenerator<ActionItemRow[]> {
  for (const dates of ["due>=today-90d", "due<today-90d"])
    yield* await actionsOf(ctx, { ...query, filter: query.filter ? `(${query.filter}) and ${dates}` : dates }, today);
}

/** The status, and the due date with the first one if it has moved. */
const descriptionOf = (row: ActionItemRow) =>
  [shownStatus(row), movedDateWords(row)].filter((words) => words !== null).join(". ");

/**
 * Returns the due dates of a feed as iCalendar, one all-day event for each action with a date. Restricted actions are
 * left out. In a person's own feed they have a neutral title. Throws `not_found` if the view is gone.
 */
export async function feedCalendar(
  { ctx, viewId, timeZone }: OpenedFeed,
  origin: string,
  most = MOST_EVENTS,
): Promise<string> {
  const view = viewId === null ? null : await queryOfView(ctx, viewId);
  const today = todayIn(timeZone, ctx.now());
  const calendar = ical({ name: view?.name ?? "My actions", prodId: { company: "Afterword", product: "Actions" } });
  const query = view?.query ?? { ...EMPTY_QUERY, view: "mine" as const };
  const events: (ICalEventData & { start: Date })[] = [];
  for await (const rows of datedOf(ctx, query, today)) {
    const restricted = await restrictedOf(ctx, rows);
    for (const row of rows) {
      const { id, key, title, dueDate } = row;
      const isHidden = restricted.has(id);
      if (dueDate === null || (isHidden && view !== null)) continue;
      events.push({
        ...{
          id: `${id}@afterword`,
          allDay: true,
          start: new Date(`${dueDate}T00:00Z`),
          stamp: ctx.now(),
          timezone: "UTC",
        },
        summary: isHidden ? RESTRICTED_TITLE : `${key} ${title}`,
        ...(isHidden ? {} : { description: descriptionOf(row), url: `${origin}/actions/${key}` }),
      });
    }
    if (events.length >= most) break;
  }
  for (const event of events.toSorted((one, other) => one.start.getTime() - other.start.getTime()))
    calendar.createEvent(event);
  return calendar.toString();
}
