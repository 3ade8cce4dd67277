import { createHash } from "node:crypto";
import type { Prisma } from "#generated/prisma/client.ts";
import { actorId } from "#lib/base/access/actor.ts";
import { invalid, notFound, refuse } from "#lib/base/errors.ts";
import { OPEN_ASSIST_STATES } from "#lib/base/vocabulary/assist.ts";
import type { AssistFinding, AssistRequest, assistContract, ReviewAssist } from "#lib/contract/assist.ts";
import type { CheckedFinding } from "#lib/reviews/assist/answer.ts";
import type { AssistMaterial } from "#lib/reviews/assist/material.ts";
import type { TemplateSection } from "#lib/reviews/template/template.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toInstantOrNull } from "#server/base/kernel/dates.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { incidentKeyOf, numberOfKey } from "#server/base/kernel/keys.ts";
import { record, unrecorded } from "#server/base/kernel/record.ts";
import { running } from "#server/base/kernel/running.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { incidentVisibleTo } from "#server/incidents/incident/index.ts";
import { assistConnection, type ChatMessage, type Connection } from "#server/reviews/assist-setting/index.ts";
import { loadReview, reviewFacts, templateOf } from "#server/reviews/review/index.ts";
import { listSuggestions } from "#server/reviews/suggestion/index.ts";

/** The job that answers requests. */
export const ASSIST_JOB = "answer-assistant";

const REQUEST_SELECT = {
  ...{ id: true, kind: true, section: true, state: true, createdAt: true, finishedAt: true, reason: true },
  ...{ findings: true, total: true, dropped: true, reviewId: true },
  askedBy: { select: { id: true, name: true } },
} satisfies Prisma.AssistRequestSelect;

type RequestRow = Prisma.AssistRequestGetPayload<{ select: typeof REQUEST_SELECT }>;
export type ReviewRecord = Awaited<ReturnType<typeof loadReview>>;

/** A request that this process works on. */
export interface Claimed {
  id: string;
  kind: "second_look" | "draft";
  section: string | null;
  askedById: string | null;
  reviewId: string;
  key: string;
}

/** The text that was sent, and where. */
export interface Sent {
  review: ReviewRecord;
  connection: Connection;
  material: AssistMaterial;
  messages: ChatMessage[];
}

/** The audit log has this in place of what was sent and answered. */
export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/**
 * Returns a review for which the assistant can work on behalf of the actor, and how it is reached. Throws for one that
 * they can't write in, that is restricted, or while the assistant is off.
 */
export async function authorizeAssist(
  ctx: Ctx,
  key: string,
): Promise<{ review: ReviewRecord; connection: Connection }> {
  const review = await loadReview(ctx, key);
  authorize(ctx, "review", "write", reviewFacts(review));
  if (review.incident.restricted)
    throw refuse("assist_restricted", "The AI assistant isn't available for restricted incidents");
  const connection = await assistConnection(ctx);
  if (!connection) throw refuse("assist_off", "The AI assistant is off. Ask an admin to turn it on in Settings.");
  return { review, connection };
}

/** Returns one of a review's sections, if its template lets the assistant draft it. Throws `invalid`. */
export function draftableSection(sections: readonly TemplateSection[], key: string): TemplateSection {
  const section = sections.find((one) => one.key === key);
  if (!section?.aiDraft) throw invalid("section", "the template doesn't let the AI assistant draft this section");
  return section;
}

/** Returns what the assistant found and drafted in a review, and what it can draft. */
export async function getAssist(ctx: Ctx, { key }: { key: string }): Promise<ReviewAssist> {
  const { review, connection } = await authorizeAssist(ctx, key);
  const newest = async (kind: "second_look" | "draft") => {
    const where = { reviewId: review.id, kind };
    const row = await ctx.db.assistRequest.findFirst({ where, orderBy: { createdAt: "desc" }, select: REQUEST_SELECT });
    return row && present(ctx, review, row);
  };
  return {
    model: connection.model,
    host: new URL(connection.url).host,
    sections: templateOf(review)
      .sections.filter(({ aiDraft }) => aiDraft)
      .map(({ key: section, title }) => ({ key: section, title })),
    secondLook: await newest("second_look"),
    draft: await newest("draft"),
  };
}

/** Returns whether sentences of an earlier draft of a section still wait in the text for a decision. */
async function hasOpenDraft(ctx: Ctx, review: ReviewRecord, key: string, section: string): Promise<boolean> {
  const where = { reviewId: review.id, section, state: "done" } as const;
  const drafts = await ctx.db.assistRequest.findMany({ where, select: { suggestions: true } });
  const ids = new Set(drafts.flatMap(({ suggestions }) => suggestions));
  if (ids.size === 0) return false;
  const { items } = await listSuggestions(ctx, { key });
  return items.some(({ id, status }) => status === "open" && ids.has(id));
}

