import type { Prisma } from "#generated/prisma/client.ts";
import { invalid, refuse } from "#lib/base/errors.ts";
import { DAY_MS } from "#lib/base/time/spans.ts";
import { todayIn } from "#lib/base/time/today-in.ts";
import type { ChangeStatus } from "#lib/base/vocabulary/strategic-change.ts";
import type { DecidedRow, IntakeRow, RoadmapRow, roadmapContract } from "#lib/contract/roadmap.ts";
import { changeScore } from "#lib/follow/strategic-change/score.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { fromLocalDate, toLocalDate } from "#server/base/kernel/dates.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { changeKeyOf } from "#server/base/kernel/keys.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import {
  addDecision,
  changeRowSelect,
  checkPerson,
  namedDecisions,
  presentChangeRow,
  tellAssigned,
} from "#server/follow/strategic-change/index.ts";
import { loadBook } from "#server/people/policy/index.ts";
import { getSchedule, loadRoadmapRow } from "./row.ts";

/** Changes that are back on the day that was set with the decision. */
const PUT_OFF = ["deferred", "declined"] as const satisfies readonly ChangeStatus[];
const ofPutOff: Prisma.ChangeDecisionWhereInput = { kind: "status", toStatus: { in: [...PUT_OFF] } };

const MOST_WAITING = 100;
const MOST_DECIDED = 50;
const DECIDED_DAYS = 14;

/**
 * Returns the proposals that wait for a decision, the oldest first, and what was decided lately. Deferred and declined
 * changes, and those under assessment, are back on the day that was set.
 */
export async function listIntake(ctx: Ctx): Promise<{ waiting: IntakeRow[]; more: boolean; decided: DecidedRow[] }> {
  // The day comes in the zone of the owner, who can be a day ahead.
  const day = new Date(ctx.now().getTime() + DAY_MS);
  const rows = await ctx.db.strategicChange.findMany({
    where: {
      archivedAt: null,
      OR: [
        { status: "proposed", OR: [{ assessOn: null }, { assessOn: { lte: day } }] },
        { status: { in: [...PUT_OFF] }, decisions: { some: { ...ofPutOff, until: { lte: day } } } },
      ],
    },
    select: {
      ...changeRowSelect(ctx.actor),
      ...{ problem: true, createdAt: true, assessOn: true, measureMetric: true },
      ...{ exposedMinutes: true, reduction: true, confidence: true, effortWeeks: true },
      decisions: {
        where: ofPutOff,
        select: { until: true },
        orderBy: [{ at: "desc" }, { id: "desc" }],
        take: 1,
      },
    },
    orderBy: [{ number: "asc" }],
  });
  // An earlier deferral can have passed while the latest one hasn't.
  const due = rows.filter((row) => {
    const on = returnOf(row);
    return on === null ? row.status === "proposed" : on <= todayIn(row.owner?.timeZone ?? null, ctx.now());
  });
  const names = await namesOf(
    ctx,
    due.flatMap(({ createdById }) => createdById ?? []),
  );
  const book = await loadBook(ctx);
  const waiting = due.slice(0, MOST_WAITING).map((row): IntakeRow => {
    const shown = presentChangeRow(ctx, row, book);
    const { exposedMinutes, reduction, confidence, effortWeeks, createdById } = row;
    const on = returnOf(row);
    const severities = shown.incidents.map(({ severity }) => severity);
    const score = changeScore(
      { exposedMinutes, reduction, confidence, effortWeeks },
      { count: severities.length, worstSeverity: severities.length === 0 ? null : Math.min(...severities) },
    );
    return {
      ...shown,
      problem: row.problem,
      proposedBy: createdById === null ? null : (names.get(createdById) ?? null),
      proposedAt: row.createdAt.toISOString(),
      returned: on === null ? null : { from: RETURNED[row.status] ?? "assessment", on },
      ...{ score: score?.score ?? null, isRough: score?.isRough ?? false },
      lacks: [
        ...(row.ownerId === null ? (["owner"] as const) : []),
        ...(row.measureMetric === null ? (["measure"] as const) : []),
        ...(effortWeeks === null ? (["effort"] as const) : []),
      ],
    };
  });
  return { waiting, more: due.length > MOST_WAITING, decided: await decidedLately(ctx) };
}

interface Returning {
  status: ChangeStatus;
  assessOn: Date | null;
  decisions: { until: Date | null }[];
}

const RETURNED: Partial<Record<ChangeStatus, "deferral" | "decline">> = { deferred: "deferral", declined: "decline" };

/** The day on which a deferred or declined change, or one under assessment, returns to the list. Null without one. */
const returnOf = ({ status, assessOn, decisions }: Returning) =>
  toLocalDate(status === "proposed" ? assessOn : (decisions[0]?.until ?? null));

async function namesOf(ctx: Ctx, ids: string[]): Promise<Map<string, string>> {
  const people = await ctx.db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(people.map(({ id, name }) => [id, name]));
}

async function decidedLately(ctx: Ctx): Promise<DecidedRow[]> {
  const rows = await ctx.db.changeDecision.findMany({
    where: {
      at: { gte: new Date(ctx.now().getTime() - DECIDED_DAYS * DAY_MS) },
      ...{ fromStatus: { not: null }, undoneAt: null },
      change: { archivedAt: null },
    },
    include: { change: { select: { number: true, title: true, status: true } } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: MOST_DECIDED,
  });
  const named = await namedDecisions(ctx, rows);
  return named.map((decision, at) => {
    const { number, title, status } = (rows[at] as (typeof rows)[number]).change;
    return { ...decision, change: { key: changeKeyOf(number), title, status } };
  });
}

const isPutOff = (status: ChangeStatus) => PUT_OFF.some((one) => one === status);

/** Asks a person to assess a proposal, or a deferred or declined change, which is a proposal from now. It leaves the intake list until the day that is set. */
export async function assessChange(ctx: Ctx, input: InputOf<typeof roadmapContract.assess>): Promise<RoadmapRow> {
  return transact(ctx, async (tx) => {
    const { key, version, until, ownerId, note } = input;
    const row = await loadRoadmapRow(tx, key);
    authorize(tx, "strategicChange", "decide", row);
    if (row.version === version && row.status !== "proposed" && !isPutOff(row.status))
      throw refuse("proposed_only", "Only a proposal can be assessed. Resume this change as a proposal first.");
    if (until <= todayIn(row.owner?.timeZone ?? null, tx.now()))
      throw invalid("until", "The next triage must be on a later day. Choose a day after today.");
    await checkPerson(tx, "ownerId", ownerId);
    const read = () => getSchedule(tx, { key });
    const changed = await tx.db.strategicChange.updateMany({
      where: { id: row.id, version },
      data: {
        ...(row.status === "proposed" ? {} : { status: "proposed", statusReason: null, statusAt: tx.now() }),
        ...{ ownerId, assessOn: fromLocalDate(until), version: { increment: 1 } },
      },
    });
    await guardVersion(changed, read);
    await addDecision(tx, row.id, {
      ...{ from: row.status, to: "proposed", kind: "assessed", reason: note || null, until },
    });
    if (ownerId !== row.ownerId) await tellAssigned(tx, { ...row, ownerId });
    return record(tx, {
      ...{ action: "strategic_change.assessed", id: row.id, after: input, answer: read },
      before: { ownerId: row.ownerId, assessOn: toLocalDate(row.assessOn) },
    });
  });
}
