import { type DueRung, dueRungs, nextRung, rungsThrough, type TakenRung, wayOf } from "#lib/across/ladder/ladder.ts";
import { type LocalDate, utcDay } from "#lib/base/time/local-date.ts";
import { todayIn } from "#lib/base/time/today-in.ts";
import type { LadderRung, RungOutcome, RungWay } from "#lib/base/vocabulary/ladder.ts";
import type { PersonRef } from "#lib/contract/base.ts";
import type { Applied } from "#lib/people/policy/applied.ts";
import { ladderKey, type PolicyValueOf } from "#lib/people/policy/values.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { actionKeyOf } from "#server/base/kernel/keys.ts";
import { loadActionItem, whoCan } from "#server/follow/action-item/index.ts";
import { teamCalendars } from "#server/people/calendar/index.ts";
import { actionFacts, type EditionRow, loadBook, type PolicyBook } from "#server/people/policy/index.ts";
import { factsOf, isWaivedOn, type LadderRow, oftenMovedTo, teamsOf } from "./load.ts";

/** A rung as it will be recorded now. */
export interface PlannedRung extends DueRung {
  outcome: RungOutcome;
  /** Null if no one is notified. */
  way: RungWay | null;
  /** Who has this part. Null if it is unfilled, or the rung was past from the start. */
  person: PersonRef | null;
  /** The policy names this person. */
  isByPolicy: boolean;
  told: string[];
}

interface Tpm extends PersonRef {
  teamIds: string[];
}

/** Facts that all actions share: calendars, TPMs and the start of the ladder. */
export interface LadderDesk {
  calendarOf: Awaited<ReturnType<typeof teamCalendars>>;
  tpms: Tpm[];
  /** The people whom a policy names for a rung, by id, if they have access. */
  named: ReadonlyMap<string, PersonRef>;
  since: Date;
  /** Each action climbs by the edition that it was promised under. */
  book: PolicyBook;
}

/** Reads the facts that the reminders of all actions share. */
export async function openDesk(ctx: Ctx): Promise<LadderDesk> {
  const [calendarOf, { since }, people, book] = await Promise.all([
    teamCalendars(ctx),
    ctx.db.ladderStart.findFirstOrThrow(),
    ctx.db.user.findMany({
      where: { role: "tpm", disabledAt: null },
      select: { id: true, name: true, memberships: { select: { teamId: true } } },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    }),
    loadBook(ctx),
  ]);
  const tpms = people.map(({ memberships, ...person }) => ({
    ...person,
    teamIds: memberships.map((one) => one.teamId),
  }));
  const named = await ctx.db.user.findMany({
    where: { id: { in: book.namedPeople }, disabledAt: null },
    select: { id: true, name: true },
  });
  return { calendarOf, since, tpms, named: new Map(named.map((person) => [person.id, person])), book };
}

/** Returns the policies that an action was promised under. */
const appliedTo = (row: LadderRow, { book }: LadderDesk): Applied =>
  book.apply(
    actionFacts({
      ...row,
      owner: row.owner && { memberships: row.owner.memberships.map(({ team }) => ({ teamId: team.id })) },
    }),
    row.policyEdition,
  );

const policyOf = (row: LadderRow, desk: LadderDesk): PolicyValueOf => appliedTo(row, desk).values;

/** Returns the edition of the policy that sets the days of an action. Undefined: built in. */
export function daysGiverOf(row: LadderRow, desk: LadderDesk): EditionRow | undefined {
  const giver = appliedTo(row, desk).from[ladderKey(row.priority)];
  return desk.book.rowsAt(row.policyEdition).find(({ policyId }) => policyId === giver);
}

function read(ctx: Ctx, row: LadderRow, desk: LadderDesk) {
  const { calendarOf, since } = desk;
  const calendar = calendarOf(teamsOf(row).map(({ id }) => id));
  const zone = calendar.timeZone;
  const facts = factsOf(row, { zone, since, now: ctx.now(), times: policyOf(row, desk)[ladderKey(row.priority)] });
  const movedTo = oftenMovedTo(row);
  const taken = row.rungs.map(({ dueDate: day, rung, outcome, thirdMove }): TakenRung => {
    const dueDate = utcDay(day);
    // A third move that was undone doesn't count, so the real one tells the same person again.
    const isThirdMove = thirdMove && movedTo.includes(dueDate);
    const isTold = (outcome === "told" || outcome === "already_told") && isThirdMove === thirdMove;
    return { rung, dueDate, isTold, isThirdMove };
  });
  return { calendar, facts, taken, today: todayIn(zone, ctx.now()) };
}

/** Reads something of an action. Logs a failure and returns null, so the other actions still get their turn. */
export async function orLogged<Answer>(
  ctx: Ctx,
  row: LadderRow,
  read: () => Answer | Promise<Answer>,
): Promise<Answer | null> {
  try {
    return await read();
  } catch (error) {
    ctx.log.error({ err: error, action: actionKeyOf(row.number) }, "the days of an action could not be counted");
    return null;
  }
}

/** Returns the rungs of an action that are due now, without their people. */
export function dueNow(ctx: Ctx, row: LadderRow, desk: LadderDesk): DueRung[] {
  const { facts, calendar, taken, today } = read(ctx, row, desk);
  return isWaivedOn(row, today) ? [] : dueRungs(facts, calendar, taken, today);
}

/** Returns the next rung of an action, its day and who has that part today. */
export function nextFor(
  ctx: Ctx,
  row: LadderRow,
  desk: LadderDesk,
): { rung: LadderRung; day: LocalDate; person: PersonRef | null } | null {
  const { facts, calendar, taken, today } = read(ctx, row, desk);
  const next = nextRung(facts, calendar, taken, today);
  return next && { ...next, person: personFor(row, next.rung, desk).person };
}

