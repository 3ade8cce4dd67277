import { refuse } from "#lib/base/errors.ts";
import type { WriteUpJob, writeUpContract } from "#lib/contract/write-up.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { actionKeyOf, incidentKeyOf, reviewKeyOf } from "#server/base/kernel/keys.ts";
import { unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { updateActionItem } from "#server/follow/action-item/index.ts";
import { archiveIncident, restoreIncident } from "#server/incidents/incident/index.ts";
import { archiveReview, restoreReview } from "#server/reviews/review/index.ts";
import { WriteUpOptions } from "./options.ts";
import { presentJob } from "./present.ts";

const TIMEOUT_MS = 600_000;

const SELECT = { id: true, number: true, version: true, archivedAt: true } as const;

/**
 * Archives all that an import created: actions, reviews, and the incidents that are its own. Or restores what this archived.
 * One step, so none of it if one of them can't be archived. Throws `rule` while the import runs.
 */
export async function archiveWriteUps(
  ctx: Ctx,
  { id, archived }: InputOf<typeof writeUpContract.archive>,
): Promise<WriteUpJob> {
  return transact(
    ctx,
    async (open) => {
      // One instant for all of it, by which a restore knows what it archived.
      const now = open.now();
      const tx = { ...open, now: () => now };
      authorizeGlobally(tx, "incident.create");
      const { status } = await presentJob(tx, id);
      if (status === "running") throw refuse("import_running", "The import still runs. Wait until it is done.");
      const { reviews, incidents, actions, undoneAt } = await createdBy(tx, id);
      const times = undoneAt.map(Number);
      const isPart = ({ archivedAt: at }: Row) => (archived ? at === null : at !== null && times.includes(Number(at)));
      const each = async (rows: readonly Row[], change: (row: Row) => Promise<unknown>) => {
        for (const row of rows.filter(isPart)) await change(row);
      };
      // An archived incident closes what belongs to it, so it is archived last and restored first.
      const parts = [
        () => each(actions, (row) => updateActionItem(tx, { ...at(row, actionKeyOf), archived })),
        () => each(reviews, (row) => (archived ? archiveReview : restoreReview)(tx, at(row, reviewKeyOf))),
        () => each(incidents, (row) => (archived ? archiveIncident : restoreIncident)(tx, at(row, incidentKeyOf))),
      ];
      for (const part of archived ? parts : parts.toReversed()) await part();
      await tx.db.writeUpJob.update({ where: { id }, data: { undoneAt: archived ? [...undoneAt, now] : [] } });
      return unrecorded("each of them has an entry of its own", () => presentJob(tx, id));
    },
    { timeoutMs: TIMEOUT_MS },
  );
}

interface Row {
  id: string;
  number: number;
  version: number;
  archivedAt: Date | null;
}

const at = ({ number, version }: Row, keyOf: (number: number) => string) => ({ key: keyOf(number), version });

/** Returns what an import created. Actions that people added to its reviews later aren't part of it. */
async function createdBy(tx: TxCtx, jobId: string) {
  const { options, finishedAt, undoneAt } = await tx.db.writeUpJob.findUniqueOrThrow({ where: { id: jobId } });
  const files = { some: { jobId, state: "done" as const } };
  const reviews = await tx.db.review.findMany({
    where: { writeUps: files },
    select: SELECT,
    orderBy: { number: "asc" },
  });
  const ids = reviews.map((review) => review.id);
  const actions = await tx.db.actionItem.findMany({
    where: { reviewId: { in: ids }, createdAt: { lte: finishedAt ?? tx.now() } },
    select: SELECT,
    orderBy: { number: "asc" },
  });
  // The incident of a single write-up can be one that was there.
  const isOwn = WriteUpOptions.parse(options).incidentKey === undefined;
  const incidents = isOwn
    ? await tx.db.incident.findMany({ where: { writeUps: files }, select: SELECT, orderBy: { number: "asc" } })
    : [];
  return { reviews, actions, incidents, undoneAt };
}
