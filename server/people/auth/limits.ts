import { createHash } from "node:crypto";
import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import { AppError } from "#lib/base/errors.ts";
import { formatDuration } from "#lib/base/time/duration.ts";
import { prisma } from "#server/base/db/client.ts";
import { config } from "#server/base/process/config.ts";

const shared = globalThis as typeof globalThis & { afterwordRequests?: RateLimiterMemory };

const GUESS_MINUTES = 15;

/** Requests of this process. They are too many to be counted in the database. */
function requests(): RateLimiterMemory {
  shared.afterwordRequests ??= new RateLimiterMemory({ points: config().requestsPerMinute, duration: 60 });
  return shared.afterwordRequests;
}

export const rateLimited = (retryAfterSeconds: number): AppError =>
  new AppError("rate_limited", {
    retryAfterSeconds,
    message: `Too many attempts. Wait ${formatDuration(retryAfterSeconds)}, then try again.`,
  });

/** Counts one request. Throws `rate_limited` with the seconds to wait if there were too many. */
export async function countRequest(key: string): Promise<void> {
  try {
    await requests().consume(key);
  } catch (refusal) {
    if (!isWait(refusal)) throw refusal;
    throw rateLimited(Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)));
  }
}

// By shape, because the limiter is shared by bundles that each have their own class.
const isWait = (refusal: unknown): refusal is RateLimiterRes =>
  typeof refusal === "object" && refusal !== null && "msBeforeNext" in refusal;

/** Emails and addresses aren't stored. */
const hashOf = (key: string) => createHash("sha256").update(key).digest("base64url");

/**
 * Counts one guess at a secret, for all processes on this database. Returns how many there were in the last 15 minutes.
 * Guesses are delayed by their number, and never locked.
 */
export async function countGuess(key: string): Promise<number> {
  const [row] = await prisma().$queryRaw<{ guesses: number }[]>`
    INSERT INTO guess_count AS counted (key, guesses, until)
    VALUES (${hashOf(key)}, 1, now() + make_interval(mins => ${GUESS_MINUTES}))
    ON CONFLICT (key) DO UPDATE SET
      guesses = CASE WHEN counted.until < now() THEN 1 ELSE counted.guesses + 1 END,
      until = CASE WHEN counted.until < now() THEN excluded.until ELSE counted.until END
    RETURNING guesses`;
  return row?.guesses ?? 1;
}

/** Forgets the guesses for a key, after a success. */
export async function forgetGuesses(key: string): Promise<void> {
  await prisma().guessCount.deleteMany({ where: { key: hashOf(key) } });
}

/** Removes one counted guess that turned out not to be one. The failures before it stay counted. */
export async function takeGuessBack(key: string): Promise<void> {
  await prisma().guessCount.updateMany({
    where: { key: hashOf(key), guesses: { gt: 0 } },
    data: { guesses: { decrement: 1 } },
  });
}

/** Removes counts that have ended. */
export async function forgetEndedGuesses(): Promise<void> {
  await prisma().$executeRaw`DELETE FROM guess_count WHERE until < now()`;
}
