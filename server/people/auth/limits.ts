import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import { AppError } from "#lib/base/errors.ts";
import { config } from "#server/base/process/config.ts";

interface Limiters {
  /** Guesses at a secret, by whatever they are counted by. */
  guesses: RateLimiterMemory;
  requests: RateLimiterMemory;
}
const shared = globalThis as typeof globalThis & { afterwordLimiters?: Limiters };

const GUESS_SECONDS = 15 * 60;

function limiters(): Limiters {
  shared.afterwordLimiters ??= {
    // Guesses are counted and slowed, never locked: the number of points is out of reach.
    guesses: new RateLimiterMemory({ points: 1_000_000_000, duration: GUESS_SECONDS }),
    requests: new RateLimiterMemory({ points: config().requestsPerMinute, duration: 60 }),
  };
  return shared.afterwordLimiters;
}

export const rateLimited = (retryAfterSeconds: number): AppError =>
  new AppError("rate_limited", { retryAfterSeconds, message: `Too many attempts. Wait ${retryAfterSeconds} s` });

/** Counts one request; throws `rate_limited` with the seconds to wait when there were too many. */
export async function countRequest(key: string): Promise<void> {
  try {
    await limiters().requests.consume(key);
  } catch (refusal) {
    if (!isWait(refusal)) throw refusal;
    throw rateLimited(Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)));
  }
}

// By shape: the limiters are shared by bundles that each have a class of their own.
const isWait = (refusal: unknown): refusal is RateLimiterRes =>
  typeof refusal === "object" && refusal !== null && "msBeforeNext" in refusal;

/** Counts one guess. Returns how many there were in the last 15 minutes. */
export const countGuess = async (key: string): Promise<number> =>
  (await limiters().guesses.consume(key)).consumedPoints;

/** Forgets the guesses of a key, after a success. */
export const forgetGuesses = (key: string): Promise<boolean> => limiters().guesses.delete(key);

/** Takes one counted guess back, because it was none; the failures before it stay counted. */
export async function takeGuessBack(key: string): Promise<void> {
  await limiters().guesses.reward(key);
}