/**
 * Asks the assistant. Throws `rule` while another request of the review isn't finished, and for a section whose last
 * draft isn't decided.
 */
export async function askAssistant(ctx: Ctx, input: InputOf<typeof assistContract.ask>): Promise<AssistRequest> {
  const { key, kind } = input;
  const request = await transact(ctx, async (tx) => {
    const { review } = await authorizeAssist(tx, key);
    const section = input.kind === "draft" ? draftableSection(templateOf(review).sections, input.section).key : null;
    const id = tx.newId();
    const data = { id, reviewId: review.id, kind, section, askedById: actorId(tx.actor), createdAt: tx.now() };
    const { count } = await tx.db.assistRequest.createMany({ data, skipDuplicates: true });
    if (count === 0)
      throw refuse("assist_busy", "The AI assistant is already working on this review. Wait or cancel it.");
    if (section !== null && (await hasOpenDraft(tx, review, key, section)))
      throw refuse("assist_open", "Accept or reject the suggestions of the last draft first");
    return record(tx, {
      action: "assist.asked",
      id,
      incidentId: review.incident.id,
      reviewId: review.id,
      after: { kind, ...(section === null ? {} : { section }) },
      answer: async () => present(tx, review, await load(tx, id)),
    });
  });
  running().jobs?.kick(ASSIST_JOB);
  return request;
}

/** Cancels a request. One that is finished stays as it is. */
export async function cancelAssist(ctx: Ctx, { key, id }: { key: string; id: string }): Promise<AssistRequest> {
  return transact(ctx, async (tx) => {
    const review = await loadReview(tx, key);
    authorize(tx, "review", "write", reviewFacts(review));
    const { count } = await tx.db.assistRequest.updateMany({
      where: { id, reviewId: review.id, state: { in: [...OPEN_ASSIST_STATES] } },
      data: { state: "cancelled", finishedAt: tx.now() },
    });
    const row = await load(tx, id);
    if (row.reviewId !== review.id) throw notFound();
    const answer = () => present(tx, review, row);
    if (count === 0) return unrecorded("it was finished already", answer);
    const { id: reviewId, incident } = review;
    return record(tx, { action: "assist.cancelled", id, incidentId: incident.id, reviewId, answer });
  });
}

async function load(ctx: Ctx, id: string): Promise<RequestRow> {
  const row = await ctx.db.assistRequest.findUnique({ where: { id }, select: REQUEST_SELECT });
  if (!row) throw notFound();
  return row;
}

async function present(ctx: Ctx, review: ReviewRecord, row: RequestRow): Promise<AssistRequest> {
  const { reviewId: _review, findings, section, createdAt, finishedAt, ...rest } = row;
  const { sections } = templateOf(review);
  const titled = (key: string) => ({ key, title: sections.find((one) => one.key === key)?.title ?? key });
  return {
    ...rest,
    section: section === null ? null : titled(section),
    createdAt: createdAt.toISOString(),
    finishedAt: toInstantOrNull(finishedAt),
    findings: await presentFindings(ctx, review, (findings ?? []) as unknown as CheckedFinding[], titled),
  };
}

/** Findings with what they cite. One that cites an incident that the actor can't read any more is left out. */
async function presentFindings(
  ctx: Ctx,
  review: ReviewRecord,
  findings: readonly CheckedFinding[],
  titled: (key: string) => { key: string; title: string },
): Promise<AssistFinding[]> {
  const eventIds = findings.flatMap((finding) => finding.events);
  const events = await ctx.db.timelineEvent.findMany({
    where: { id: { in: eventIds }, incidentId: review.incident.id, removedAt: null },
    select: { id: true, at: true, title: true },
  });
  const keys = findings.flatMap((finding) => finding.incidents);
  const rows = await ctx.db.incident.findMany({
    where: { AND: [{ number: { in: keys.map(numberOfKey) } }, incidentVisibleTo(ctx.actor)] },
    select: { number: true, title: true },
  });
  const incidents = rows.map(({ number, title }) => ({ key: incidentKeyOf(number), title }));
  return findings.flatMap(({ kind, text, ...cited }): AssistFinding[] => {
    const shown = incidents.filter(({ key }) => cited.incidents.includes(key));
    if (shown.length < new Set(cited.incidents).size) return [];
    const told = events.filter(({ id }) => cited.events.includes(id));
    return [
      {
        ...{ kind, text, sections: cited.sections.map(titled), incidents: shown },
        events: told.map(({ id, at, title }) => ({ id, at: toInstantOrNull(at), title })),
      },
    ];
  });
}
