import { setTimeout as sleep } from "node:timers/promises";

/** Codes of failures that pass: network loss, a restarting database, deadlock, serialization, too many connections. */
const TRANSIENT = /^(ECONN|EPIPE|ETIMEDOUT|EAI_AGAIN|ENOTFOUND|08|57P0|40001|40P01|53300)/;
const CONNECTION_WORDS =
  /connection terminated|connection timeout|timeout exceeded when trying to connect|query read timeout|client has encountered a connection error/i;

/** Returns whether the same statement may succeed a moment later. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("code" in error && typeof error.code === "string") return TRANSIENT.test(error.code);
  if (error instanceof AggregateError) return error.errors.every(isTransient);
  return CONNECTION_WORDS.test(error.message);
}

/** Runs `work` again while it fails for a transient reason, for at most `forMs`. */
export async function retryTransient<T>(work: () => Promise<T>, forMs: number): Promise<T> {
  const until = Date.now() + forMs;
  for (let attempt = 0; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!isTransient(error) || Date.now() > until) throw error;
      await sleep(Math.min(50 * 2 ** attempt, 1000));
    }
  }
}
