import { isReminder } from "#lib/across/ladder/ladder.ts";
import { rungMessage } from "#lib/across/ladder/message.ts";
import { utcDay } from "#lib/base/time/local-date.ts";
import { todayIn } from "#lib/base/time/today-in.ts";
import { LADDER_RUNG_WHO, type LadderRung, type RungOutcome, type RungWay } from "#lib/base/vocabulary/ladder.ts";
import type { PersonRef } from "#lib/contract/base.ts";
import { isWalking } from "#server/across/walk/index.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { actionKeyOf } from "#server/base/kernel/keys.ts";
import { notify } from "#server/base/kernel/notify.ts";
import { record, unrecorded } from "#server/base/kernel/record.ts";
import { tellChannels } from "#server/base/kernel/tell-channels.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { climbingActions, type LadderRow, teamsOf } from "./load.ts";
import { dueNow, type LadderDesk, openDesk, orLogged, type PlannedRung, planRungs } from "./plan.ts";

const PAGE = 200;

/** Yields the actions with a rung that is due now. One that can't be read is logged and left out. */
async function* dueActions(ctx: Ctx, desk: LadderDesk, withWaived: boolean): AsyncGenerator<LadderRow> {
  // The weekly meeting decides about them. What is due then is sent when it's over.
  if (await isWalking(ctx)) return;
  for (let after = 0; ; ) {
    const rows = await climbingActions(ctx, { after, take: PAGE, before: desk.book.longestBefore, withWaived });
    for (const row of rows) if ((await orLogged(ctx, row, () => dueNow(ctx, row, desk)))?.length) yield row;
    const last = rows.at(-1);
    if (!last) return;
    after = last.number;
  }
}

/** A rung as the dry run prints it. */
export interface RungPreview {
  key: string;
  rung: LadderRung;
  day: string;
  outcome: RungOutcome;
  way: RungWay | null;
  person: PersonRef | null;
  told: PersonRef[];
}

/** Returns what a run at this moment records, after waivers have ended by then, and writes nothing. */
export async function previewLadder(ctx: Ctx): Promise<RungPreview[]> {
  authorizeGlobally(ctx, "people.manage");
  const desk = await openDesk(ctx);
  const planned: { key: string; rung: PlannedRung }[] = [];
  for await (const row of dueActions(ctx, desk, true))
    for (const rung of await planRungs(ctx, row, desk)) planned.push({ key: actionKeyOf(row.number), rung });
  const ids = [...new Set(planned.flatMap(({ rung }) => rung.told))];
  const people = await ctx.db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return planned.map(({ key, rung: { rung, day, outcome, way, person, told } }) => {
    return { key, rung, day, outcome, way, person, told: people.filter(({ id }) => told.includes(id)) };
  });
}

/**
 * Records every rung that is due, and notifies people. Safe in several processes at once and as often as you like: a
 * rung is recorded once for each due date. One action that fails is logged and left for the next run. Returns how
 * many rungs were recorded.
 */
export async function climbLadder(ctx: Ctx, signal?: AbortSignal): Promise<number> {
  const desk = await openDesk(ctx);
  let recorded = 0;
  for await (const row of dueActions(ctx, desk, false)) {
    if (signal?.aborted) break;
    try {
      recorded += await climb(ctx, row.id, desk);
    } catch (error) {
      ctx.log.error({ err: error, action: actionKeyOf(row.number) }, "the rungs of an action could not be recorded");
    }
  }
  return recorded;
}

function climb(ctx: Ctx, id: string, desk: LadderDesk): Promise<number> {
  return transact(ctx, async (tx) => {
    authorizeGlobally(tx, "people.manage");
    // Another process waits here, and then finds the rungs recorded.
    await tx.db.$queryRaw`SELECT id FROM action_item WHERE id = ${id}::uuid FOR UPDATE`;
    const [row] = await climbingActions(tx, { take: 1, id });
    const planned = row ? await planRungs(tx, row, desk) : [];
    if (!row || planned.length === 0) return unrecorded("another run recorded them", () => 0);
    for (const rung of planned) await keep(tx, row, rung, desk);
    const answer = () => planned.length;
    if (planned.every(({ isBeforeStart }) => isBeforeStart)) return unrecorded("no one was notified", answer);
    return record(tx, {
      action: "action_item.reminded",
      id,
      incidentId: row.incidentId,
      after: { rungs: planned.map(({ rung, outcome }) => ({ rung, outcome })) },
      answer,
    });
  });
}

async function keep(tx: TxCtx, row: LadderRow, planned: PlannedRung, { calendarOf }: LadderDesk): Promise<void> {
  const { rung, outcome, way, person, told, isThirdMove, isByPolicy } = planned;
  await tx.db.actionItemRung.create({
    data: {
      ...{ id: tx.newId(), actionItemId: row.id, dueDate: row.dueDate, rung, outcome, way },
      ...{ personId: person?.id ?? null, byPolicy: isByPolicy, thirdMove: isThirdMove, at: tx.now() },
      told: { create: told.map((userId) => ({ userId })) },
    },
  });
  if (told.length === 0) return;
  const teamIds = teamsOf(row).map(({ id }) => id);
  const { timeZone } = calendarOf(teamIds);
  const message = rungMessage({
    ...{ rung, key: actionKeyOf(row.number), title: row.title, isThirdMove, isByPolicy },
    restricted: row.incident?.restricted ?? false,
    dueDate: utcDay(row.dueDate),
    today: todayIn(timeZone, tx.now()),
  });
  const href = `/actions/${actionKeyOf(row.number)}`;
  // Reminders of the owner aren't posted.
  if (!isReminder(rung))
    await tellChannels(tx, {
      ...{ kind: "ladder", teamIds, href, incidentId: row.incidentId },
      words: `${message.subject}. The ${LADDER_RUNG_WHO[rung]} was notified.`,
    });
  if (way !== "mail") return;
  for (const userId of told)
    await notify(tx, { ...message, kind: `ladder.${rung}`, userId, href, incidentId: row.incidentId });
}
