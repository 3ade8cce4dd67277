import { uuidv7 } from "uuidv7";
import type { ErrorCode } from "#lib/base/errors.ts";
import { LARGEST_BODY_BYTES } from "#lib/intake/integration/limits.ts";
import { database } from "#server/base/db/client.ts";
import { contextFor } from "#server/base/kernel/context.ts";
import { running } from "#server/base/kernel/running.ts";
import { logger } from "#server/base/process/log.ts";
import { receiveTrackerHook, type TrackerHookAnswer } from "#server/follow/tracker/index.ts";
import { type HookAnswer, readBody, receiveDelivery } from "#server/intake/webhook/index.ts";
import { problemOf } from "../problem/problem.ts";

/**
 * Receives one delivery of a tool at POST /api/v1/hooks/<source>/<key>. The key can be followed by a dot and the
 * secret.
 */
export async function serveHook(
  request: Request,
  source: string,
  key: string,
  read: () => Promise<Uint8Array | null> = () => readBody(request, LARGEST_BODY_BYTES),
): Promise<Response> {
  const startedAt = performance.now();
  const requestId = request.headers.get("x-request-id")?.slice(0, 80) ?? uuidv7();
  const response = await answer(request, { source, address: key, startedAt, read }).catch((error: unknown) => {
    logger().error({ err: error, requestId, source }, "a delivery could not be stored");
    return problem("unavailable", "The delivery wasn't stored. Send it again in a moment.");
  });
  response.headers.set("x-request-id", requestId);
  response.headers.set("cache-control", "no-store");
  // The path is left out, because it can contain a secret.
  const ms = Math.round(performance.now() - startedAt);
  logger().info({ requestId, source, status: response.status, ms }, "delivery");
  return response;
}

/** Receives one webhook of a connected issue tracker at POST /hooks/trackers/<id>. */
export async function serveTrackerHook(
  request: Request,
  trackerId: string,
  read: () => Promise<Uint8Array | null>,
): Promise<Response> {
  const ctx = contextFor({ kind: "system", label: "tracker" }, request.headers.get("x-request-id")?.slice(0, 80));
  const asked = { trackerId, headers: request.headers, read };
  const response = await receiveTrackerHook(ctx, asked).then(respondToTracker, (error: unknown) => {
    ctx.log.error({ err: error, tracker: trackerId }, "a webhook of a tracker could not be taken");
    return problem("unavailable", "The webhook wasn't accepted. Send it again in a moment.");
  });
  response.headers.set("cache-control", "no-store");
  return response;
}

function respondToTracker(answered: TrackerHookAnswer): Response {
  if (answered === "unknown") return problem("not_found", "This URL doesn't accept webhooks");
  if (answered === "too large") return problem("too_large", "A webhook can have at most 5 MB");
  if (answered === "refused") return problem("unauthenticated", "The signature doesn't match. Nothing was read.");
  return Response.json({ taken: true }, { status: 202 });
}

interface Coming {
  source: string;
  /** The key, and the rest of the path. */
  address: string;
  startedAt: number;
  /** The body. Null if it is too large. Not read before the URL is known. */
  read: () => Promise<Uint8Array | null>;
}

async function answer(request: Request, { source, address, startedAt, read }: Coming): Promise<Response> {
  const dot = address.indexOf(".");
  const answered = await receiveDelivery(
    { pool: database().logPool, log: logger(), now: () => new Date(), newId: uuidv7 },
    {
      source,
      key: dot < 0 ? address : address.slice(0, dot),
      pathSecret: dot < 0 ? null : address.slice(dot + 1),
      headers: request.headers,
      query: new URL(request.url).searchParams,
      read,
      startedAt,
    },
  );
  return respond(answered);
}

function respond(answered: HookAnswer): Response {
  if (answered.is === "unknown") return problem("not_found", "This URL doesn't accept deliveries");
  if (answered.is === "too large")
    return problem("too_large", "A delivery can have at most 5 MB. Send less at a time.");
  if (answered.is === "refused") return problem("unauthenticated", `${answered.words}. The delivery wasn't read.`);
  if (answered.is === "answered") return Response.json(answered.body);
  running().jobs?.kick("process-deliveries");
  return Response.json({ delivery: answered.deliveryId, times: answered.times }, { status: 202 });
}

function problem(code: ErrorCode, message: string): Response {
  const body = problemOf(code, { message });
  return Response.json(body, { status: body.status, headers: { "content-type": "application/problem+json" } });
}
