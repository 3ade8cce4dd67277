import type { Logger } from "pino";
import type { Prisma } from "#generated/prisma/client.ts";
import type { Actor } from "#lib/base/access/actor.ts";

/** The client, or a transaction of it. */
export type Db = Prisma.TransactionClient;

/** Everything a verb may use: who acts, the database or the open transaction, the clock, ids, the log. */
export interface Ctx {
  actor: Actor;
  db: Db;
  now: () => Date;
  newId: () => string;
  log: Logger;
  requestId: string | null;
  /** Aborts when nobody waits for the answer any more. */
  signal?: AbortSignal | undefined;
}
