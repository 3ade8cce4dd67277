import { setTimeout as sleep } from "node:timers/promises";
import { AppError } from "#lib/base/errors.ts";
import { assistMaterial } from "#lib/reviews/assist/material.ts";
import { draftPrompt, secondLookPrompt } from "#lib/reviews/assist/prompt.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { reviewKeyOf } from "#server/base/kernel/keys.ts";
import { record, recordAll, unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { ACTOR_SELECT, userActor } from "#server/people/auth/user-actor.ts";
import { AssistFailure, complete } from "#server/reviews/assist-setting/index.ts";
import {
  askedSectionsOf,
  gatherFacts,
  loadReview,
  readText,
  reviewFacts,
  templateOf,
} from "#server/reviews/review/index.ts";
import { keepAnswer } from "./keep-answer.ts";
import { authorizeAssist, type Claimed, draftableSection, type Sent, sha256 } from "./requests.ts";

const MOST_AT_ONCE = 4;
const BEAT_MS = 1000;
/** Longer than a process can be busy between two beats. */
const SILENT_MS = 30_000;
const MOST_WAITING_MS = 600_000;
const MOST_TOKENS = 4000;

const STOPPED = "The server stopped before the answer arrived. Ask again.";
const NOT_STARTED = "The request wasn't sent because the server was busy or stopped. Ask again.";
const NO_ACCESS = "The person who asked can no longer write in this review.";
const FAILED = "Something failed on the server. Ask again. If it fails again, ask an admin to check the server log.";

/** The request was cancelled, or another process settled it: nothing more is written. */
class Settled extends Error {}

/**
 * Sends waiting requests to the AI assistant, several at a time, until none is left. Requests of a process that died are
 * marked as failed. Returns how many were sent.
 */
export async function answerAssistant(system: Ctx, signal: AbortSignal): Promise<number> {
  await failSilent(system);
  const active = new Set<Promise<void>>();
  let count = 0;
  do {
    while (active.size < MOST_AT_ONCE && !signal.aborted) {
      const claimed = await claim(system);
      if (!claimed) break;
      count += 1;
      const work = answerOne(system, claimed, signal).finally(() => active.delete(work));
      active.add(work);
    }
    if (active.size > 0) await Promise.race([...active, sleep(BEAT_MS)]);
  } while (active.size > 0);
  return count;
}

async function claim(system: Ctx): Promise<Claimed | null> {
  const [next] = await system.db.assistRequest.findMany({
    where: { state: "waiting" },
    select: {
      ...{ id: true, kind: true, section: true, askedById: true, reviewId: true },
      review: { select: { number: true } },
    },
    orderBy: { createdAt: "asc" },
    take: 1,
  });
  if (!next) return null;
  const { review, ...request } = next;
  const claimed = { ...request, key: reviewKeyOf(review.number) };
  const isOurs = await transact(system, async (tx) => {
    authorize(tx, "review", "write", reviewFacts(await loadReview(tx, claimed.key)));
    const data = { state: "asking", seenAt: tx.now() } as const;
    const { count } = await tx.db.assistRequest.updateMany({ where: { id: next.id, state: "waiting" }, data });
    return unrecorded("screens ask how far it is", () => count > 0);
  });
  return isOurs ? claimed : claim(system);
}

/**
 * Says that this process is still at work on a request. Throws if it is settled, or if the person, the assistant or the
 * review no longer allow it.
 */
async function beat(person: Ctx, { id, key }: Claimed): Promise<void> {
  await transact(person, async (tx) => {
    await authorizeAssist(tx, key);
    const { count } = await tx.db.assistRequest.updateMany({
      where: { id, state: "asking" },
      data: { seenAt: tx.now() },
    });
    if (count === 0) throw new Settled();
    return unrecorded("screens ask how far it is");
  });
}

async function answerOne(system: Ctx, claimed: Claimed, stop: AbortSignal): Promise<void> {
  try {
    const person = await askerOf(system, claimed);
    const sent = await prepare(person, claimed);
    const answer = await whileWanted(person, claimed, stop, (signal) =>
      complete(sent.connection, { messages: sent.messages, maxTokens: MOST_TOKENS, signal }),
    );
    await keepAnswer(person, claimed, sent, answer);
  } catch (error) {
    if (error instanceof Settled) return;
    const isKnown = error instanceof AssistFailure || error instanceof AppError || stop.aborted;
    if (!isKnown) system.log.error({ err: error, request: claimed.id }, "the AI assistant could not be asked");
    await fail(system, claimed, stop.aborted ? STOPPED : reasonOf(error)).catch((failure: unknown) =>
      system.log.error({ err: failure, request: claimed.id }, "a failed request could not be recorded"),
    );
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof AssistFailure) return error.message;
  if (!(error instanceof AppError)) return FAILED;
  if (error.code === "forbidden" || error.code === "not_found") return NO_ACCESS;
  return error.details.fields?.[0]?.message ?? error.message;
}

/** Returns the context of the person who asked, with the rights that they have now. */
async function askerOf(system: Ctx, { askedById }: Claimed): Promise<Ctx> {
  const user = askedById && (await system.db.user.findUnique({ where: { id: askedById }, select: ACTOR_SELECT }));
  const actor = user ? userActor(user, null) : null;
  if (!actor) throw new AssistFailure(NO_ACCESS);
  return { ...system, actor };
}

/** Makes the prompt from what the person can read now, and records that it is about to leave. */
async function prepare(person: Ctx, { id, kind, section, key }: Claimed): Promise<Sent> {
  const { review, connection } = await authorizeAssist(person, key);
  const { json } = await readText(person, review.documentId);
  const facts = await gatherFacts(person, review.incident.id, review.id);
  const { sections } = templateOf(review);
  const material = assistMaterial({ title: review.draftTitle ?? review.title, json, sections, facts });
  const asked = await askedSectionsOf(person, review);
  const messages =
    kind === "draft" ? draftPrompt(material, draftableSection(asked, section ?? "")) : secondLookPrompt(material);
  return transact(person, async (tx) => {
    const now = await authorizeAssist(tx, key);
    return record(tx, {
      action: "assist.sent",
      id,
      incidentId: review.incident.id,
      reviewId: review.id,
      after: {
        ...{ model: connection.model, host: new URL(connection.url).host },
        ...{ promptHash: sha256(JSON.stringify(messages)), events: material.events.map((event) => event.id) },
      },
      answer: () => ({ review: now.review, connection: now.connection, material, messages }),
    });
  });
}

/**
 * Works until the person cancels, loses access, or the review becomes restricted. Throws the reason for which it
 * ended early.
 */
async function whileWanted<Answer>(
  person: Ctx,
  claimed: Claimed,
  stop: AbortSignal,
  work: (signal: AbortSignal) => Promise<Answer>,
): Promise<Answer> {
  const unwanted = new AbortController();
  const done = new AbortController();
  const beats = (async () => {
    while (!done.signal.aborted) {
      await sleep(BEAT_MS, undefined, { signal: done.signal }).catch(() => undefined);
      if (done.signal.aborted) return;
      try {
        await beat(person, claimed);
      } catch (error) {
        unwanted.abort(error);
        return;
      }
    }
  })();
  try {
    return await work(AbortSignal.any([unwanted.signal, stop]));
  } finally {
    done.abort();
    await beats;
  }
}

async function fail(system: Ctx, { id, key }: Claimed, reason: string): Promise<void> {
  await transact(system, async (tx) => {
    const review = await loadReview(tx, key);
    authorize(tx, "review", "write", reviewFacts(review));
    const { count } = await tx.db.assistRequest.updateMany({
      where: { id, state: { in: ["asking", "checking"] } },
      data: { state: "failed", reason, finishedAt: tx.now() },
    });
    if (count === 0) return unrecorded("it is cancelled");
    const { id: reviewId, incident } = review;
    return record(tx, { action: "assist.failed", id, incidentId: incident.id, reviewId, after: { reason } });
  });
}

/** Marks requests as failed whose process died, and those that no process started. */
async function failSilent(system: Ctx): Promise<void> {
  const now = system.now().getTime();
  const rows = await system.db.assistRequest.findMany({
    where: {
      OR: [
        { state: { in: ["asking", "checking"] }, seenAt: { lt: new Date(now - SILENT_MS) } },
        { state: "waiting", createdAt: { lt: new Date(now - MOST_WAITING_MS) } },
      ],
    },
    select: { id: true, state: true, reviewId: true, review: { select: { number: true, incidentId: true } } },
  });
  if (rows.length === 0) return;
  await transact(system, async (tx) => {
    const settled: typeof rows = [];
    for (const row of rows) {
      const review = await loadReview(tx, reviewKeyOf(row.review.number));
      authorize(tx, "review", "write", reviewFacts(review));
      const { count } = await tx.db.assistRequest.updateMany({
        where: { id: row.id, state: row.state },
        data: { state: "failed", reason: row.state === "waiting" ? NOT_STARTED : STOPPED, finishedAt: tx.now() },
      });
      if (count > 0) settled.push(row);
    }
    return recordAll(
      tx,
      settled.map(({ id, state, reviewId, review }) => ({
        ...{ action: "assist.failed" as const, id, incidentId: review.incidentId, reviewId },
        after: { reason: state === "waiting" ? NOT_STARTED : STOPPED },
      })),
    );
  });
}
