import { requestionMoved } from "#server/follow/action-item/index.ts";
import { createCanonicalFactor, linkCanonicalFactor } from "#server/follow/canonical-factor/index.ts";
import { createFactor } from "#server/follow/factor/index.ts";
import { relateFactors } from "#server/follow/factor-graph/index.ts";
import { findingRecords } from "#server/follow/finding/index.ts";
import { createLearning } from "#server/follow/learning/index.ts";
import { getIncident } from "#server/incidents/incident/index.ts";
import { replyToThread, startThread } from "#server/reviews/comment/index.ts";
import {
  approveReview,
  generateReview,
  getReview,
  moveReviewStatus,
  updateReview,
  waiveGate,
} from "#server/reviews/review/index.ts";
import { createReviewTask, removeReviewTask, updateReviewTask } from "#server/reviews/review-task/index.ts";
import { createVersion } from "#server/reviews/version/index.ts";
import type { Names } from "./names.ts";
import type { ReviewPlan } from "./plan.ts";
import type { Stage } from "./stage.ts";
import { writeText } from "./write-text.ts";

/** Generates a review and names its people. Returns its key. */
export async function beginReview(stage: Stage, plan: ReviewPlan, incidentKey: string): Promise<string> {
  const ctx = stage.as(plan.by, plan.on, "14:00");
  const { key, version } = await generateReview(
    ctx,
    { key: incidentKey, template: plan.template, title: plan.title },
    findingRecords,
  );
  await updateReview(stage.as(plan.facilitator, plan.on, "14:30"), {
    key,
    version,
    ownerId: stage.id(plan.owner),
    facilitatorId: stage.id(plan.facilitator),
    authorIds: plan.authors.map((name) => stage.id(name)),
    approverIds: plan.approvers.map((name) => stage.id(name)),
    dueAt: stage.date(plan.dueIn),
  });
  return key;
}

/** Creates the factors of a review, each with the events that support it. */
export async function findFactors(stage: Stage, plan: ReviewPlan, key: string, names: Names): Promise<void> {
  for (const { name, evidence, condition: _shared, ...factor } of plan.factors) {
    const { id } = await createFactor(stage.as(plan.owner, plan.on + 1), {
      key,
      ...factor,
      evidence: evidence.map((event) => ({ eventId: names.get("event", event), stance: "for" as const })),
    });
    names.set("factor", name, id);
  }
}

/** Relates the factors of a review, and adds what people learned. */
export async function drawLessons(stage: Stage, plan: ReviewPlan, key: string, names: Names): Promise<void> {
  for (const { from, relation, to } of plan.relations ?? [])
    await relateFactors(stage.as(plan.owner, plan.on + 2), {
      ...{ key, relation, fromId: names.get("factor", from), toId: names.get("factor", to) },
    });
  for (const { by, on, kind, statement, evidence } of plan.learnings ?? [])
    await createLearning(stage.as(by, on), {
      ...{ key, kind, statement, detail: "", conditionId: null },
      eventIds: evidence.map((event) => names.get("event", event)),
    });
}

/**
 * Adds the tasks of a review, in place of those of its template, and ticks off those that are done. A published review
 * without a plan for them has done those of its template.
 */
async function assignTasks(stage: Stage, { tasks = [], moves, owner: author }: ReviewPlan, key: string): Promise<void> {
  const last = moves.at(-1);
  for (const { id, version } of (await getReview(stage.itself(0), { key })).tasks) {
    if (tasks[0]) await removeReviewTask(stage.as(tasks[0].by, tasks[0].on), { key, id, version, removed: true });
    else if (last?.to === "published")
      await updateReviewTask(stage.as(author, last.on, "12:00"), { key, id, version, done: true });
  }
  for (const { by, on, title, owner, dueIn, doneOn } of tasks) {
    const ownerId = owner === undefined ? null : stage.id(owner);
    const dueOn = dueIn === undefined ? null : stage.date(dueIn);
    const { id, version } = await createReviewTask(stage.as(by, on), { key, title, ownerId, dueOn });
    if (doneOn !== undefined) await updateReviewTask(stage.as(owner ?? by, doneOn), { key, id, version, done: true });
  }
}

/** Links the factors of a review to conditions. The first factor of a condition creates it. */
export async function shareConditions(stage: Stage, plan: ReviewPlan, names: Names): Promise<void> {
  const ctx = stage.as(plan.owner, plan.on + 1);
  for (const { name, condition } of plan.factors) {
    if (!condition) continue;
    const factor = { id: names.get("factor", name), version: 1 };
    const id = names.find("condition", condition);
    if (id) await linkCanonicalFactor(ctx, { id, factorId: factor.id, factorVersion: factor.version });
    else {
      const created = await createCanonicalFactor(ctx, { name: condition, factors: [factor] });
      names.set("condition", condition, created.id);
    }
  }
}

/** Asks whether earlier fixes worked, because the incident of a review has conditions that they were verified for. */
export async function questionFixes(stage: Stage, plan: ReviewPlan, incidentKey: string): Promise<void> {
  const ctx = stage.as(plan.owner, plan.on + 1);
  const { id } = await getIncident(ctx, { key: incidentKey });
  await requestionMoved(ctx, id);
}

/** Writes the text of a review, adds its comments, and moves it to its planned state. */
export async function finishReview(stage: Stage, plan: ReviewPlan, key: string, names: Names): Promise<void> {
  const { documentId, version: begun } = await getReview(stage.itself(0), { key });
  for (const [index, { by, sections }] of plan.texts.entries()) {
    const acceptsDrafts = index === plan.texts.length - 1;
    await writeText(stage, { documentId, userId: stage.id(by), sections, names, acceptsDrafts });
  }
  await talk(stage, key, plan, names);
  await assignTasks(stage, plan, key);
  for (const { by, on, gate, reason } of plan.waivers) await waiveGate(stage.as(by, on), { key, gate, reason });
  let version = begun;
  if (plan.metOn !== null) {
    const meetingOn = stage.date(plan.metOn);
    ({ version } = await updateReview(stage.as(plan.facilitator, plan.metOn), { key, version, meetingOn }));
  }
  for (const { by, on, to } of plan.moves) {
    if (to === "published")
      for (const approver of plan.approvers) {
        const as = stage.as(approver, on, "15:00");
        const seen = { version: (await createVersion(as, { key })).number };
        await approveReview(as, { key, decision: "approved", seen });
      }
    ({ version } = await moveReviewStatus(stage.as(by, on, "16:00"), { key, version, to }));
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
