import type { DocumentNode } from "#lib/document/document-json.ts";
import type { Generated } from "#lib/reviews/review/draft/stale-drafts.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import type { DraftEdit, SqlWriter } from "#server/reviews/document/index.ts";
import { lockVersions } from "./keep-version.ts";
import { loadReview } from "./load.ts";
import type { ReviewRecord } from "./select.ts";

/** Returns the text of each section when it was last generated. */
export async function readGenerated(ctx: Ctx, reviewId: string): Promise<Generated> {
  const select = { section: true, content: true, seen: true };
  const rows = await ctx.db.generatedSection.findMany({ where: { reviewId }, select });
  return new Map(
    rows.map(({ section, content, seen }) => [section, { content: content as unknown as DocumentNode[], seen }]),
  );
}

/** A section as it was generated, or not at all, and the hash of the facts that a person decided about. */
interface Kept {
  key: string;
  content: DocumentNode[];
  seen: string;
  /** Changes of the text by the decision. */
  edits?: readonly DraftEdit[] | undefined;
}

/**
 * Keeps what sections were generated from. A later change of the facts is compared with it. A `decision` can be undone
 * until the next one about the section.
 */
export async function keepGenerated(
  sql: SqlWriter,
  { reviewId, at, decision = null }: { reviewId: string; at: Date; decision?: string | null },
  sections: readonly Kept[],
): Promise<void> {
  if (sections.length === 0) return;
  await sql.query(
    `INSERT INTO generated_section (review_id, section, content, seen, at, decision_id, undo)
     SELECT $1::uuid, key, content, seen, $2::timestamptz, $4::uuid,
       CASE WHEN $4::uuid IS NOT NULL THEN jsonb_build_object('edits', coalesce(edits, '[]'), 'row', null) END
     FROM jsonb_to_recordset($3::jsonb) AS given(key text, content jsonb, seen text, edits jsonb)
     ON CONFLICT (review_id, section) DO UPDATE
     SET content = excluded.content, seen = excluded.seen, at = excluded.at, decision_id = excluded.decision_id,
       undo = excluded.undo || jsonb_build_object('row', jsonb_build_object(
         'content', generated_section.content, 'seen', generated_section.seen, 'at', generated_section.at))`,
    [reviewId, at, JSON.stringify(sections), decision],
  );
}

/** Returns the sections about which no one has decided since a decision, with what that changed in the text. */
export async function readDecision(
  ctx: Ctx,
  reviewId: string,
  decisionId: string,
): Promise<{ key: string; edits: readonly DraftEdit[] }[]> {
  const rows = await ctx.db.generatedSection.findMany({
    where: { reviewId, decisionId },
    orderBy: { section: "asc" },
    select: { section: true, undo: true },
  });
  return rows.map(({ section, undo }) => ({ key: section, edits: (undo as unknown as { edits: DraftEdit[] }).edits }));
}

/** Makes rows what they were before a decision. */
export async function restoreGenerated(
  sql: SqlWriter,
  { reviewId, decision }: { reviewId: string; decision: string },
  keys: readonly string[],
): Promise<void> {
  const rows = "review_id = $1::uuid AND decision_id = $2::uuid AND section = ANY($3::text[])";
  const values = [reviewId, decision, keys];
  await sql.query(`DELETE FROM generated_section WHERE ${rows} AND undo->'row' = 'null'`, values);
  await sql.query(
    `UPDATE generated_section SET content = undo->'row'->'content', seen = undo->'row'->>'seen',
       at = (undo->'row'->>'at')::timestamptz, decision_id = NULL, undo = NULL WHERE ${rows}`,
    values,
  );
}

/** Loads a review whose generated text someone decides about. Others who do so wait until the transaction ends. */
export async function holdReview(tx: TxCtx, key: string): Promise<ReviewRecord> {
  await lockVersions(tx, (await loadReview(tx, key)).id);
  return loadReview(tx, key);
}
