import { addDays, wordsOfDate } from "#lib/base/time/local-date.ts";
import { todayIn } from "#lib/base/time/today-in.ts";
import { asksForUpdate } from "#lib/follow/strategic-change/health.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toInstantOrNull } from "#server/base/kernel/dates.ts";
import { changeKeyOf } from "#server/base/kernel/keys.ts";
import { recordAll, unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { loadBook } from "#server/people/policy/index.ts";
import { tellChange } from "./tell.ts";

/**
 * Asks the owners of changes in progress for the update that is due next, by the interval of the policy. Each update is
 * asked for once. Returns how many were.
 */
export async function askForUpdates(ctx: Ctx): Promise<number> {
  return transact(ctx, async (tx) => {
    authorizeGlobally(tx, "people.manage");
    const book = await loadBook(tx);
    // Two processes never ask for one update twice: the second waits here.
    await tx.db.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('ask-for-updates'))::text`;
    const rows = await tx.db.strategicChange.findMany({
      where: { status: "in_progress", archivedAt: null, owner: { disabledAt: null } },
      select: {
        ...{ id: true, number: true, title: true, status: true, statusAt: true, healthAt: true, updateAskedAt: true },
        ...{ teamId: true, ownerId: true, owner: { select: { timeZone: true } } },
      },
      orderBy: { number: "asc" },
    });
    const asked = rows.filter(({ status, statusAt, teamId, ...row }) => {
      const [healthAt, askedAt] = [toInstantOrNull(row.healthAt), toInstantOrNull(row.updateAskedAt)];
      const reported = {
        status,
        healthAt,
        askedAt,
        since: statusAt.toISOString(),
        healthDays: book.healthDays(teamId),
      };
      return asksForUpdate(reported, tx.now().toISOString());
    });
    if (asked.length === 0) return unrecorded("no update is due soon", () => 0);
    for (const row of asked) {
      await tx.db.strategicChange.update({ where: { id: row.id }, data: { updateAskedAt: tx.now() } });
      const zone = row.owner?.timeZone ?? null;
      const dueOn = addDays(todayIn(zone, row.healthAt ?? row.statusAt), book.healthDays(row.teamId));
      await tellChange(tx, row.ownerId, row, {
        kind: "strategic_change.update_due",
        subject: `Update due ${wordsOfDate(dueOn, todayIn(zone, tx.now()))}: ${changeKeyOf(row.number)} ${row.title}`,
        body: "Choose its health: on track, at risk or off track.",
      });
    }
    return recordAll(
      tx,
      asked.map(({ id }) => ({ action: "strategic_change.update_asked" as const, id })),
      () => asked.length,
    );
  });
}
