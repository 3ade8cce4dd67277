import type { DocumentNode } from "#lib/document/document-json.ts";
import type { Generated } from "#lib/reviews/review/draft/stale-drafts.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import type { SqlWriter } from "#server/reviews/document/index.ts";
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
}

/** Keeps what sections were generated from. A later change of the facts is compared with it. */
export async function keepGenerated(
  sql: SqlWriter,
  { reviewId, at }: { reviewId: string; at: Date },
  sections: readonly Kept[],
): Promise<void> {
  if (sections.length === 0) return;
  await sql.query(
    `INSERT INTO generated_section (review_id, section, content, seen, at)
     SELECT $1::uuid, key, content, seen, $2::timestamptz
     FROM jsonb_to_recordset($3::jsonb) AS given(key text, content jsonb, seen text)
     ON CONFLICT (review_id, section) DO UPDATE
     SET content = excluded.content, seen = excluded.seen, at = excluded.at`,
    [reviewId, at, JSON.stringify(sections)],
  );
}

/** Loads a review whose generated text someone decides about. Others who do so wait until the transaction ends. */
export async function holdReview(tx: TxCtx, key: string): Promise<ReviewRecord> {
  await lockVersions(tx, (await loadReview(tx, key)).id);
  return loadReview(tx, key);
}
