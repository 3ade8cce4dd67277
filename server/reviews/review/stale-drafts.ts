import { actorId } from "#lib/base/access/actor.ts";
import type { DraftGap as DraftGapRow, StaleDraft as StaleDraftRow } from "#lib/contract/review.ts";
import { hashOfContent } from "#lib/document/draft-hash.ts";
import { sentenceWords } from "#lib/document/sentences.ts";
import { sectionsOf } from "#lib/document/text.ts";
import { changedWords } from "#lib/reviews/review/draft/fact-changes.ts";
import { type DraftGap, draftGaps } from "#lib/reviews/review/draft/gaps.ts";
import { type StaleDraft, staleDrafts } from "#lib/reviews/review/draft/stale-drafts.ts";
import { plainText } from "#lib/reviews/review/plain-text.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { record, unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import {
  type AppendedEdit,
  appendMadeEdit,
  type DraftUpdate,
  lockEdits,
  runningCollab,
  UPDATE_DRAFTS,
  workOnTexts,
} from "#server/reviews/document/index.ts";
import { reader, readText, updatesOf, writer } from "./document.ts";
import { authorizeDraft, reviewFacts } from "./facts.ts";
import { gatherFacts } from "./gather-facts.ts";
import { holdReview, keepGenerated, readGenerated } from "./generated-sections.ts";
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

interface Updated {
  documentId: string;
  /** Null if the text stayed as it was. */
  appended: AppendedEdit | null;
  updated: string[];
  decision: string | null;
}

/**
 * Updates sections from the facts, as one edit of the shared text. Without `keys`, only those that no one edited. In
 * edited ones, replaces the sentences that people left as they were generated. The text before is kept as a version.
 */
export async function updateDrafts(
  ctx: Ctx,
  input: { key: string; keys?: string[] | undefined },
): Promise<{ updated: string[]; decision: string | null }> {
  const { documentId, appended, ...answer } = await transact<Updated>(ctx, async (tx) => {
    const review = await holdReview(tx, input.key);
    authorize(tx, "review", "write", reviewFacts(review));
    const { documentId } = review;
    await lockEdits(writer(tx), documentId);
    const wanted = (await readDraftState(tx, review)).stale.filter(
      ({ key, kind }) => input.keys?.includes(key) ?? kind !== "edited",
    );
    const { updates } = await updatesOf(tx, documentId);
    const { made, report } = await workOnTexts(tx, UPDATE_DRAFTS, { updates, drafts: wanted.map(updateOf) });
    const nothing = { documentId, appended: null, updated: [], decision: null };
    if (!made) return unrecorded("nothing was waiting", () => nothing);
    const words = { generated: true } as const;
    const appended = await appendMadeEdit(reader(tx), documentId, made, { userId: actorId(tx.actor), words });
    // Up to the update, so what people typed while it was made is in it.
    await keepVersion(tx, review, { kind: "before_update", until: appended.seq - 1 });
    const done = wanted.filter(({ key }) => report.replaced.includes(key));
    const decision = tx.newId();
    const kept = done.map(({ key, content }) => ({
      ...{ key, content, seen: hashOfContent(content) },
      edits: report.edits[key],
    }));
    await keepGenerated(writer(tx), { reviewId: review.id, at: tx.now(), decision }, kept);
    return record(tx, {
      action: "review.drafts_updated",
      id: review.id,
      incidentId: review.incident.id,
      after: { keys: report.replaced },
      answer: () => ({ documentId, appended, updated: report.replaced, decision }),
    });
  });
  if (appended) await runningCollab().server?.show(documentId, appended);
  return answer;
}

interface Dismissed {
  dismissed: string[];
  decision: string | null;
}

/** Leaves sections as they are: the facts as they are now count as seen. */
export async function dismissDrafts(ctx: Ctx, input: { key: string; keys: string[] }): Promise<Dismissed> {
  return transact<Dismissed>(ctx, async (tx: TxCtx) => {
    const review = await holdReview(tx, input.key);
    authorize(tx, "review", "write", reviewFacts(review));
    const seen = (await readDraftState(tx, review)).stale.filter(
      ({ key, kind }) => kind !== "outdated" && input.keys.includes(key),
    );
    const dismissed = seen.map(({ key }) => key);
    if (seen.length === 0) return unrecorded("nothing was waiting", () => ({ dismissed, decision: null }));
    const kept = seen.map(({ key, before, content }) => ({ key, content: before, seen: hashOfContent(content) }));
    const decision = tx.newId();
    await keepGenerated(writer(tx), { reviewId: review.id, at: tx.now(), decision }, kept);
    return record(tx, {
      action: "review.drafts_dismissed",
      id: review.id,
      incidentId: review.incident.id,
      after: { keys: dismissed },
      answer: () => ({ dismissed, decision }),
    });
  });
}
