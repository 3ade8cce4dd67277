import { Prisma } from "#generated/prisma/client.ts";
import { CLIMBING_STATUSES, type HeldTime, type LadderFacts, pausesOf } from "#lib/across/ladder/ladder.ts";
import { addDays, type LocalDate, utcDay } from "#lib/base/time/local-date.ts";
import { todayIn } from "#lib/base/time/today-in.ts";
import { LADDER_RUNGS } from "#lib/base/vocabulary/ladder.ts";
import type { LadderTimes } from "#lib/people/policy/values.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { actionItemVisibleSql } from "#server/follow/action-item/index.ts";
import { POLICY_INCIDENT } from "#server/people/policy/index.ts";

const MANAGER = { select: { id: true, name: true, disabledAt: true } } as const;
const TEAM = {
  select: {
    ...{ id: true, parentId: true, archivedAt: true, manager: MANAGER },
    parent: { select: { archivedAt: true, manager: MANAGER } },
  },
} as const;

const SELECT = {
  id: true,
  number: true,
  title: true,
  priority: true,
  dueDate: true,
  dueMoves: true,
  blockedUntil: true,
  climbsAgainAt: true,
  createdAt: true,
  incidentId: true,
  teamId: true,
  policyEdition: true,
  owner: {
    select: {
      id: true,
      name: true,
      disabledAt: true,
      memberships: {
        where: { team: { archivedAt: null } },
        select: { team: TEAM },
        orderBy: { team: { name: "asc" } },
      },
    },
  },
  team: TEAM,
  incident: {
    select: { ...POLICY_INCIDENT, restricted: true, createdById: true, grants: { select: { userId: true } } },
  },
  waivers: { where: { leftStatus: { not: null } }, select: { answeredAt: true, until: true, endedAt: true } },
  blockTimes: { select: { fromAt: true, until: true, endedAt: true } },
  dueHistory: { select: { movedAt: true, basis: true, toDate: true }, orderBy: { movedAt: "desc" } },
  transitions: {
    where: { fromStatus: { in: ["proposed", "verified"] }, toStatus: { in: ["accepted", "in_progress"] } },
    select: { at: true },
    orderBy: { at: "desc" },
    take: 1,
  },
  rungs: { select: { rung: true, dueDate: true, outcome: true, thirdMove: true, told: { select: { userId: true } } } },
} satisfies Prisma.ActionItemSelect;

export type LadderRow = Prisma.ActionItemGetPayload<{ select: typeof SELECT }> & { dueDate: Date };

/** More than a day, because a day starts earlier in zones east of UTC. */
const ZONES_DAYS = 1;

interface Asked {
  take: number;
  /** After the action with this number. */
  after?: number;
  /** One action, however far its date is. */
  id?: string;
  /** The most days before a due date on which an owner is reminded. */
  before?: number;
  /** Waived ones too: each climbs again from the day on which its waiver ends. */
  withWaived?: boolean;
}

const THIRD = 3;

/**
 * Returns the actions that climb, that can have a rung that is due, and that the actor can read, by number. Those with
 * every rung recorded for their date are left out.
 */
export async function climbingActions(
  ctx: Ctx,
  { after = 0, take, id, before = 3, withWaived = false }: Asked,
): Promise<LadderRow[]> {
  const horizon = addDays(utcDay(ctx.now()), before + ZONES_DAYS);
  const asked =
    id === undefined
      ? Prisma.sql`number > ${after} AND (due_date <= ${horizon}::date OR due_moves >= ${THIRD})`
      : Prisma.sql`id = ${id}::uuid`;
  const climbing = Prisma.sql`${[...CLIMBING_STATUSES]}::text[]::action_status[]`;
  const waived = Prisma.sql`status = 'waived' AND EXISTS (SELECT FROM waiver w
    WHERE w.action_item_id = action_item.id AND w.status = 'approved' AND w.left_status = ANY(${climbing}))`;
  const ids = await ctx.db.$queryRaw<{ id: string }[]>`
    SELECT id FROM action_item
    WHERE ${asked} AND archived_at IS NULL AND due_date IS NOT NULL
      AND (status = ANY(${climbing}) ${withWaived ? Prisma.sql`OR ${waived}` : Prisma.empty}) AND ${actionItemVisibleSql(ctx.actor)}
      AND (SELECT count(*) FROM action_item_rung r
        WHERE r.action_item_id = action_item.id AND r.due_date = action_item.due_date) < ${LADDER_RUNGS.length}
    ORDER BY number LIMIT ${take}`;
  if (ids.length === 0) return [];
  const rows = await ctx.db.actionItem.findMany({
    where: { id: { in: ids.map((row) => row.id) } },
    select: SELECT,
    orderBy: { number: "asc" },
  });
  return rows.flatMap(({ dueDate, ...row }) => (dueDate ? [{ ...row, dueDate }] : []));
}

const inUse = <Team extends { archivedAt: Date | null }>(team: Team | null): Team | null =>
  team && team.archivedAt === null ? team : null;

/** Returns the teams in use of an action: its own, or without one those of its owner. Their parents are in use too. */
export function teamsOf({ team, owner }: LadderRow) {
  const own = inUse(team);
  const teams = own ? [own] : (owner?.memberships.map((membership) => membership.team) ?? []);
  return teams.map(({ parent, ...one }) => ({ ...one, parent: inUse(parent) }));
}

/** Returns whether a waiver of an action is still in force on a day of its calendar. */
export const isWaivedOn = ({ waivers }: LadderRow, day: LocalDate): boolean =>
  waivers.some(({ answeredAt, until, endedAt }) => answeredAt !== null && endedAt === null && utcDay(until) > day);

/** Returns what the ladder knows of an action. `since` is when the ladder started here, `zone` that of its calendar. */
export function factsOf(
  row: LadderRow,
  { zone, since, now, times }: { zone: string; since: Date; now: Date; times: LadderTimes },
): LadderFacts {
  const accepted = row.transitions[0]?.at ?? row.createdAt;
  const climbs = later(accepted, since);
  // A date that was counted again isn't a move, and doesn't start the ladder again.
  const byPerson = row.dueHistory.find(({ basis }) => basis === null)?.movedAt ?? null;
  return {
    priority: row.priority,
    dueDate: utcDay(row.dueDate),
    times,
    isMovedOften: row.dueMoves >= THIRD && byPerson !== null && byPerson >= climbs,
    startedOn: todayIn(zone, [byPerson ?? climbs, row.climbsAgainAt ?? climbs].reduce(later, climbs)),
    pauses: pausesOf(heldTimes(row, now), zone),
  };
}

/** Returns the dates of the third move and those after it. A move that was undone isn't among them. */
export function oftenMovedTo({ dueHistory }: LadderRow): LocalDate[] {
  const moves = dueHistory.filter(({ basis }) => basis === null).toReversed();
  return moves.slice(THIRD - 1).flatMap(({ toDate }) => (toDate === null ? [] : utcDay(toDate)));
}

const later = (one: Date, other: Date) => (one > other ? one : other);

/** Returns when an action was waived or blocked. Both name the day from which it counts again. */
function heldTimes({ waivers, blockTimes, blockedUntil }: LadderRow, now: Date): HeldTime[] {
  return [
    ...waivers.flatMap(({ answeredAt, until, endedAt }) =>
      answeredAt ? [{ from: answeredAt, until: utcDay(until), endedAt }] : [],
    ),
    ...blockTimes.map(({ fromAt, until, endedAt }) => ({ from: fromAt, until: utcDay(until), endedAt })),
    ...(blockedUntil ? [{ from: now, until: utcDay(blockedUntil), endedAt: null }] : []),
  ];
}
