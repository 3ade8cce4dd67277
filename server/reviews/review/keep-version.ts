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

/** Reads what a review says now. */
export async function saidNow(ctx: Ctx, row: ReviewRecord): Promise<ReviewSaid> {
  const text = await readText(ctx, row.documentId);
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
  const before = await tx.db.reviewVersion.findFirst({
    where: { reviewId: row.id },
    orderBy: { number: "desc" },
    select: { number: true, seq: true, state: true, blocks: true },
  });
  const said = await saidNow(tx, row);
  const changes = before && changesSince(before, said);
  if (kind === "pause" && changes && !hasChanges(changes)) {
    await tx.db.reviewVersion.updateMany({
      where: { reviewId: row.id, number: before.number },
      data: { seq: BigInt(said.seq) },
    });
    return null;
  }
  const number = (before?.number ?? 0) + 1;
  await tx.db.reviewVersion.create({
    data: {
      id: tx.newId(),
      reviewId: row.id,
      number,
      kind,
      name: name ?? null,
      status: status ?? null,
      seq: BigInt(said.seq),
      markdown: said.markdown,
      state: Buffer.from(said.state),
      blocks: toJson(said.blocks),
      changes: toJson(changes),
      authorIds: await authorsSince(tx, row.documentId, before?.seq ?? 0n, said.seq),
      createdById: actorId(tx.actor),
      createdAt: tx.now(),
    },
  });
  return number;
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
