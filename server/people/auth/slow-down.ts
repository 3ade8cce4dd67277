import { setTimeout } from "node:timers/promises";
import { rateLimited } from "./limits.ts";

export type Wait = (ms: number) => Promise<unknown>;
export const waitFor: Wait = (ms) => setTimeout(ms);

const FIRST_MS = 1000;
const LONGEST_MS = 8000;

/**
 * Returns how long the next guess waits after so many: nothing for the first `free` ones, then 1, 2, 4 and at most 8 s.
 */
export const delayAfter = (guesses: number, free: number): number =>
  guesses <= free ? 0 : Math.min(LONGEST_MS, FIRST_MS * 2 ** (guesses - free - 1));

const MOST_IN_TURN = 20;
const MOST_AT_ONCE = 100;

interface Queue {
  last: Promise<unknown>;
  waiting: number;
}
const queues = new Map<string, Queue>();

interface Turn {
  key: string;
  delayMs: number;
  /** Runs one after another, so guesses at one secret aren't faster if they arrive together. */
  inTurn: boolean;
}

/** Waits for the delay of a guess. Throws `rate_limited` only while too many for its key already wait. */
export async function slowDown({ key, delayMs, inTurn }: Turn, wait: Wait): Promise<void> {
  if (delayMs === 0) return;
  const queue = queues.get(key) ?? { last: Promise.resolve(), waiting: 0 };
  if (queue.waiting >= (inTurn ? MOST_IN_TURN : MOST_AT_ONCE)) throw rateLimited(LONGEST_MS / 1000);
  queues.set(key, queue);
  queue.waiting += 1;
  const turn = inTurn ? queue.last.then(() => wait(delayMs)) : wait(delayMs);
  if (inTurn) queue.last = turn;
  try {
    await turn;
  } finally {
    queue.waiting -= 1;
    if (queue.waiting === 0) queues.delete(key);
  }
}
