import type { Prisma } from "#generated/prisma/client.ts";
import { standingOf } from "#lib/across/walk/standing.ts";
import { notFound } from "#lib/base/errors.ts";
import { utcDay } from "#lib/base/time/local-date.ts";
import { HOUR_MS } from "#lib/base/time/spans.ts";
import { WALK_HOURS, type WalkOutcome } from "#lib/base/vocabulary/walk.ts";
import type { Walk, WalkRow, walkContract } from "#lib/contract/walk.ts";
import { authorizeSelf } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toInstantOrNull } from "#server/base/kernel/dates.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { actionKeyOf, changeKeyOf } from "#server/base/kernel/keys.ts";
import { actionItemVisibleTo } from "#server/follow/action-item/index.ts";
import { presentConditions } from "#server/follow/canonical-factor/index.ts";

const MOST = 50;
const SELECT = { id: true, day: true, startedAt: true, endedAt: true, startedBy: { select: { id: true, name: true } } };
type Row = Prisma.WalkGetPayload<{ select: typeof SELECT }>;

/** The meetings that run at a moment. */
export const runningAt = (now: Date): Prisma.WalkWhereInput => ({
  startedAt: { lte: now, gt: new Date(now.getTime() - WALK_HOURS * HOUR_MS) },
  OR: [{ endedAt: null }, { endedAt: { gt: now } }],
});

/** Returns whether a weekly meeting runs. Reminders wait for its end. */
export const isWalking = async (ctx: Ctx): Promise<boolean> =>
  (await ctx.db.walk.count({ where: runningAt(ctx.now()) })) > 0;

const present = (ctx: Ctx, { day, startedAt, endedAt, ...row }: Row) => ({
  ...{ ...row, day: utcDay(day), startedAt: startedAt.toISOString() },
  endedAt: toInstantOrNull(endedAt),
  running: endedAt === null && startedAt.getTime() > ctx.now().getTime() - WALK_HOURS * HOUR_MS,
});

/** Returns the weekly meetings, newest first. */
export async function listWalks(ctx: Ctx): Promise<{ items: WalkRow[] }> {
  authorizeSelf(ctx, "read");
  const rows = await ctx.db.walk.findMany({
    select: SELECT,
    orderBy: [{ startedAt: "desc" }, { id: "desc" }],
    take: MOST,
  });
  const counts = await ctx.db.walkLine.groupBy({
    by: ["walkId"],
    where: { walkId: { in: rows.map(({ id }) => id) } },
    _count: true,
  });
  const linesOf = (id: string) => counts.find(({ walkId }) => walkId === id)?._count ?? 0;
  return { items: rows.map((row) => ({ ...present(ctx, row), lines: linesOf(row.id) })) };
}

/** Returns the minutes of a meeting. What they say of an item is left out for people who can't read it. */
export async function getWalk(ctx: Ctx, { id }: InputOf<typeof walkContract.get>): Promise<Walk> {
  authorizeSelf(ctx, "read");
  const row = await ctx.db.walk.findUnique({
    where: { id },
    select: {
      ...SELECT,
      lines: {
        select: {
          ...{ id: true, at: true, outcome: true, text: true, undoneAt: true },
          ...{ actionItemId: true, changeId: true, canonicalFactorId: true },
          author: { select: { id: true, name: true } },
        },
        orderBy: [{ at: "asc" }, { id: "asc" }],
      },
    },
  });
  if (!row) throw notFound();
  const { lines, ...walk } = row;
  const [subjects, standing] = await Promise.all([subjectsOf(ctx, lines), standingBefore(ctx, walk.startedAt)]);
  return {
    ...{ ...present(ctx, walk), standing },
    lines: lines.map(({ id: lineId, author, at, outcome, text, undoneAt, ...line }) => {
      const subjectId = subjectIdOf(line);
      const about = subjectId === null ? null : (subjects.get(subjectId) ?? null);
      const hidden = subjectId !== null && about === null;
      return {
        ...{ id: lineId, author, at: at.toISOString(), outcome: outcome as WalkOutcome, undone: undoneAt !== null },
        ...{ about, hidden, text: hidden ? "" : text },
      };
    }),
  };
}

/** Meetings that are looked at for how long an answer has been the same. */
const EARLIER = 30;

/** Returns what the meetings before a time said last about each item, as far as the actor can read it. */
async function standingBefore(ctx: Ctx, before: Date): Promise<Walk["standing"]> {
  const walks = await ctx.db.walk.findMany({
    where: { startedAt: { lt: before } },
    select: { id: true },
    orderBy: { startedAt: "desc" },
    take: EARLIER,
  });
  const lines = await ctx.db.walkLine.findMany({
    where: { walkId: { in: walks.map(({ id }) => id) }, undoneAt: null, outcome: { not: "note" } },
    select: {
      ...{ walkId: true, outcome: true, actionItemId: true, changeId: true, canonicalFactorId: true },
      walk: { select: { day: true } },
    },
    orderBy: [{ walk: { startedAt: "desc" } }, { at: "desc" }, { id: "desc" }],
  });
  const subjects = await subjectsOf(ctx, lines);
  return [...Map.groupBy(lines, subjectIdOf)].flatMap(([subjectId, own]) => {
    const about = subjects.get(subjectId ?? "");
    const decisions = own.map(({ walkId, walk, outcome }) => ({
      ...{ walkId, outcome: outcome as WalkOutcome },
      day: utcDay(walk.day),
    }));
    const standing = standingOf(decisions);
    return about && standing ? [{ kind: about.kind, key: about.key, ...standing }] : [];
  });
}

type About = NonNullable<Walk["lines"][number]["about"]>;
type SubjectIds = Record<"actionItemId" | "changeId" | "canonicalFactorId", string | null>;

const subjectIdOf = (line: SubjectIds) => line.actionItemId ?? line.changeId ?? line.canonicalFactorId;

/** Returns what lines are about by its id, as far as the actor can read it. */
async function subjectsOf(ctx: Ctx, lines: readonly SubjectIds[]): Promise<Map<string, About>> {
  const ids = (field: keyof SubjectIds) => ({ id: { in: lines.flatMap((line) => line[field] ?? []) } });
  const [actions, changes, conditions] = await Promise.all([
    ctx.db.actionItem.findMany({
      where: { AND: [ids("actionItemId"), actionItemVisibleTo(ctx.actor)] },
      select: { id: true, number: true, title: true },
    }),
    ctx.db.strategicChange.findMany({ where: ids("changeId"), select: { id: true, number: true, title: true } }),
    presentConditions(ctx, ids("canonicalFactorId").id.in),
  ]);
  return new Map<string, About>([
    ...actions.map(
      ({ id, number, title }) => [id, { kind: "action" as const, key: actionKeyOf(number), title }] as const,
    ),
    ...changes.map(
      ({ id, number, title }) => [id, { kind: "change" as const, key: changeKeyOf(number), title }] as const,
    ),
    ...[...conditions].map(([id, now]) => [id, { kind: "condition" as const, key: now.id, title: now.name }] as const),
  ]);
}
