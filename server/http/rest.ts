import { SmartCoercionPlugin } from "@orpc/json-schema";
import { OpenAPIHandler } from "@orpc/openapi/fetch";
import { onError } from "@orpc/server";
import { BodyLimitPlugin } from "@orpc/server/fetch";
import { ZodToJsonSchemaConverter } from "@orpc/zod/zod4";
import type { ErrorCode } from "#lib/base/errors.ts";
import { contract } from "#lib/contract/index.ts";
import { config } from "#server/base/process/config.ts";
import { type HttpContext, httpContext } from "#server/people/auth/http-context.ts";
import { bodyLimitBytes, formLimitBytes } from "./body-limit.ts";
import { logRequest } from "./log-request.ts";
import { isFromOtherSite } from "./other-site.ts";
import { type Problem, problemOf, toWireError } from "./problem.ts";
import { router } from "./router.ts";
import { UploadPlugin } from "./upload/plugin.ts";

interface Route {
  method: string;
  /** Pieces of its path; null for a parameter. */
  pieces: (string | null)[];
}

/** The routes of the contract, wherever in it they stand. */
function routesIn(value: object): Route[] {
  if ("~orpc" in value) {
    const { route } = value["~orpc"] as { route?: { method?: string; path?: string } };
    if (!route?.method || !route.path) return [];
    return [{ method: route.method, pieces: piecesOf(route.path).map((one) => (one.startsWith("{") ? null : one)) }];
  }
  return Object.values(value).flatMap((inner: unknown) =>
    typeof inner === "object" && inner !== null ? routesIn(inner) : [],
  );
}

const piecesOf = (path: string) => path.split("/").slice(1);

let routes: Route[] | undefined;

/** The methods that an address of the API has, sorted; none for an unknown one. `path` is that behind /api/v1. */
function methodsOf(path: string): string[] {
  routes ??= routesIn(contract);
  const asked = piecesOf(path);
  const fits = ({ pieces }: Route) =>
    pieces.length === asked.length && pieces.every((one, at) => (one === null ? asked[at] !== "" : one === asked[at]));
  const methods = new Set(routes.filter(fits).map(({ method }) => method));
  if (methods.has("GET")) methods.add("HEAD");
  return [...methods].sort();
}

const handler = new OpenAPIHandler(router, {
  plugins: [
    new SmartCoercionPlugin({ schemaConverters: [new ZodToJsonSchemaConverter()] }),
    new UploadPlugin(formLimitBytes(config().uploadLimitBytes)),
    new BodyLimitPlugin({ maxBodySize: bodyLimitBytes(config().uploadLimitBytes) }),
  ],
  clientInterceptors: [
    onError((error) => {
      throw toWireError(error);
    }),
  ],
  customErrorResponseBodyEncoder: (error) => toWireError(error).data,
});

const PREFIX = "/api/v1";
const READS = new Set(["GET", "HEAD"]);

/** Answers one request of the public API, errors as problem+json. */
export async function serveRest(request: Request): Promise<Response> {
  const begunAt = performance.now();
  const context = await httpContext(request);
  const answer = await finish(await respond(request, context), context.requestId);
  logRequest({ request, status: answer.status, begunAt, context });
  return answer;
}

async function respond(request: Request, context: HttpContext): Promise<Response> {
  // A token is sent on purpose; a cookie goes along whoever wrote the form.
  const isAsked = request.headers.has("authorization") || !isFromOtherSite(request);
  if (!isAsked && !READS.has(request.method)) return problem("forbidden", "Another site may not change anything here");
  // HEAD is GET without the body, which the server leaves out.
  const asked = request.method === "HEAD" ? new Request(request, { method: "GET" }) : request;
  const { matched, response } = await handler.handle(asked, { prefix: PREFIX, context });
  if (matched) return response;
  const methods = methodsOf(new URL(request.url).pathname.slice(PREFIX.length));
  if (methods.length === 0) return problem("not_found", "No such address in this API; /api/v1/docs lists them");
  const allow = methods.join(", ");
  return problem("method_not_allowed", `This address takes ${allow}`, { allow });
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
