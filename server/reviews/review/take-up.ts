import { actorId } from "#lib/base/access/actor.ts";
import { conflict, invalid } from "#lib/base/errors.ts";
import type { reviewContract } from "#lib/contract/review.ts";
import type { ReviewTemplate } from "#lib/contract/template.ts";
import type { DocumentJson } from "#lib/document/document-json.ts";
import { hashOfContent } from "#lib/document/draft-hash.ts";
import { sectionsOf } from "#lib/document/text.ts";
import { blockSortOf } from "#lib/reviews/review/completeness.ts";
import { draftProse } from "#lib/reviews/review/draft/draft.ts";
import { sectionDifferences } from "#lib/reviews/template/differences.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { incidentKeyOf } from "#server/base/kernel/keys.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import {
  type AppendedEdit,
  appendMadeEdit,
  lockEdits,
  runningCollab,
  TAKE_UP_TEMPLATE,
  workOnTexts,
} from "#server/reviews/document/index.ts";
import { newestVersion } from "#server/reviews/template/index.ts";
import { reader, readText, updatesOf, writer } from "./document.ts";
import { authorizeDraft, reviewFacts } from "./facts.ts";
import { gatherFacts } from "./gather-facts.ts";
import { keepGenerated } from "./generated-sections.ts";
import { keepVersion } from "./keep-version.ts";
import { loadReview } from "./load.ts";
import { getReview } from "./present.ts";
import type { ReviewRecord } from "./select.ts";
import { takeUpTasks, taskDifferences, tasksOf, tellTasks } from "./tasks.ts";
import { templateOf } from "./template-of.ts";

/** Returns the sections of a review that the newest version of its template has otherwise. */
export async function reviewTemplate(ctx: Ctx, { key }: { key: string }): Promise<ReviewTemplate> {
  const review = await loadReview(ctx, key);
  authorizeDraft(ctx, reviewFacts(review));
  const newest = await newestVersion(ctx, review.template);
  const { json } = await readText(ctx, review.documentId);
  const isDecided = (review.tasksNumber ?? review.templateNumber) === newest.number;
  const { added, changed, gone } = isDecided
    ? { added: [], changed: [], gone: [] }
    : await taskDifferences(ctx, review.id, newest.content.tasks);
  const decided = new Map(review.templateChoices.map((choice) => [choice.section, choice.decidedFor]));
  return {
    ...{ slug: newest.slug, name: newest.name, note: newest.note },
    number: review.templateNumber,
    newest: newest.number,
    items: sectionDifferences(templateOf(review).sections, newest.content.sections).map((difference) => ({
      ...difference,
      hasText: hasText(json, difference.key),
      decided: decided.get(difference.key) === newest.number,
    })),
    tasks: [
      ...added.map(({ title }) => ({ title, change: "added" as const })),
      ...changed.map(({ task }) => ({ title: task.title, change: "changed" as const })),
      ...gone.map(({ title }) => ({ title, change: "gone" as const })),
    ],
  };
}

const hasText = (json: DocumentJson, key: string): boolean =>
  sectionsOf(json).some((section) => section.key === key && section.nodes.some((node) => blockSortOf(node) === "own"));

interface TakenUp {
  documentId: string;
  /** Null if the text stayed as it was. */
  appended: AppendedEdit | null;
}

/**
 * Takes up sections and tasks of the newest version of a review's template, or keeps them as they are. The text before is kept as
 * a version, and what people wrote stays. Throws `conflict` if there is an even newer version.
 */
