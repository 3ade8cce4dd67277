import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import { AppError } from "#lib/base/errors.ts";
import { config } from "#server/base/process/config.ts";

interface Limiters {
  /** Guesses at one secret by one person or address. */
  guesses: RateLimiterMemory;
  /** The same over all addresses, or over all accounts: a limit that people who only mistype do not reach. */
  guessesWide: RateLimiterMemory;
  requests: RateLimiterMemory;
}
const shared = globalThis as typeof globalThis & { afterwordLimiters?: Limiters };

const GUESS_SECONDS = 15 * 60;

function limiters(): Limiters {
  shared.afterwordLimiters ??= {
    guesses: new RateLimiterMemory({ points: 10, duration: GUESS_SECONDS }),
    guessesWide: new RateLimiterMemory({ points: 100, duration: GUESS_SECONDS }),
    requests: new RateLimiterMemory({ points: config().requestsPerMinute, duration: 60 }),
  };
  return shared.afterwordLimiters;
}

/** Counts one try; throws `rate_limited` with the seconds to wait when there were too many. */
export async function countTry(kind: keyof Limiters, key: string): Promise<void> {
  try {
    await limiters()[kind].consume(key);
  } catch (refusal) {
    if (!isWait(refusal)) throw refusal;
    const retryAfterSeconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    throw new AppError("rate_limited", { retryAfterSeconds, message: `Too many tries; wait ${retryAfterSeconds} s` });
  }
}

// By shape: the limiters are shared by bundles that each have a class of their own.
const isWait = (refusal: unknown): refusal is RateLimiterRes =>
  typeof refusal === "object" && refusal !== null && "msBeforeNext" in refusal;

/** Forgets the tries of a key, after a success. */
export const forgetTries = (kind: keyof Limiters, key: string): Promise<boolean> => limiters()[kind].delete(key);

/** Takes one counted try back, because it was no failure; the failures before it stay counted. */
export async function takeTryBack(kind: keyof Limiters, key: string): Promise<void> {
  await limiters()[kind].reward(key);
}
