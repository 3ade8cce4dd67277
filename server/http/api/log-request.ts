import { logger } from "#server/base/process/log.ts";
import type { HttpContext } from "#server/people/auth/http-context.ts";

export interface AnsweredRequest {
  request: Request;
  status: number;
  /** `performance.now()` when the request arrived. */
  startedAt: number;
  context: Pick<HttpContext, "requestId" | "signedIn">;
}

/** Logs one line for each request to the API. Without query and body, because they contain what people wrote. */
export function logRequest({ request, status, startedAt, context }: AnsweredRequest): void {
  logger().info(
    {
      requestId: context.requestId,
      actorId: context.signedIn?.actor.id ?? null,
      method: request.method,
      path: new URL(request.url).pathname,
      status,
      ms: Math.round(performance.now() - startedAt),
    },
    "request",
  );
}
