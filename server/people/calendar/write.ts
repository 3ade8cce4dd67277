import { invalid, refuse } from "#lib/base/errors.ts";
import { canonicalZone } from "#lib/base/time/zones.ts";
import type { Calendar, CalendarAhead, calendarContract } from "#lib/contract/calendar.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { fieldsOf, record } from "#server/base/kernel/record.ts";
import { refuseDuplicate } from "#server/base/kernel/refuse-duplicate.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { placeName } from "./holidays.ts";
import { aheadOf, type CalendarFields, getCalendar } from "./load.ts";

/** Returns the fields in their stored form. Throws `invalid` for an unknown time zone, country or region. */
async function checked(fields: CalendarFields): Promise<CalendarFields> {
  const { workingDays, country, region, closedDays } = fields;
  const timeZone = canonicalZone(fields.timeZone);
  if (timeZone === null) throw invalid("timeZone", "Unknown time zone. Use a name such as Europe/Dublin or UTC.");
  if (country === null && region !== null) throw invalid("region", "Choose a country first");
  if (country !== null && (await placeName(country, null)) === null)
    throw invalid("country", "No public holidays are known for this country. Choose another country.");
  if (country !== null && (await placeName(country, region)) === null)
    throw invalid("region", "Choose a region of this country");
  const days = new Map(closedDays.map((day) => [day.date, day]));
  return {
    timeZone,
    workingDays: [...new Set(workingDays)].sort(),
    country,
    region,
    closedDays: [...days.values()].sort((a, b) => a.date.localeCompare(b.date)),
  };
}

const stored = ({ closedDays, ...fields }: CalendarFields) => ({
  ...fields,
  closedDays: closedDays.map(({ date, name }) => ({ date, name })),
});

/** Returns the next days off of a calendar that isn't saved yet. */
export async function previewCalendar(ctx: Ctx, fields: CalendarFields): Promise<CalendarAhead> {
  authorizeGlobally(ctx, "policy.manage");
  return aheadOf(await checked(fields), ctx.now());
}

/** Gives a team its own calendar. Throws `invalid` if it has one, or for an unknown team. */
export async function createCalendar(
  ctx: Ctx,
  { teamId, ...fields }: InputOf<typeof calendarContract.create>,
): Promise<Calendar> {
  return transact(ctx, async (tx) => {
    authorizeGlobally(tx, "policy.manage");
    const wanted = await checked(fields);
    const team = await tx.db.team.findFirst({ where: { id: teamId, archivedAt: null }, select: { id: true } });
    if (!team) throw invalid("teamId", "This team isn't in use. Choose from the list of teams.");
    const id = tx.newId();
    await refuseDuplicate(
      tx.db.businessCalendar.create({ data: { id, teamId, ...stored(wanted) } }),
      "teamId",
      "This team has a calendar. Change that one.",
    );
    return record(tx, {
      action: "calendar.created",
      id,
      after: { teamId, ...wanted },
      answer: () => getCalendar(tx, id),
    });
  });
}

/** Changes a calendar. Throws `conflict` for a stale version. */
export async function updateCalendar(
  ctx: Ctx,
  { id, version, ...fields }: InputOf<typeof calendarContract.update>,
): Promise<Calendar> {
  return transact(ctx, async (tx) => {
    authorizeGlobally(tx, "policy.manage");
    const [before, wanted] = [await getCalendar(tx, id), await checked(fields)];
    const read = () => getCalendar(tx, id);
    const changed = await tx.db.businessCalendar.updateMany({
      where: { id, version },
      data: { ...stored(wanted), version: { increment: 1 } },
    });
    await guardVersion(changed, read);
    return record(tx, {
      action: "calendar.updated",
      id,
      before: fieldsOf(before, wanted),
      after: wanted,
      answer: read,
    });
  });
}

/** Removes a team's calendar, so the organisation's applies. That one can't be removed. */
export async function removeCalendar(
  ctx: Ctx,
  { id, version }: InputOf<typeof calendarContract.remove>,
): Promise<{ done: true }> {
  return transact(ctx, async (tx) => {
    authorizeGlobally(tx, "policy.manage");
    const { team, ...before } = await getCalendar(tx, id);
    if (team === null) throw refuse("calendar_needed", "The organisation's calendar can be changed, but not removed");
    const changed = await tx.db.businessCalendar.deleteMany({ where: { id, version } });
    await guardVersion(changed, () => getCalendar(tx, id));
    const { timeZone, workingDays, country, region, closedDays } = before;
    return record(tx, {
      action: "calendar.removed",
      id,
      before: { teamId: team.id, timeZone, workingDays, country, region, closedDays },
      answer: () => ({ done: true as const }),
    });
  });
}