export async function takeUpTemplate(
  ctx: Ctx,
  { key, version, number, take = [], keep = [], tasks }: InputOf<typeof reviewContract.takeUpTemplate>,
): Promise<ReviewTemplate> {
  const { documentId, appended } = await transact<TakenUp>(ctx, async (tx) => {
    const review = await loadReview(tx, key);
    authorize(tx, "review", "takeUp", reviewFacts(review));
    const { newest, items } = await reviewTemplate(tx, { key });
    if (newest !== number) throw conflict(await reviewTemplate(tx, { key }));
    const isDifferent = (section: string) => items.some((item) => item.key === section);
    const unknown = [...take, ...keep].find((section) => !isDifferent(section));
    if (unknown !== undefined) throw invalid("take", `${unknown} doesn't differ from the newest version`);
    const changed = await tx.db.review.updateMany({
      where: { id: review.id, version },
      data: { version: { increment: 1 }, ...(tasks ? { tasksNumber: number } : {}) },
    });
    await guardVersion(changed, () => getReview(tx, { key }));
    const appended = await writeText(tx, review, take);
    if (tasks === "take") await takeUpNewTasks(tx, review);
    for (const section of new Set([...take, ...keep])) await choose(tx, review, section, { number, take });
    return record(tx, {
      action: take.length > 0 || tasks === "take" ? "review.template_taken_up" : "review.template_kept",
      id: review.id,
      incidentId: review.incident.id,
      before: {
        sections: Object.fromEntries(items.filter((one) => take.includes(one.key)).map((one) => [one.key, one.before])),
      },
      after: {
        number,
        sections: Object.fromEntries(items.filter((one) => take.includes(one.key)).map((one) => [one.key, one.after])),
        kept: keep.filter((section) => !take.includes(section)),
        ...(tasks ? { tasks } : {}),
      },
      answer: () => ({ documentId: review.documentId, appended }),
    });
  });
  if (appended) await runningCollab().server?.show(documentId, appended);
  return reviewTemplate(ctx, { key });
}

async function takeUpNewTasks(tx: TxCtx, review: ReviewRecord): Promise<void> {
  const { content } = await newestVersion(tx, review.template);
  const before = await tasksOf(tx, review);
  await takeUpTasks(tx, review.id, content.tasks);
  await tellTasks(tx, review, before);
}

async function choose(
  tx: TxCtx,
  review: ReviewRecord,
  section: string,
  { number, take }: { number: number; take: readonly string[] },
): Promise<void> {
  const before = review.templateChoices.find((choice) => choice.section === section);
  const choice = {
    number: take.includes(section) ? number : (before?.number ?? review.templateNumber),
    decidedFor: number,
  };
  await tx.db.reviewTemplateChoice.upsert({
    where: { reviewId_section: { reviewId: review.id, section } },
    create: { reviewId: review.id, section, template: review.template, ...choice },
    update: choice,
  });
}

/** Writes what was taken up into the text, on top of what others type. */
async function writeText(tx: TxCtx, review: ReviewRecord, take: readonly string[]): Promise<AppendedEdit | null> {
  const { content } = await newestVersion(tx, review.template);
  const { sections } = content;
  const differences = sectionDifferences(templateOf(review).sections, sections).filter(({ key }) => take.includes(key));
  if (differences.length === 0) return null;
  const added = differences.flatMap(({ before, after }) => (before === null && after ? [after] : []));
  const prose = draftProse(added, await gatherFacts(tx, review.incident.id, review.id));
  await lockEdits(writer(tx), review.documentId);
  const { updates } = await updatesOf(tx, review.documentId);
  const takeUp = { differences, sections, prose, incidentKey: incidentKeyOf(review.incident.number) };
  const made = await workOnTexts(tx, TAKE_UP_TEMPLATE, { updates, takeUp });
  if (!made) return null;
  const words = { generated: true } as const;
  const appended = await appendMadeEdit(reader(tx), review.documentId, made, { userId: actorId(tx.actor), words });
  await keepVersion(tx, review, { kind: "before_update", until: appended.seq - 1 });
  const generated = [...prose].map(([key, nodes]) => ({ key, content: nodes, seen: hashOfContent(nodes) }));
  await keepGenerated(writer(tx), { reviewId: review.id, at: tx.now() }, generated);
  return appended;
}
