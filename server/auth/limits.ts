import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import { AppError } from "#lib/errors.ts";
import { config } from "#server/config.ts";

interface Limiters {
  signIn: RateLimiterMemory;
  requests: RateLimiterMemory;
}
const shared = globalThis as typeof globalThis & { afterwordLimiters?: Limiters };

function limiters(): Limiters {
  shared.afterwordLimiters ??= {
    signIn: new RateLimiterMemory({ points: 10, duration: 15 * 60 }),
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
