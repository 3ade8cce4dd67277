import { SmartCoercionPlugin } from "@orpc/json-schema";
import { OpenAPIHandler } from "@orpc/openapi/fetch";
import { onError } from "@orpc/server";
import { BodyLimitPlugin } from "@orpc/server/fetch";
import { ZodToJsonSchemaConverter } from "@orpc/zod/zod4";
import { AppError } from "#lib/errors.ts";
import { config } from "#server/config.ts";
import { logger } from "#server/log.ts";
import { bodyLimitBytes } from "./body-limit.ts";
import { httpContext } from "./context.ts";
import { type Problem, problemOf, toWireError } from "./problem.ts";
import { router } from "./router.ts";

const handler = new OpenAPIHandler(router, {
  plugins: [
    new SmartCoercionPlugin({ schemaConverters: [new ZodToJsonSchemaConverter()] }),
    new BodyLimitPlugin({ maxBodySize: bodyLimitBytes(config().uploadLimitBytes) }),
  ],
  clientInterceptors: [
    onError((error) => {
      throw toWireError(error);
    }),
  ],
  customErrorResponseBodyEncoder: (error) => toWireError(error).data,
});

/** Answers one request of the public API, errors as problem+json. */
export async function serveRest(request: Request): Promise<Response> {
  const started = performance.now();
  const context = await httpContext(request);
  const { matched, response } = await handler.handle(request, { prefix: "/api/v1", context });
  const answer = matched
    ? response
    : problemResponse(new AppError("not_found", { message: "No such address in this API; /api/v1/docs lists them" }));
  return finish(request, answer, context.requestId, context.signedIn?.actor.id ?? null, started);
}

function problemResponse(error: AppError): Response {
  const problem = problemOf(error.code, error.details);
  return Response.json(problem, { status: problem.status });
}

async function finish(
  request: Request,
  response: Response,
  requestId: string,
  actorId: string | null,
  started: number,
): Promise<Response> {
  const headers = new Headers(response.headers);
  headers.set("x-request-id", requestId);
  headers.set("cache-control", "no-store");
  let body: BodyInit | null = response.body;
  if (response.status >= 400) {
    headers.set("content-type", "application/problem+json");
    const problem = (await response.json()) as Problem & { retryAfterSeconds?: number };
    const { retryAfterSeconds, ...shown } = problem;
    if (retryAfterSeconds) headers.set("retry-after", String(retryAfterSeconds));
    body = JSON.stringify({ ...shown, requestId });
    headers.delete("content-length");
  }
  logger().info(
    {
      requestId,
      actorId,
      method: request.method,
      path: new URL(request.url).pathname,
      status: response.status,
      ms: Math.round(performance.now() - started),
    },
    "request",
  );
  return new Response(body, { status: response.status, headers });
}
