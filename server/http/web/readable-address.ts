import type { ServerResponse } from "node:http";
import { sendProblem } from "../problem/send-problem.ts";

/**
 * Whether an address is a path whose escapes all stand for characters. Next returns 500 to others, and sends who asks for
 * a whole address (as from a proxy) on to that.
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

/** Says so, as the API says what is wrong. */
export function refuseAddress(response: ServerResponse): void {
  sendProblem(response, "invalid", "The path must start with a slash, and each % must be part of an encoded character");
}
