import { logger } from "#server/base/process/log.ts";
import type { HttpContext } from "#server/people/auth/http-context.ts";

export interface AnsweredRequest {
  request: Request;
  status: number;
  /** What `performance.now()` said when the request came in. */
  begunAt: number;
  context: Pick<HttpContext, "requestId" | "signedIn">;
}

/** The one line that every request to a door of the API leaves in the log. No query, no body: they hold what people wrote. */
export function logRequest({ request, status, begunAt, context }: AnsweredRequest): void {
  logger().info(
    {
      requestId: context.requestId,
      actorId: context.signedIn?.actor.id ?? null,
      method: request.method,
      path: new URL(request.url).pathname,
      status,
      ms: Math.round(performance.now() - begunAt),
    },
    "request",
  );
}
