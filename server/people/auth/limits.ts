import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import { AppError } from "#lib/base/errors.ts";
import { config } from "#server/base/process/config.ts";

interface Limiters {
  /** Guesses at a secret, by the key they are counted for. */
  guesses: RateLimiterMemory;
  requests: RateLimiterMemory;
}
const shared = globalThis as typeof globalThis & { afterwordLimiters?: Limiters };

const GUESS_SECONDS = 15 * 60;

function limiters(): Limiters {
  shared.afterwordLimiters ??= {
    // Guesses are counted and delayed, never locked, so the number of points can't be reached.
    guesses: new RateLimiterMemory({ points: 1_000_000_000, duration: GUESS_SECONDS }),
    requests: new RateLimiterMemory({ points: config().requestsPerMinute, duration: 60 }),
  };
  return shared.afterwordLimiters;
}

export const rateLimited = (retryAfterSeconds: number): AppError =>
  new AppError("rate_limited", { retryAfterSeconds, message: `Too many attempts. Wait ${retryAfterSeconds} s` });

/** Counts one request. Throws `rate_limited` with the seconds to wait if there were too many. */
export async function countRequest(key: string): Promise<void> {
  try {
    await limiters().requests.consume(key);
  } catch (refusal) {
    if (!isWait(refusal)) throw refusal;
    throw rateLimited(Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)));
  }
}

// By shape, because the limiters are shared by bundles that each have their own class.
const isWait = (refusal: unknown): refusal is RateLimiterRes =>
  typeof refusal === "object" && refusal !== null && "msBeforeNext" in refusal;

/** Counts one guess. Returns how many there were in the last 15 minutes. */
export const countGuess = async (key: string): Promise<number> =>
  (await limiters().guesses.consume(key)).consumedPoints;

/** Forgets the guesses for a key, after a success. */
export const forgetGuesses = (key: string): Promise<boolean> => limiters().guesses.delete(key);

/** Removes one counted guess that turned out not to be one. The failures before it stay counted. */
export async function takeGuessBack(key: string): Promise<void> {
  await limiters().guesses.reward(key);
}
