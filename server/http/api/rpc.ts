import { onError } from "@orpc/server";
import { RPCHandler } from "@orpc/server/fetch";
import { ERRORS } from "#lib/base/errors.ts";
import { apiContext } from "#server/people/auth/http-context.ts";
import { type Problem, retryAfter, toWireError } from "../problem/problem.ts";
import { gate } from "./gate.ts";
import { logRequest } from "./log-request.ts";
import { operationCalled } from "./operations.ts";
import { router } from "./router.ts";
import { readStreamed } from "./send-streamed.ts";

/**
 * Returns whether a browser says that another site, or another port of this one, sent the request. It would have the
 * cookie.
 */
function isFromOtherSite(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  return site !== null && site !== "same-origin" && site !== "none";
}

const handler = new RPCHandler(router, {
  interceptors: [
    gate((_method, path) => {
      const operation = operationCalled(path);
      return operation && { operation, key: null };
    }),
  ],
  clientInterceptors: [
    onError((error) => {
      throw toWireError(error);
    }),
    readStreamed,
  ],
});

/** Serves the same router for our own client. Rejects a request from another site, because it would have the cookie. */
export async function serveRpc(request: Request): Promise<Response> {
  if (isFromOtherSite(request)) return new Response(null, { status: 403 });
  const startedAt = performance.now();
  const context = await apiContext(request);
  const { matched, response } = await handler.handle(request, { prefix: "/api/rpc", context });
  const answer = matched ? response : new Response(null, { status: 404 });
  answer.headers.set("x-request-id", context.requestId);
  for (const [name, value] of Object.entries(await waitOf(answer))) answer.headers.set(name, value);
  logRequest({ request, status: answer.status, startedAt, context });
  return answer;
}

/** Adds Retry-After from the body of an error that contains it. */
async function waitOf(answer: Response): Promise<Record<string, string>> {
  if (answer.status !== ERRORS.rate_limited.status) return {};
  const { json } = (await answer.clone().json()) as { json?: { data?: Problem } };
  return retryAfter(json?.data ?? {});
}