interface Account extends PersonRef {
  disabledAt: Date | null;
}

const inUse = (person: Account | null | undefined): PersonRef | null =>
  person && person.disabledAt === null ? { id: person.id, name: person.name } : null;

interface Part {
  person: PersonRef | null;
  isByPolicy: boolean;
}

/**
 * Returns who has the part of a rung, if anyone has. Whom the policy names comes first, apart from a team's manager, for
 * whom the policy only names a substitute. A TPM of the team is chosen before others.
 */
function personFor(row: LadderRow, rung: LadderRung, desk: LadderDesk): Part {
  const { tpms } = desk;
  const teams = teamsOf(row);
  const { ladderTpm, ladderManager, ladderParent } = policyOf(row, desk);
  const usual = (person: PersonRef | null): Part => ({ person, isByPolicy: false });
  const named = (id: string | null): Part | null => {
    const person = id === null ? undefined : desk.named.get(id);
    return person ? { person, isByPolicy: true } : null;
  };
  if (rung === "owner_before" || rung === "owner_due") return usual(inUse(row.owner));
  if (rung === "manager") {
    const manager = firstOf(teams.map((team) => team.manager));
    return (manager ? null : named(ladderManager)) ?? usual(manager);
  }
  if (rung === "parent_manager")
    return named(ladderParent) ?? usual(firstOf(teams.map(({ parent }) => parent?.manager)));
  const near = new Set(teams.flatMap(({ id, parentId }) => [id, parentId]));
  const chosen = ladderTpm === null ? undefined : tpms.find(({ id }) => id === ladderTpm);
  const tpm = chosen ?? tpms.find(({ teamIds }) => teamIds.some((id) => near.has(id))) ?? tpms[0];
  return { person: tpm ? { id: tpm.id, name: tpm.name } : null, isByPolicy: chosen !== undefined };
}

const firstOf = (people: readonly (Account | null | undefined)[]): PersonRef | null =>
  people.flatMap((person) => inUse(person) ?? [])[0] ?? null;

/**
 * Returns the rungs of an action that are due now, each with its person and channel. Rights are those of this moment.
 */
export const planRungs = (ctx: Ctx, row: LadderRow, desk: LadderDesk): Promise<PlannedRung[]> =>
  plan(ctx, row, desk, [dueNow(ctx, row, desk)]);

/** Returns the rungs of an action that will be due through a day, as they will be recorded if nothing changes. */
export async function planThrough(
  ctx: Ctx,
  row: LadderRow,
  desk: LadderDesk,
  through: LocalDate,
): Promise<PlannedRung[]> {
  const { facts, calendar, taken, today } = read(ctx, row, desk);
  const rungs = rungsThrough(facts, calendar, taken, { today, through });
  return plan(ctx, row, desk, [...Map.groupBy(rungs, ({ day }) => day).values()]);
}

/** `runs` are the rungs that are due together, one run after the other. */
async function plan(
  ctx: Ctx,
  row: LadderRow,
  desk: LadderDesk,
  runs: readonly (readonly DueRung[])[],
): Promise<PlannedRung[]> {
  const { facts } = read(ctx, row, desk);
  const told = new Set(
    row.rungs
      .filter(({ dueDate }) => dueDate.getTime() === row.dueDate.getTime())
      .flatMap((rung) => rung.told.map(({ userId }) => userId)),
  );
  const planned: PlannedRung[] = [];
  for (const { rung, due } of runs.flatMap((run) => run.map((rung) => ({ rung, due: run })))) {
    const nobodyYet: Part = { person: null, isByPolicy: false };
    const { person, isByPolicy } = rung.isBeforeStart ? nobodyYet : personFor(row, rung.rung, desk);
    const { outcome, reached } = await reach(ctx, row, { rung, person, due, told });
    for (const id of reached) told.add(id);
    const way = reached.length > 0 ? wayOf(facts, rung) : null;
    planned.push({ ...rung, outcome, way, person, isByPolicy, told: reached });
  }
  return planned;
}

interface Reach {
  rung: DueRung;
  person: PersonRef | null;
  due: readonly DueRung[];
  told: ReadonlySet<string>;
}

async function reach(
  ctx: Ctx,
  row: LadderRow,
  { rung, person, due, told }: Reach,
): Promise<{ outcome: RungOutcome; reached: string[] }> {
  if (rung.isBeforeStart) return { outcome: "before_start", reached: [] };
  if (!person) return { outcome: "missing", reached: [] };
  // The owner is told on the due date too, but once a day.
  const isRepeated = rung.rung === "owner_before" && due.some((one) => one.rung === "owner_due" && !one.isBeforeStart);
  const isReminder = rung.rung === "owner_before" || rung.rung === "owner_due";
  if (isRepeated || (!isReminder && told.has(person.id))) return { outcome: "already_told", reached: [] };
  // Everyone reads an action that isn't restricted, so most actions need no look at rights.
  if (!row.incident?.restricted) return { outcome: "told", reached: [person.id] };
  const { row: action } = await loadActionItem(ctx, actionKeyOf(row.number));
  if ((await whoCan(ctx, "read", action, [person.id])).length > 0) return { outcome: "told", reached: [person.id] };
  const named = [row.incident?.createdById ?? null, ...(row.incident?.grants.map(({ userId }) => userId) ?? [])];
  const others = [...new Set(named)].flatMap((id) => (id === null || told.has(id) ? [] : [id]));
  return { outcome: "may_not_read", reached: await whoCan(ctx, "read", action, others) };
}
