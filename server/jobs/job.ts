import type { Logger } from "pino";
import type { Database } from "#server/base/db/client.ts";

export interface JobContext {
  database: Database;
  log: Logger;
  /** Aborted when the server stops, so a long job ends between two pieces of work. */
  signal: AbortSignal;
}

/**
 * Work that runs without a person. A cron job runs once in the whole deployment and is repeated if it fails. An
 * interval job runs in every process with the role `jobs`, never twice at the same time there, and must be safe in
 * parallel.
 */
export interface Job {
  name: string;
  when: { cron: string } | { everySeconds: number };
  run(context: JobContext): Promise<void>;
}
