import type { ServerResponse } from "node:http";
import type { ErrorCode } from "#lib/base/errors.ts";
import { problemOf } from "./problem.ts";

/** Sends a problem from outside any handler. */
export function sendProblem(
  response: ServerResponse,
  code: ErrorCode,
  message: string,
  headers: Record<string, string> = {},
): void {
  const problem = problemOf(code, { message });
  response.writeHead(problem.status, {
    "content-type": "application/problem+json",
    "cache-control": "no-store",
    ...headers,
  });
  response.end(JSON.stringify(problem));
}
