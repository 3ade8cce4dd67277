import type { LocalDate } from "#lib/base/time/local-date.ts";
import { CHANGE_HEALTHS, type ChangeHealth, SCOPE_DECISIONS } from "#lib/base/vocabulary/strategic-change.ts";
import type { Monday } from "#lib/contract/monday.ts";
import { effectAskedOf } from "#lib/follow/strategic-change/effect.ts";
import { isHealthStale, sponsorAsked } from "#lib/follow/strategic-change/health.ts";
import { isOver } from "#lib/follow/strategic-change/transition.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { fromLocalDate, toInstantOrNull, toLocalDate } from "#server/base/kernel/dates.ts";
import { changeKeyOf } from "#server/base/kernel/keys.ts";
import { shownHealthOf } from "#server/follow/strategic-change/index.ts";
import { loadBook } from "#server/people/policy/index.ts";

const named = { select: { id: true, name: true } } as const;
// Everyone reads every strategic change.
const keyed = ({ number, title }: { number: number; title: string }) => ({ key: changeKeyOf(number), title });

/** Returns the changes in progress that are at risk, off track or stale, and whether their sponsor has to decide. */
export async function changesInDoubt(ctx: Ctx): Promise<Monday["changes"]> {
  const rows = await ctx.db.strategicChange.findMany({
    where: { archivedAt: null, status: "in_progress" },
    select: {
      ...{ number: true, title: true, status: true, statusAt: true, health: true, healthAt: true, slipToldAt: true },
      ...{ teamId: true, owner: { select: { id: true, name: true, timeZone: true } }, sponsorId: true },
      updates: { select: { health: true, at: true, because: true }, orderBy: { at: "desc" }, take: 2 },
      milestones: {
        where: { removedAt: null },
        select: { plannedOn: true, dueOn: true, reachedOn: true, blocks: true },
      },
    },
    orderBy: { number: "asc" },
  });
  const book = await loadBook(ctx);
  const listed = rows.flatMap(({ status, statusAt, healthAt: reported, owner, sponsorId, teamId, ...row }) => {
    const { updates, milestones } = row;
    const health = shownHealthOf({ status, health: row.health, owner, milestones, updates }, ctx.now());
    const healthAt = toInstantOrNull(reported);
    const since = statusAt.toISOString();
    const reportedHealth = { status, healthAt, since, healthDays: book.healthDays(teamId) };
    const stale = isHealthStale(reportedHealth, ctx.now().toISOString());
    const isDoubted = stale || health === "at_risk" || health === "off_track";
    const told = updates.map((one) => ({ health: one.health, at: one.at.toISOString() }));
    const slipToldAt = toInstantOrNull(row.slipToldAt);
    const asked = sponsorAsked({ status, statusAt: since, health, updates: told, slipToldAt });
    const lead = owner && { id: owner.id, name: owner.name };
    return isDoubted
      ? [{ ...keyed(row), health, stale, healthAt, owner: lead, sponsorAsked: sponsorId !== null && asked !== null }]
      : [];
  });
  const rank = ({ health }: { health: ChangeHealth | null }) => (health === null ? -1 : CHANGE_HEALTHS.indexOf(health));
  return listed.toSorted((one, other) => rank(other) - rank(one));
}

/** Returns the delivered changes whose effect is to be recorded, each with who is asked. */
export async function effectsDue(ctx: Ctx, today: LocalDate): Promise<Monday["effects"]> {
  const rows = await ctx.db.strategicChange.findMany({
    where: { archivedAt: null, status: "delivered", effectDueOn: { lte: fromLocalDate(today) } },
    select: {
      number: true,
      title: true,
      effectDueOn: true,
      owner: named,
      pastOwnerIds: true,
      sponsor: named,
      effectBy: named,
    },
    orderBy: [{ effectDueOn: "asc" }, { number: "asc" }],
  });
  return rows.flatMap(({ effectDueOn, ...row }) =>
    effectDueOn ? [{ ...keyed(row), dueOn: toLocalDate(effectDueOn), to: effectAskedOf(row) }] : [],
  );
}

interface Accepted {
  number: number;
  title: string;
  kind: Monday["acceptances"][number]["kind"];
  until: LocalDate;
  riskById: string | null;
}

/**
 * Returns the risks of changes that are accepted until a day that is near: of one that is deferred or declined, however
 * long ago the day was, and of a part that a change leaves out, until the day has passed.
 */
export async function acceptancesUntil(
  ctx: Ctx,
  { today, last }: { today: LocalDate; last: LocalDate },
): Promise<Monday["acceptances"]> {
  const rows = await ctx.db.strategicChange.findMany({
    where: { archivedAt: null, decisions: { some: { until: { lte: fromLocalDate(last) }, undoneAt: null } } },
    select: {
      ...{ number: true, title: true, status: true },
      decisions: {
        where: { undoneAt: null, kind: { in: ["status", ...SCOPE_DECISIONS] } },
        select: { kind: true, toStatus: true, until: true, riskById: true },
        orderBy: [{ at: "desc" }, { id: "desc" }],
      },
    },
    orderBy: { number: "asc" },
  });
  const found = rows.flatMap(({ status, decisions, ...row }) => {
    const latest = decisions.find(({ kind }) => kind === "status");
    return decisions.flatMap((decision): Accepted[] => {
      const until = toLocalDate(decision.until);
      if (until === null || until > last) return [];
      if (decision.kind === "left_out" || decision.kind === "narrowed")
        return isOver(status) || until < today
          ? []
          : [{ ...row, kind: decision.kind, until, riskById: decision.riskById }];
      const isNow = decision === latest && (status === "deferred" || status === "declined");
      return isNow ? [{ ...row, kind: status, until, riskById: decision.riskById }] : [];
    });
  });
  const ids = found.flatMap(({ riskById }) => riskById ?? []);
  const people = await ctx.db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return found
    .map(({ riskById, kind, until, ...row }) => {
      return { ...keyed(row), kind, until, riskBy: people.find(({ id }) => id === riskById)?.name ?? null };
    })
    .toSorted((one, other) => one.until.localeCompare(other.until));
}
