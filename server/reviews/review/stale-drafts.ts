import { actorId } from "#lib/base/access/actor.ts";
import { AppError } from "#lib/base/errors.ts";
import type { DraftGap as DraftGapRow, StaleDraft as StaleDraftRow } from "#lib/contract/review.ts";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { hashOfContent } from "#lib/document/draft-hash.ts";
import { sentenceWords } from "#lib/document/sentences.ts";
import { sectionsOf } from "#lib/document/text.ts";
import { changedWords } from "#lib/reviews/review/draft/fact-changes.ts";
import { type DraftGap, draftGaps } from "#lib/reviews/review/draft/gaps.ts";
import { type Generated, type StaleDraft, staleDrafts } from "#lib/reviews/review/draft/stale-drafts.ts";
import { plainText } from "#lib/reviews/review/plain-text.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { record, recordBySql, unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { type DraftUpdate, runningCollab, type SqlWriter } from "#server/reviews/document/index.ts";
import { readText, writer } from "./document.ts";
import { authorizeDraft, reviewFacts } from "./facts.ts";
import { gatherFacts } from "./gather-facts.ts";
import { keepVersion } from "./keep-version.ts";
import { loadReview } from "./load.ts";
import type { ReviewRecord } from "./select.ts";
import { templateOf, titleOfSection } from "./template-of.ts";

interface DraftState {
  stale: StaleDraft[];
  /** Without sections that are no longer in the text. */
  gaps: DraftGap[];
}

async function readDraftState(ctx: Ctx, review: ReviewRecord): Promise<DraftState> {
  const [{ json }, facts, generated] = await Promise.all([
    readText(ctx, review.documentId),
    gatherFacts(ctx, review.incident.id, review.id),
    readGenerated(ctx, review.id),
  ]);
  const { sections } = templateOf(review);
  const there = new Set(sectionsOf(json).map(({ key }) => key));
  const { impactUnknown, milestones } = review.incident;
  const settled = { impactUnknown, milestones: milestones.map(({ name }) => name) };
  return {
    stale: staleDrafts(json, sections, { facts, generated }),
    gaps: draftGaps(
      sections.filter(({ key }) => there.has(key)),
      facts,
      settled,
    ),
  };
}

async function readGenerated(ctx: Ctx, reviewId: string): Promise<Generated> {
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

/** Returns the sections that today's facts would fill differently, with what changed. */
export async function listStaleDrafts(
  ctx: Ctx,
  input: { key: string },
): Promise<{ items: StaleDraftRow[]; gaps: DraftGapRow[] }> {
  const review = await loadReview(ctx, input.key);
  authorizeDraft(ctx, reviewFacts(review));
  const { stale, gaps } = await readDraftState(ctx, review);
  const template = templateOf(review);
  return {
    items: stale.map(({ key, kind, before, content, changes }) => ({
      ...{ key, kind },
      section: titleOfSection(template, key),
      before: plainText(before),
      after: plainText(content),
      changes: changes.map(({ was, now, isReplaceable }) => ({
        was: was && sentenceWords(was),
        now: now && sentenceWords(now),
        replaceable: isReplaceable,
        figures: { was: changedWords(was, now), now: changedWords(now, was) },
      })),
    })),
    gaps: gaps.map((gap) => ({
      ...gap,
      sections: gap.sections.map((section) => ({ key: section, title: titleOfSection(template, section) })),
    })),
  };
}

function updateOf({ key, kind, content, changes }: StaleDraft): DraftUpdate {
  if (kind !== "edited") return { key, content, isNew: kind === "missing" };
  return {
    key,
    sentences: changes.flatMap(({ was, now, isReplaceable }) => (was && now && isReplaceable ? [{ was, now }] : [])),
  };
}

/**
 * Updates sections from the facts, as one edit of the shared text. Without `keys`, only those that no one edited. In
 * edited ones, replaces the sentences that people left as they were generated.
 */
export async function updateDrafts(
  ctx: Ctx,
  input: { key: string; keys?: string[] | undefined },
): Promise<{ updated: string[] }> {
  const { server: collab } = runningCollab();
  if (!collab)
    throw new AppError("unavailable", { message: "This process can't edit documents. Try again in a moment." });
  const review = await loadReview(ctx, input.key);
  authorize(ctx, "review", "write", reviewFacts(review));
  const wanted = (await readDraftState(ctx, review)).stale.filter(
    ({ key, kind }) => input.keys?.includes(key) ?? kind !== "edited",
  );
  if (wanted.length === 0) return { updated: [] };
  await transact(ctx, async (tx) => {
    await keepVersion(tx, review, { kind: "before_update" });
    return unrecorded("the update that follows is recorded");
  });
  const report = await collab.updateBlocks(
    review.documentId,
    wanted.map(updateOf),
    { userId: actorId(ctx.actor) },
    async (sql, { replaced }) => {
      const done = wanted.filter(({ key }) => replaced.includes(key));
      const now = done.map(({ key, content }) => ({ key, content, seen: hashOfContent(content) }));
      await keepGenerated(sql, { reviewId: review.id, at: ctx.now() }, now);
      await recordBySql(sql, ctx, {
        action: "review.drafts_updated",
        id: review.id,
        incidentId: review.incident.id,
        after: { keys: replaced },
      });
    },
  );
  return { updated: report.replaced };
}

/** Leaves sections as they are: the facts as they are now count as seen. */
export async function dismissDrafts(
  ctx: Ctx,
  input: { key: string; keys: string[] },
): Promise<{ dismissed: string[] }> {
  return transact(ctx, async (tx: TxCtx) => {
    const review = await loadReview(tx, input.key);
    authorize(tx, "review", "write", reviewFacts(review));
    const seen = (await readDraftState(tx, review)).stale.filter(
      ({ key, kind }) => kind !== "outdated" && input.keys.includes(key),
    );
    const dismissed = seen.map(({ key }) => key);
    if (seen.length === 0) return unrecorded("nothing was waiting", () => ({ dismissed }));
    const kept = seen.map(({ key, before, content }) => ({ key, content: before, seen: hashOfContent(content) }));
    await keepGenerated(writer(tx), { reviewId: review.id, at: tx.now() }, kept);
    return record(tx, {
      action: "review.drafts_dismissed",
      id: review.id,
      incidentId: review.incident.id,
      after: { keys: dismissed },
      answer: () => ({ dismissed }),
    });
  });
}
