import { addDays, type LocalDate, utcDay } from "#lib/base/time/local-date.ts";
import { DAY_MS } from "#lib/base/time/spans.ts";
import type { LadderRung } from "#lib/base/vocabulary/ladder.ts";
import type { PersonRef } from "#lib/contract/base.ts";
import type { ActionRungs } from "#lib/contract/ladder.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { actionKeyOf } from "#server/base/kernel/keys.ts";
import { loadActionItem } from "#server/follow/action-item/index.ts";
import { climbingActions, type LadderRow } from "./load.ts";
import { daysGiverOf, type LadderDesk, nextFor, openDesk, orLogged, type PlannedRung, planThrough } from "./plan.ts";

/** Returns the rungs of an action, oldest first, and the next one. Throws `not_found` as the action does. */
export async function listRungs(ctx: Ctx, { key }: { key: string }): Promise<ActionRungs> {
  const { row: action } = await loadActionItem(ctx, key);
  const person = { select: { id: true, name: true } } as const;
  const rows = await ctx.db.actionItemRung.findMany({
    where: { actionItemId: action.id },
    include: { person, told: { select: { user: person } } },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  const [row] = await climbingActions(ctx, { take: 1, id: action.id, withWaived: true });
  const desk = row ? await openDesk(ctx) : null;
  return {
    items: rows.map(({ id, rung, outcome, way, thirdMove, byPolicy, dueDate, at, ...row }) => ({
      ...{ id, rung, outcome, by: way, thirdMove, byPolicy },
      to: row.person,
      told: row.told.map(({ user }) => user),
      dueDate: utcDay(dueDate),
      at: at.toISOString(),
    })),
    next: row && desk ? nextStep(await orLogged(ctx, row, () => nextFor(ctx, row, desk))) : null,
    policy: row && desk ? await policyBehind(ctx, row, desk) : null,
  };
}

/** Returns the policy that sets the days of an action, as it was when the action was promised. */
async function policyBehind(ctx: Ctx, row: LadderRow, desk: LadderDesk): Promise<ActionRungs["policy"]> {
  const giver = daysGiverOf(row, desk);
  const edition =
    giver &&
    (await ctx.db.policyEdition.findFirst({
      where: { number: giver.number },
      select: { name: true, at: true },
    }));
  return giver && edition ? { id: giver.policyId, name: edition.name, at: edition.at.toISOString() } : null;
}

const nextStep = (next: ReturnType<typeof nextFor>): ActionRungs["next"] =>
  next && { rung: next.rung, day: next.day, to: next.person };

export interface AskedNext {
  key: string;
  title: string;
  rung: LadderRung;
  day: LocalDate;
  to: PersonRef | null;
}

const PAGE = 200;

/**
 * Returns the rungs whose day is within some days from a day and that will notify someone, of each action that the
 * actor can read, by day.
 */
export async function listAskedNext(ctx: Ctx, { from, days }: { from: LocalDate; days: number }): Promise<AskedNext[]> {
  const desk = await openDesk(ctx);
  const through = addDays(from, days - 1);
  const then = { ...ctx, now: () => new Date(ctx.now().getTime() + days * DAY_MS) };
  const found: { row: LadderRow; rung: PlannedRung }[] = [];
  for (let after = 0; ; ) {
    const rows = await climbingActions(then, { after, take: PAGE, before: desk.book.longestBefore, withWaived: true });
    for (const row of rows) {
      const planned = (await orLogged(ctx, row, () => planThrough(ctx, row, desk, through))) ?? [];
      found.push(...planned.flatMap((rung) => (rung.told.length > 0 ? [{ row, rung }] : [])));
    }
    const last = rows.at(-1);
    if (!last) break;
    after = last.number;
  }
  const ids = [...new Set(found.flatMap(({ rung }) => rung.told))];
  const people = await ctx.db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const told = new Map(people.map((person) => [person.id, person]));
  return found
    .map(
      ({
        row,
        rung: {
          rung,
          day,
          told: [first = ""],
        },
      }) => {
        return { key: actionKeyOf(row.number), title: row.title, rung, day, to: told.get(first) ?? null };
      },
    )
    .sort((one, other) => one.day.localeCompare(other.day));
}
