import { z } from "zod";
import { Prisma } from "#generated/prisma/client.ts";
import { actorId } from "#lib/base/access/actor.ts";
import { quarter, type StrategicChangeRow, type strategicChangeContract } from "#lib/contract/strategic-change.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { cursorNumber, decodeCursor, pageFrom } from "#server/base/kernel/cursor.ts";
import { findIds, inOrderOf, oneOf, partOf } from "#server/base/kernel/find-ids.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { loadBook } from "#server/people/policy/index.ts";
import { presentChangeRow } from "./present.ts";
import { changeRowSelect } from "./select.ts";

type Input = InputOf<typeof strategicChangeContract.list>;

const PLACE = z.tuple([quarter.nullable(), cursorNumber]);

/** Returns strategic changes by target quarter, those without one last, by cursor over (quarter, number). */
/** Returns the themes of changes that aren't archived, each in the spelling that it had first. */
export async function listThemes({ db }: Ctx): Promise<{ items: string[] }> {
  const rows = await db.$queryRaw<{ theme: string }[]>`
    SELECT DISTINCT ON (lower(theme)) theme FROM strategic_change
    WHERE theme IS NOT NULL AND archived_at IS NULL ORDER BY lower(theme), number`;
  return { items: rows.map(({ theme }) => theme) };
}

export async function listStrategicChanges(
  ctx: Ctx,
  input: Input,
): Promise<{ items: StrategicChangeRow[]; nextCursor: string | null }> {
  const ids = await findChangeIds(ctx, input);
  const rows = await ctx.db.strategicChange.findMany({
    where: { id: { in: ids } },
    select: changeRowSelect(ctx.actor),
  });
  const book = await loadBook(ctx);
  return pageFrom(inOrderOf(ids, rows), input.limit, (row) => presentChangeRow(ctx, row, book), placeOfChange);
}

/** Returns the ids of a page and of the change after it, in the order of the list. */
export const findChangeIds = (ctx: Ctx, input: Input): Promise<string[]> =>
  findIds(ctx, {
    ...{ table: "strategic_change", q: input.q, where: [...filtersOf(ctx, input), ...afterOf(input.cursor)] },
    or: input.q?.trim() ? [Prisma.sql`strategic_change.problem ILIKE ${partOf(input.q.trim())}`] : [],
    orderBy: Prisma.sql`strategic_change.target_quarter NULLS LAST, strategic_change.number`,
    limit: input.limit + 1,
  });

/** The place of a change in the list, for its cursor. */
export const placeOfChange = ({ targetQuarter, number }: { targetQuarter: string | null; number: number }) => [
  targetQuarter,
  number,
];

/** Everyone reads every strategic change, so nothing is filtered by access. */
function filtersOf(ctx: Ctx, input: Input): Prisma.Sql[] {
  const me = actorId(ctx.actor);
  const filters = [
    input.archived
      ? Prisma.sql`strategic_change.archived_at IS NOT NULL`
      : Prisma.sql`strategic_change.archived_at IS NULL`,
  ];
  if (input.status) filters.push(oneOf("strategic_change.status", "change_status", input.status));
  if (input.health) filters.push(Prisma.sql`${shownHealthSql(ctx)} = ANY(${[...input.health]}::change_health[])`);
  if (input.targetQuarter) filters.push(oneOf("strategic_change.target_quarter", "text", input.targetQuarter));
  if (input.team) filters.push(ofTeams(input.team));
  if (input.mine)
    filters.push(Prisma.sql`(strategic_change.owner_id = ${me}::uuid OR strategic_change.sponsor_id = ${me}::uuid)`);
  return filters;
}

/** The health that is shown, as `shownHealth` has it. */
const shownHealthSql = (ctx: Ctx) => Prisma.sql`(CASE
  WHEN strategic_change.status <> 'in_progress' OR strategic_change.health IS NULL OR (
    SELECT u.because FROM health_update u WHERE u.change_id = strategic_change.id ORDER BY u.at DESC LIMIT 1) IS NOT NULL
    THEN strategic_change.health
  ELSE greatest(strategic_change.health, (
    SELECT max((CASE WHEN m.due_on < (${ctx.now()}::timestamptz AT TIME ZONE coalesce(o.time_zone, 'UTC'))::date
      THEN 'off_track' WHEN m.due_on > m.planned_on THEN 'at_risk' ELSE 'on_track' END)::change_health)
    FROM change_milestone m LEFT JOIN "user" o ON o.id = strategic_change.owner_id
    WHERE m.change_id = strategic_change.id AND m.blocks AND m.reached_on IS NULL AND m.removed_at IS NULL)) END)`;

/** Changes that one of these teams leads or works on. */
const ofTeams = (ids: readonly string[]) => Prisma.sql`(${oneOf("strategic_change.team_id", "uuid", ids)} OR EXISTS (
  SELECT FROM strategic_change_team other
  WHERE other.change_id = strategic_change.id AND ${oneOf("other.team_id", "uuid", ids)}))`;

function afterOf(cursor: string | undefined): Prisma.Sql[] {
  if (cursor === undefined) return [];
  const [targetQuarter, number] = decodeCursor(cursor, PLACE);
  const isLater = Prisma.sql`strategic_change.number > ${number}`;
  if (targetQuarter === null) return [Prisma.sql`strategic_change.target_quarter IS NULL AND ${isLater}`];
  return [
    Prisma.sql`(strategic_change.target_quarter > ${targetQuarter} OR strategic_change.target_quarter IS NULL
      OR strategic_change.target_quarter = ${targetQuarter} AND ${isLater})`,
  ];
}
