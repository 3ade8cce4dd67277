import { forgetEndedGuesses } from "#server/people/auth/limits.ts";
import type { Job } from "./job.ts";

/** Removes counts of sign-in attempts and other guesses that have ended. */
export const forgetGuesses: Job = {
  name: "forget-guesses",
  when: { cron: "*/10 * * * *" },
  run: () => forgetEndedGuesses(),
};
