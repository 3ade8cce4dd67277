import { SmartCoercionPlugin } from "@orpc/json-schema";
import { OpenAPIHandler } from "@orpc/openapi/fetch";
import { onError } from "@orpc/server";
import type { StandardHandlerOptions } from "@orpc/server/standard";
import { ZodToJsonSchemaConverter } from "@orpc/zod/zod4";
import type { ErrorCode } from "#lib/base/errors.ts";
import { apiContext, type HttpContext } from "#server/people/auth/http-context.ts";
import { type Problem, problemOf, toWireError } from "../problem/problem.ts";
import { isForm } from "../upload/read-multipart.ts";
import { gate } from "./gate.ts";
import { logRequest } from "./log-request.ts";
import { keyIn, methodsOf, operationsAt } from "./operations.ts";
import { router } from "./router.ts";
import { sendStreamed } from "./send-streamed.ts";

/** A query string and a form contain only texts. Any other input has types, which must be right. */
class TextCoercionPlugin<T extends HttpContext> extends SmartCoercionPlugin<T> {
  override init(options: StandardHandlerOptions<T>): void {
    const coercing: StandardHandlerOptions<T> = {};
    super.init(coercing);
    const ofQueries = (coercing.clientInterceptors ?? []).map(
      (coerce): typeof coerce =>
        (call) =>
          call.procedure["~orpc"].route.method === "GET" || isForm(call.context.request) ? coerce(call) : call.next(),
    );
    options.clientInterceptors = [...ofQueries, ...(options.clientInterceptors ?? [])];
  }
}

const handler = new OpenAPIHandler(router, {
  plugins: [new TextCoercionPlugin({ schemaConverters: [new ZodToJsonSchemaConverter()] })],
  interceptors: [
    sendStreamed,
    gate((method, path) => {
      const operation = operationsAt(path).find((one) => one.method === method);
      return operation && { operation, key: keyIn(operation, path) };
    }),
  ],
  clientInterceptors: [
    onError((error) => {
      throw toWireError(error);
    }),
  ],
  customErrorResponseBodyEncoder: (error) => toWireError(error).data,
});

const PREFIX = "/api/v1";

/** Serves one request of the public API, with errors as problem+json. */
export async function serveRest(request: Request): Promise<Response> {
  const startedAt = performance.now();
  const context = await apiContext(request);
  const answer = await finish(await respond(request, context), context.requestId);
  logRequest({ request, status: answer.status, startedAt, context });
  return answer;
}

async function respond(request: Request, context: HttpContext): Promise<Response> {
  // HEAD is GET without the body, which the server leaves out.
  const asked = request.method === "HEAD" ? new Request(request, { method: "GET" }) : request;
  const { matched, response } = await handler.handle(asked, {
    prefix: PREFIX,
    context: { ...context, request: asked },
  });
  if (matched) return response;
  const methods = methodsOf(new URL(request.url).pathname.slice(PREFIX.length));
  if (methods.length === 0) return problem("not_found", "This URL isn't in the API. See /api/v1/docs.");
  const allow = methods.join(", ");
  return problem("method_not_allowed", `This URL accepts ${allow}`, { allow });
}

function problem(code: ErrorCode, message: string, headers: Record<string, string> = {}): Response {
  const body = problemOf(code, { message });
  return Response.json(body, { status: body.status, headers });
}

async function finish(response: Response, requestId: string): Promise<Response> {
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
  return new Response(body, { status: response.status, headers });
}
