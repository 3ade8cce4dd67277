import { setTimeout } from "node:timers/promises";
import { AppError } from "#lib/base/errors.ts";
import { countTry, forgetTries, takeTryBack } from "./limits.ts";
import { networkOf } from "./network-of.ts";

export interface SignInTry {
  email: string;
  /** Network address of the client; null when it is not known. */
  ip: string | null;
}

function keysOf({ email, ip }: SignInTry) {
  const network = networkOf(ip ?? "unknown");
  return { pair: `sign-in:${network}:${email}`, network: `sign-in-from:${network}`, email: `sign-in-as:${email}` };
}

/** How long the tries at one email wait, one after another, while many addresses guess at it. */
const SLOWED_MS = 3000;
const MOST_WAITING = 20;

interface Queue {
  last: Promise<unknown>;
  waiting: number;
}

const queues = new Map<string, Queue>();

/**
 * Counts a try to sign in before its password is looked at: strictly for one email from one address, widely for one
 * address. Over all addresses one email is only slowed, so that nobody shuts somebody else out from elsewhere. A refused
 * try counts no further. Throws `rate_limited`.
 */
export async function countSignIn(
  attempt: SignInTry,
  wait: (ms: number) => Promise<unknown> = setTimeout,
): Promise<void> {
  const { pair, network, email } = keysOf(attempt);
  await countTry("guesses", pair);
  await countTry("guessesWide", network);
  if (await isOver("guessesWide", email)) await waitInTurn(email, wait);
}

async function waitInTurn(email: string, wait: (ms: number) => Promise<unknown>): Promise<void> {
  const queue = queues.get(email) ?? { last: Promise.resolve(), waiting: 0 };
  if (queue.waiting >= MOST_WAITING) {
    const retryAfterSeconds = (MOST_WAITING * SLOWED_MS) / 1000;
    throw new AppError("rate_limited", { retryAfterSeconds, message: `Too many tries; wait ${retryAfterSeconds} s` });
  }
  queues.set(email, queue);
  queue.waiting += 1;
  queue.last = queue.last.then(() => wait(SLOWED_MS));
  try {
    await queue.last;
  } finally {
    queue.waiting -= 1;
    if (queue.waiting === 0) queues.delete(email);
  }
}

async function isOver(kind: "guessesWide", key: string): Promise<boolean> {
  try {
    await countTry(kind, key);
    return false;
  } catch (error) {
    if (error instanceof AppError && error.code === "rate_limited") return true;
    throw error;
  }
}

/** A right password: this person starts anew from here, and only failures stay in the wide counts. */
export async function forgiveSignIn(attempt: SignInTry): Promise<void> {
  const { pair, network, email } = keysOf(attempt);
  await forgetTries("guesses", pair);
  await takeTryBack("guessesWide", network);
  await takeTryBack("guessesWide", email);
}
