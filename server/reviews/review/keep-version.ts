import { actorId } from "#lib/base/access/actor.ts";
import type { ReviewStatus, VersionKind } from "#lib/base/vocabulary/review.ts";
import { FrozenBlocks } from "#lib/contract/version.ts";
import type { DocumentJson } from "#lib/document/document-json.ts";
import type { FrozenBlocks as Frozen, VersionChanges } from "#lib/reviews/version/changes.ts";
import { changesOf, diffRecords, diffTexts, hasChanges } from "#lib/reviews/version/diff.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { toJson } from "#server/base/kernel/json.ts";
import { readState } from "#server/reviews/document/index.ts";
import { freezeBlocks, reviewMarkdown } from "#server/reviews/export/index.ts";
import { readText } from "./document.ts";
import { gatherExport } from "./gather-export.ts";
import type { ReviewRecord } from "./select.ts";

/** What a review says at one moment: its text, its live blocks as data, and both as Markdown. */
export interface ReviewSaid {
  json: DocumentJson;
  seq: number;
  state: Uint8Array;
  blocks: Required<Frozen>;
  markdown: string;
}

/** Reads what a review says now; `until` is the last update of its text to read. */
export async function saidNow(ctx: Ctx, row: ReviewRecord, until?: number): Promise<ReviewSaid> {
  const text = await readText(ctx, row.documentId, until);
  const all = await gatherExport(ctx, row, text.json);
  return { ...text, blocks: freezeBlocks(all), markdown: reviewMarkdown(all) };
}

interface Kept {
  kind: VersionKind;
  name?: string | undefined;
  status?: ReviewStatus | undefined;
}

/**
 * Keeps what a review says now as its next version, and returns its number. A `pause` is kept only where
 * something changed since the version before; null otherwise.
 */
export async function keepVersion(tx: TxCtx, row: ReviewRecord, { kind, name, status }: Kept): Promise<number | null> {
  // Two versions kept at once would have the same number.
  await tx.db.$queryRaw`SELECT id FROM review WHERE id = ${row.id}::uuid FOR UPDATE`;
  const before = await newestVersion(tx, row.id);
  const said = await saidNow(tx, row);
  const kept = await partsOf(tx, row, before, said);
  if (kind === "pause" && before && kept.changes && !hasChanges(kept.changes)) {
    const where = { reviewId: row.id, number: before.number };
    await tx.db.reviewVersion.updateMany({ where, data: { seq: kept.seq } });
    return null;
  }
  const number = (before?.number ?? 0) + 1;
  await tx.db.reviewVersion.create({
    data: {
      ...{ id: tx.newId(), reviewId: row.id, number, kind, name: name ?? null, status: status ?? null },
      ...kept,
      changes: toJson(kept.changes),
      createdById: actorId(tx.actor),
      createdAt: tx.now(),
    },
  });
  return number;
}

/** Brings a version up to an update of the text that came in just after it was kept. */
export async function extendVersion(tx: TxCtx, row: ReviewRecord, number: number, until: number): Promise<void> {
  const where = { reviewId_number: { reviewId: row.id, number } };
  const { seq } = await tx.db.reviewVersion.findUniqueOrThrow({ where, select: { seq: true } });
  if (seq >= BigInt(until)) return;
  const before = await newestVersion(tx, row.id, number);
  const kept = await partsOf(tx, row, before, await saidNow(tx, row, until));
  await tx.db.reviewVersion.update({ where, data: { ...kept, changes: toJson(kept.changes) } });
}

const newestVersion = (tx: TxCtx, reviewId: string, below = 2_147_483_647) =>
  tx.db.reviewVersion.findFirst({
    where: { reviewId, number: { lt: below } },
    orderBy: { number: "desc" },
    select: { number: true, seq: true, state: true, blocks: true },
  });

async function partsOf(
  tx: TxCtx,
  row: ReviewRecord,
  before: { seq: bigint; state: Uint8Array; blocks: unknown } | null,
  said: ReviewSaid,
) {
  return {
    seq: BigInt(said.seq),
    markdown: said.markdown,
    state: Buffer.from(said.state),
    blocks: toJson(said.blocks),
    changes: before && changesSince(before, said),
    authorIds: await authorsSince(tx, row.documentId, before?.seq ?? 0n, said.seq),
  };
}

/** Whose edits are in the log after one version and up to another. */
async function authorsSince(tx: TxCtx, documentId: string, after: bigint, until: number): Promise<string[]> {
  const rows = await tx.db.$queryRaw<{ id: string }[]>`
    SELECT user_id AS id FROM document_update
    WHERE document_id = ${documentId}::uuid AND seq > ${after} AND seq <= ${until} AND user_id IS NOT NULL
    GROUP BY user_id ORDER BY min(seq)`;
  return rows.map(({ id }) => id);
}

/** The live blocks of a stored version; null for one from before they were kept. */
export const readBlocks = (stored: unknown): Frozen | null => (stored === null ? null : FrozenBlocks.parse(stored));

const noLabel = () => null;

function changesSince(before: { state: Uint8Array; blocks: unknown }, now: ReviewSaid): VersionChanges {
  const blocks = diffTexts(readState(before.state), now.json, noLabel);
  return changesOf(blocks, diffRecords(readBlocks(before.blocks) ?? now.blocks, now.blocks));
}
