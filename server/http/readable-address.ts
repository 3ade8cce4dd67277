import type { ServerResponse } from "node:http";
import { sendProblem } from "./send-problem.ts";

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
  sendProblem(response, "invalid", "The address holds a % that stands for no character");
}
