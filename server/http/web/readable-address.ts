import type { ServerResponse } from "node:http";
import { sendProblem } from "../problem/send-problem.ts";

/**
 * Returns whether a request's URL is a path with valid escapes. Next returns 500 for other escapes, and would redirect
 * a request for a full URL (as from a proxy) to that URL.
 */
export function isReadableAddress(url = "/"): boolean {
  if (!url.startsWith("/")) return false;
  try {
    decodeURIComponent(url.split("?", 1)[0] ?? "");
    return true;
  } catch {
    return false;
  }
}

/** Sends the error in the form of the API. */
export function refuseAddress(response: ServerResponse): void {
  sendProblem(response, "invalid", "The path must start with a slash, and each % must be part of an encoded character");
}
