import { AppError } from "#lib/base/errors.ts";
import { MINUTE_MS } from "#lib/base/time/spans.ts";
import { prisma } from "#server/base/db/client.ts";
import type { OutboxTopics } from "#server/base/kernel/outbox.ts";
import { running } from "#server/base/kernel/running.ts";
import { incidentVisibleTo } from "#server/incidents/incident/index.ts";
import { httpContext } from "#server/people/auth/http-context.ts";
import { networkOf } from "#server/people/auth/network-of.ts";
import { problemOf, retryAfter } from "./problem/problem.ts";

type Change = OutboxTopics["record.changed"];

/** How often a screen hears that the server is here, and whether its database is. */
const HERE_MS = 4000;
/**
 * The stream ends regularly and the browser opens it again, so anyone who lost access is noticed then at the latest.
 */
const LONGEST_MS = 10 * MINUTE_MS;

/**
 * Streams which records changed, as nouns and ids without data, to a screen that can see them. `?since=` is when the
 * screen was rendered: what changed before it could listen comes first.
 */
export async function serveChanges(request: Request): Promise<Response> {
  const { signedIn, refusal, address } = await httpContext(request);
  if (refusal) return refused(refusal instanceof AppError ? refusal : new AppError("internal"));
  if (!signedIn) return refused(new AppError("unauthenticated"));
  const { actor, sessionId } = signedIn;
  const who = { userId: actor.id, sessionId, network: networkOf(address) };
  if (running().changes.isFull(who)) return refused(tooMany());
  const mayHear = async ({ incidentId }: Change) =>
    incidentId === null ||
    (await prisma().incident.count({ where: { AND: [{ id: incidentId }, incidentVisibleTo(actor)] } })) > 0;

  const since = new URL(request.url).searchParams.get("since");
  const encoder = new TextEncoder();
  let leave: () => void = () => undefined;
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      let isOpen = true;
      let unsubscribe: () => void = () => undefined;
      const send = (text: string) => {
        if (isOpen) controller.enqueue(encoder.encode(text));
      };
      const here = setInterval(() => {
        const { pulse } = running();
        send(`event: here\ndata: ${pulse?.isSilent || pulse?.isLate ? "late" : "ok"}\n\n`);
      }, HERE_MS);
      const end = setTimeout(() => leave(), LONGEST_MS);
      leave = () => {
        if (!isOpen) return;
        isOpen = false;
        unsubscribe();
        clearInterval(here);
        clearTimeout(end);
        try {
          controller.close();
        } catch {
          // already closed by the reader
        }
      };
      send("retry: 3000\n\n");
      const tell = async (change: Change) => {
        const heard = await mayHear(change).catch(() => null);
        // It's unclear whether the screen has access, so it reconnects and reads again what it can see.
        if (heard === null) leave();
        if (heard) send(`data: ${JSON.stringify({ noun: change.noun, id: change.id })}\n\n`);
      };
      unsubscribe = running().changes.subscribe(tell, who, () => leave());
      void changesSince(since)
        .then((missed) => missed.forEach(tell))
        // A screen that isn't told reads again when it is next looked at.
        .catch(() => undefined);
    },
    cancel: () => leave(),
  });
  request.signal.addEventListener("abort", () => leave());
  return new Response(stream, {
    headers: {
      "content-type": "text/event-stream",
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
}

const tooMany = () =>
  new AppError("rate_limited", { retryAfterSeconds: 60, message: "Too many open screens. Close some and reload." });

function refused({ code, details }: AppError): Response {
  const problem = problemOf(code, details);
  const headers = { "content-type": "application/problem+json", ...retryAfter(problem) };
  return Response.json(problem, { status: problem.status, headers });
}

const MOST_CHANGES = 200;
/** A change has the time at which its transaction recorded it, and is visible only after the commit. */
const COMMITTED_WITHIN_MS = 10_000;

/**
 * Returns the newest 200 changes, one per record, that were recorded after a page was rendered or weren't committed by
 * then. `since` is the time on the server's clock in ms, as the page has it. Anything else returns nothing.
 */
async function changesSince(since: string | null): Promise<Change[]> {
  const from = Number(since);
  if (!Number.isFinite(from) || from <= 0) return [];
  const rows = await prisma().outboxEvent.findMany({
    where: { topic: "record.changed" },
    select: { payload: true, createdAt: true },
    orderBy: { id: "desc" },
    take: MOST_CHANGES,
  });
  const changes = rows
    .filter(({ createdAt }) => createdAt.getTime() >= from - COMMITTED_WITHIN_MS)
    .map(({ payload }) => payload);
  return [
    ...new Map((changes as unknown as Change[]).map((change) => [`${change.noun}:${change.id}`, change])).values(),
  ];
}
