import type { Logger } from "pino";
import type { Database } from "#server/base/db/client.ts";

export interface JobContext {
  database: Database;
  log: Logger;
  /** Aborted when the server stops: a long job ends between two pieces of work. */
  signal: AbortSignal;
}

/**
 * One piece of work that runs without a person. A cron job runs once in the whole deployment and is repeated when it
 * fails; one by seconds runs in every process with the role `jobs`, never next to itself there, and must be safe in parallel.
 */
export interface Job {
  name: string;
  when: { cron: string } | { everySeconds: number };
  run(context: JobContext): Promise<void>;
}
