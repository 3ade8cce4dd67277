import { replyToThread, startThread } from "#server/comment/index.ts";
import { createFactor } from "#server/factor/index.ts";
import { generateReview, getReview, moveReviewStatus, updateReview, waiveGate } from "#server/review/index.ts";
import type { Names } from "./names.ts";
import type { IncidentPlan, ReviewPlan } from "./plan.ts";
import type { Stage } from "./stage.ts";
import { writeText } from "./write-text.ts";

/** Generates a review, names its people and finds its factors. Answers its key. */
export async function beginReview(stage: Stage, incidentKey: string, plan: ReviewPlan, names: Names): Promise<string> {
  const ctx = stage.as(plan.by, plan.on, "14:00");
  const { key, version } = await generateReview(ctx, { key: incidentKey, template: plan.template, title: plan.title });
  await updateReview(stage.as(plan.facilitator, plan.on, "14:30"), {
    key,
    version,
    ownerId: stage.id(plan.owner),
    facilitatorId: stage.id(plan.facilitator),
    authorIds: plan.authors.map((name) => stage.id(name)),
    approverIds: plan.approvers.map((name) => stage.id(name)),
    dueAt: stage.date(plan.dueIn),
  });
  for (const { name, evidence, ...factor } of plan.factors) {
    const { id } = await createFactor(stage.as(plan.owner, plan.on + 1), {
      key,
      ...factor,
      evidence: evidence.map((event) => ({ eventId: names.get("event", event), stance: "for" as const })),
    });
    names.set("factor", name, id);
  }
  return key;
}

/** Writes its text, talks about it and takes it as far as it has come. */
export async function finishReview(stage: Stage, key: string, { review }: IncidentPlan, names: Names): Promise<void> {
  if (!review) return;
  const { documentId } = await getReview(stage.itself(0), { key });
  for (const [index, { by, sections }] of review.texts.entries()) {
    const acceptsDrafts = index === review.texts.length - 1;
    await writeText(stage, { documentId, userId: stage.id(by), sections, names, acceptsDrafts });
  }
  await talk(stage, key, review, names);
  for (const { by, on, gate, reason } of review.waivers) await waiveGate(stage.as(by, on), { key, gate, reason });
  if (review.metOn !== null) {
    const { version } = await getReview(stage.itself(0), { key });
    await updateReview(stage.as(review.facilitator, review.metOn), {
      key,
      version,
      meetingOn: stage.date(review.metOn),
    });
  }
  for (const { by, on, to } of review.moves) {
    const { version } = await getReview(stage.itself(0), { key });
    await moveReviewStatus(stage.as(by, on, "16:00"), { key, version, to });
  }
}

async function talk(stage: Stage, key: string, { threads, texts }: ReviewPlan, names: Names): Promise<void> {
  const written = texts.flatMap(({ sections }) => Object.values(sections)).join("\n");
  for (const { name, by, on, body, replies } of threads) {
    const quote = new RegExp(`\\{\\{${name}:([^}]+)\\}\\}`).exec(written)?.[1];
    if (quote === undefined) throw new Error(`no text marks a passage with ${name}`);
    const id = names.thread(name);
    await startThread(stage.as(by, on), { key, id, quote, blockId: null, body, mentionIds: [] });
    for (const reply of replies) {
      await replyToThread(stage.as(reply.by, reply.on, "11:00"), { key, id, body: reply.body, mentionIds: [] });
    }
  }
}
