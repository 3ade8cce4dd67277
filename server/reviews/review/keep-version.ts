import { isDeepStrictEqual } from "node:util";
import type { ReviewVersion } from "#generated/prisma/client.ts";
import { actorId } from "#lib/base/access/actor.ts";
import type { ReviewStatus, VersionKind } from "#lib/base/vocabulary/review.ts";
import { FrozenBlocks, FrozenFacts, StoredOwners } from "#lib/contract/version.ts";
import type { FrozenBlocks as Frozen } from "#lib/reviews/version/changes.ts";
import { hasChanges } from "#lib/reviews/version/diff.ts";
import type { FrozenFacts as Facts, FrozenEvent } from "#lib/reviews/version/frozen-facts.ts";
import type { TextOwners } from "#lib/reviews/version/owners.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { toJson } from "#server/base/kernel/json.ts";
import { bandOf } from "#server/incidents/incident/index.ts";
import {
  type ExportFacts,
  KEEP_TEXT,
  type OwnedVersion,
  type OwnersBasis,
  readLogSince,
  type TextSide,
  workOnTexts,
} from "#server/reviews/document/index.ts";
import { freezeApprovals } from "#server/reviews/frozen/index.ts";
import { statedApprovals } from "./approvals.ts";
import { reader, updatesOf } from "./document.ts";
import { gatherExportFacts } from "./gather-export.ts";
import { type ReviewRecord, titleNow } from "./select.ts";

/** Reads what a review says now, to be compared: the updates of its text, and what its live blocks are made from. */
export async function saidNow(ctx: Ctx, row: ReviewRecord): Promise<TextSide> {
  const { updates } = await updatesOf(ctx, row.documentId);
  return { updates, title: titleNow(row), records: await gatherExportFacts(ctx, row), events: null };
}

/** Returns a stored version to be compared. */
export const versionSide = ({ state, title, blocks, facts }: StoredSide): StoredTextSide => ({
  ...{ updates: [state], title, records: readBlocks(blocks), events: readFacts(facts)?.events ?? null },
});

type StoredTextSide = TextSide & { records: Frozen | null };

interface StoredSide {
  state: Uint8Array;
  title: string;
  blocks: unknown;
  facts: unknown;
}

interface Kept {
  kind: VersionKind;
  name?: string | undefined;
  status?: ReviewStatus | undefined;
  /** The last update of the text that the version contains. Default: the newest. */
  until?: number | undefined;
}

/** Two versions kept at once would have the same number, and two restores the same text before. */
export const lockVersions = (tx: TxCtx, reviewId: string) =>
  tx.db.$queryRaw`SELECT id FROM review WHERE id = ${reviewId}::uuid FOR UPDATE`;

/**
 * Keeps what a review says now as its next version, and returns its number. A `pause` is kept only where
 * something changed since the version before, whose number is returned otherwise.
 */
export async function keepVersion(tx: TxCtx, row: ReviewRecord, { kind, name, status, until }: Kept): Promise<number> {
  await lockVersions(tx, row.id);
  const before = await newestVersion(tx, row.id);
  const { updates, seq } = await updatesOf(tx, row.documentId, until);
  const facts = await gatherExportFacts(tx, row);
  const kept = await workOnTexts(tx, KEEP_TEXT, {
    updates,
    facts,
    before: before && versionSide(before),
    basis: await ownersBasis(tx, row, before, seq),
  });
  const text = { seq, state: Buffer.from(kept.state), owners: toJson(kept.owners), pictureIds: kept.pictures };
  const isSame = kept.changes !== null && !hasChanges(kept.changes);
  // What readers see stays as it is: what else was typed since, such as bold letters, makes a version of its own.
  const isKept = before?.publishedAt ? before.seq === BigInt(seq) : true;
  if (kind === "pause" && before && isSame && isKept) {
    const where = { reviewId: row.id, number: before.number };
    if (!before.publishedAt) await tx.db.reviewVersion.updateMany({ where, data: text });
    return before.number;
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
      ...text,
      title: titleNow(row),
      markdown: kept.markdown,
      blocks: toJson(kept.blocks),
      facts: toJson(pageFacts(tx, row, facts, kept.events)),
      changes: toJson(kept.changes),
      authorIds: await authorsSince(tx, row.documentId, before?.seq ?? 0n, seq),
      createdById: actorId(tx.actor),
      createdAt: tx.now(),
    },
  });
  return number;
}

