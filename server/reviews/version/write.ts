import { actorId } from "#lib/base/access/actor.ts";
import type { ReviewVersion, versionContract } from "#lib/contract/version.ts";
import { authorize, authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { reviewKeyOf } from "#server/base/kernel/keys.ts";
import { record, unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import {
  type AppendedEdit,
  appendMadeEdit,
  lockEdits,
  RESTORE_TEXT,
  runningCollab,
  workOnTexts,
} from "#server/reviews/document/index.ts";
import {
  keepVersion,
  loadReview,
  lockVersions,
  reader,
  reviewFacts,
  updatesOf,
  writer,
} from "#server/reviews/review/index.ts";
import { loadVersion, presentVersions } from "./load.ts";

/** Keeps what a review says now, under a name if it has one. */
export async function createVersion(ctx: Ctx, input: InputOf<typeof versionContract.create>): Promise<ReviewVersion> {
  return transact(ctx, async (tx) => {
    const review = await loadReview(tx, input.key);
    authorize(tx, "review", "write", reviewFacts(review));
    const { name } = input;
    const number = await keepVersion(tx, review, name === undefined ? { kind: "pause" } : { kind: "named", name });
    const answer = async () => {
      const [version] = await presentVersions(tx, [await loadVersion(tx, review.id, number)]);
      if (!version) throw new Error(`version ${number} could not be presented`);
      return version;
    };
    if (name === undefined) return unrecorded("a version without a name changes nothing that people see", answer);
    return record(tx, {
      action: "review.version_named",
      id: review.id,
      incidentId: review.incident.id,
      after: { number, name },
      answer,
    });
  });
}

interface Restored {
  documentId: string;
  /** Null where nothing changed. */
  appended: AppendedEdit | null;
  kept: number;
}

/**
 * Makes the text, or the named blocks of it, what they were in a version: as an edit on top of what is there, which
 * merges with what others type. The text before is kept as a version of its own, in the same transaction.
 */
export async function restoreVersion(
  ctx: Ctx,
  { key, number, blocks }: InputOf<typeof versionContract.restore>,
): Promise<{ kept: number; changed: boolean }> {
  const { documentId, appended, kept } = await transact<Restored>(ctx, async (tx) => {
    await lockVersions(tx, (await loadReview(tx, key)).id);
    // It can have been archived in the meantime.
    const review = await loadReview(tx, key);
    authorize(tx, "review", "write", reviewFacts(review));
    const { state } = await loadVersion(tx, review.id, number);
    await lockEdits(writer(tx), review.documentId);
    const { updates } = await updatesOf(tx, review.documentId);
    const made = await workOnTexts(tx, RESTORE_TEXT, { updates, version: state, blocks: blocks ?? null });
    const { documentId } = review;
    if (!made) return unrecorded("nothing changed", () => ({ documentId, appended: null, kept: number }));
    const appended = await appendMadeEdit(reader(tx), documentId, made, {
      userId: actorId(tx.actor),
      words: { version: number },
    });
    // Up to the restore, so what others typed while it was made is in it.
    const kept = await keepVersion(tx, review, { kind: "before_restore", until: appended.seq - 1 });
    return record(tx, {
      action: "review.version_restored",
      id: review.id,
      incidentId: review.incident.id,
      after: { number, kept, blocks: blocks?.length ?? null },
      answer: () => ({ documentId, appended, kept }),
    });
  });
  if (appended) await runningCollab().server?.show(documentId, appended);
  return { kept, changed: appended !== null };
}

const AT_ONCE = 50;
const PAUSE_MINUTES = 10;

interface Paused {
  id: string;
  number: number;
}

/**
 * Keeps a version of each text that people stopped writing in a while ago. A text that can't be read is logged and
 * stops no other. Safe in several processes.
 */
export async function keepPausedVersions(ctx: Ctx, signal?: AbortSignal): Promise<void> {
  authorizeGlobally(ctx, "settings.manage");
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const paused = await pausedAfter(ctx, after);
    for (const { id, number } of paused) {
      if (signal?.aborted) return;
      await transact(ctx, async (tx) => {
        await keepVersion(tx, await loadReview(tx, reviewKeyOf(number)), { kind: "pause" });
        return unrecorded("a version that Afterword keeps on its own changes nothing");
      }).catch((err: unknown) => ctx.log.error({ err, reviewId: id }, "could not keep a version"));
    }
    const last = paused.at(-1);
    if (!last) return;
    after = last.id;
  }
}

const pausedAfter = (ctx: Ctx, after: string) => ctx.db.$queryRaw<Paused[]>`
  SELECT review.id, review.number FROM review
  JOIN document_head ON document_head.id = review.document_id
  JOIN LATERAL (SELECT at FROM document_update u WHERE u.document_id = review.document_id ORDER BY seq DESC LIMIT 1) last ON true
  WHERE review.id > ${after}::uuid AND review.archived_at IS NULL AND review.status <> 'cancelled'
    AND last.at < ${ctx.now()}::timestamptz - make_interval(mins => ${PAUSE_MINUTES})
    AND document_head.head_seq > COALESCE((SELECT max(v.seq) FROM review_version v WHERE v.review_id = review.id), -1)
  ORDER BY review.id LIMIT ${AT_ONCE}`;
