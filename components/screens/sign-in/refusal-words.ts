import { formatDuration } from "#lib/base/time/duration.ts";
import type { Refused } from "./enter.ts";

/** Why no one was signed in, and what to do. `left`: seconds left of a wait. Null without a script to count them. */
export function wordsOfRefusal(refused: Refused, left: number | null): string {
  if (refused.kind === "no-answer") return "No response from the server. Try again in a moment.";
  if (refused.kind === "demo") {
    return "Demo accounts only work on the machine that Afterword runs on. Ask an admin to invite you.";
  }
  if (refused.kind === "credentials") {
    return "Incorrect email or password. Check both, or ask an admin for a reset link.";
  }
  const secondsLeft = left ?? refused.seconds;
  return secondsLeft > 0
    ? `Too many attempts for this email. Wait ${formatDuration(secondsLeft)}, then try again.`
    : "You can try again now.";
}