/** Brings the records of a version up to now, and leaves its text. One that a person named keeps the records it has. */
export async function refreshRecords(
  tx: TxCtx,
  row: ReviewRecord,
  version: Pick<ReviewVersion, "number" | "name" | "state" | "blocks">,
): Promise<void> {
  const { number, name, state } = version;
  const before = await newestVersion(tx, row.id, number);
  const facts = await gatherExportFacts(tx, row);
  const { markdown, blocks, events, changes } = await workOnTexts(tx, KEEP_TEXT, {
    updates: [state],
    facts,
    before: before && versionSide(before),
    // The owners of its words stay.
    basis: await ownersBasis(tx, row, null, 0),
  });
  const others = { ...readBlocks(version.blocks), approvals: blocks.approvals };
  if (name !== null && !isDeepStrictEqual(others, blocks)) return;
  await tx.db.reviewVersion.update({
    where: { reviewId_number: { reviewId: row.id, number } },
    data: {
      ...{ markdown, blocks: toJson(blocks), changes: toJson(changes), createdAt: tx.now() },
      facts: toJson(pageFacts(tx, row, facts, events)),
    },
  });
}

/** Brings the approvals that a version states up to now: people decide about it after it was kept. */
export async function refreshApprovals(tx: TxCtx, row: ReviewRecord, number: number): Promise<void> {
  const where = { reviewId_number: { reviewId: row.id, number } };
  const { blocks } = await tx.db.reviewVersion.findUniqueOrThrow({ where, select: { blocks: true } });
  const kept = readBlocks(blocks);
  if (!kept) return;
  const approvals = freezeApprovals({ approvals: await statedApprovals(tx, row, number) });
  await tx.db.reviewVersion.update({ where, data: { blocks: toJson({ ...kept, approvals }) } });
}

function pageFacts(ctx: Ctx, row: ReviewRecord, { incident }: ExportFacts, events: FrozenEvent[]): Facts {
  const { title, startedAt, severity, highestSeverity, services } = incident;
  const authors = row.people.filter(({ role }) => role === "author").map(({ user }) => user);
  const band = bandOf(row.incident, ctx.now());
  return { incident: { title, startedAt }, severity, highestSeverity, services, authors, band, events };
}

const newestVersion = (ctx: Ctx, reviewId: string, below = 2_147_483_647) =>
  ctx.db.reviewVersion.findFirst({
    where: { reviewId, number: { lt: below } },
    orderBy: { number: "desc" },
    select: {
      ...{ number: true, title: true, seq: true, state: true, blocks: true, facts: true, owners: true },
      publishedAt: true,
    },
  });

interface StoredVersion {
  number: number;
  seq: bigint;
  state: Uint8Array;
  owners: unknown;
}

const ownedVersion = ({ number, state, owners }: StoredVersion): OwnedVersion => ({
  number,
  state,
  owners: readOwners(owners),
});

/** Reads what the owners of a text's words follow from: a version, and the log from there to a number. */
async function ownersBasis(
  ctx: Ctx,
  row: ReviewRecord,
  before: StoredVersion | null,
  until: number,
): Promise<OwnersBasis> {
  const log = await readLogSince(reader(ctx), row.documentId, Number(before?.seq ?? 0), until);
  const restored = await ctx.db.reviewVersion.findMany({
    where: { reviewId: row.id, number: { in: log.restored } },
    select: { number: true, seq: true, state: true, owners: true },
  });
  return {
    before: before && ownedVersion(before),
    // Without a version before, ids alone would give text to the person who pressed Enter in it.
    log: before || until === 0 ? log : { rows: [], clients: [] },
    restored: restored.map(ownedVersion),
    at: ctx.now().toISOString(),
  };
}

/** The updates from which the word owners of the current text are computed. */
export async function ownersNow(ctx: Ctx, row: ReviewRecord): Promise<{ updates: Uint8Array[]; owners: OwnersBasis }> {
  const { updates, seq } = await updatesOf(ctx, row.documentId);
  return { updates, owners: await ownersBasis(ctx, row, await newestVersion(ctx, row.id), seq) };
}

/** Whose edits are in the log after one version and up to another. */
async function authorsSince(tx: TxCtx, documentId: string, after: bigint, until: number): Promise<string[]> {
  const rows = await tx.db.$queryRaw<{ id: string }[]>`
    SELECT user_id AS id FROM document_update
    WHERE document_id = ${documentId}::uuid AND seq > ${after} AND seq <= ${until} AND user_id IS NOT NULL
    GROUP BY user_id ORDER BY min(seq)`;
  return rows.map(({ id }) => id);
}

/** The owners of the words of a stored version; null for one from before they were kept. */
export const readOwners = (stored: unknown): TextOwners | null => (stored === null ? null : StoredOwners.parse(stored));

/** Cited events and the head of a stored version; null for one from before they were kept. */
export const readFacts = (stored: unknown): Facts | null => (stored === null ? null : FrozenFacts.parse(stored));

/** The live blocks of a stored version; null for one from before they were kept. */
export const readBlocks = (stored: unknown): Frozen | null => (stored === null ? null : FrozenBlocks.parse(stored));
