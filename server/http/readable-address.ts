import type { ServerResponse } from "node:http";
import { ERRORS } from "#lib/base/errors.ts";

/** Whether every escape in the path stands for a character; Next answers 500 to one that does not. */
export function isReadableAddress(url = "/"): boolean {
  try {
    decodeURIComponent(url.split("?", 1)[0] ?? "");
    return true;
  } catch {
    return false;
  }
}

/** Says so, as the API says what is wrong. */
export function refuseAddress(response: ServerResponse): void {
  const detail = "The address holds a % that stands for no character";
  response.writeHead(ERRORS.invalid.status, { "content-type": "application/problem+json" });
  response.end(JSON.stringify({ type: "/api/v1/docs#error-invalid", ...ERRORS.invalid, code: "invalid", detail }));
}
