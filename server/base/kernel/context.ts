import type { Logger } from "pino";
import { uuidv7 } from "uuidv7";
import type { Prisma } from "#generated/prisma/client.ts";
import type { Actor } from "#lib/base/access/actor.ts";
import { prisma } from "#server/base/db/client.ts";
import { logger } from "#server/base/process/log.ts";

/** An open transaction, or the client. */
export type Db = Prisma.TransactionClient;

type Reading =
  | "findUnique"
  | "findUniqueOrThrow"
  | "findFirst"
  | "findFirstOrThrow"
  | "findMany"
  | "count"
  | "aggregate";
type Models = { readonly [Model in Exclude<keyof Db, `$${string}` | symbol>]: Db[Model] };

/** The database for reading. Writes open a transaction, which ends with a recorded change: see `transact`. */
export type ReadDb = Pick<Db, "$queryRaw" | "$queryRawUnsafe"> & {
  readonly [Model in keyof Models]: Pick<Models[Model], Extract<Reading | "groupBy", keyof Models[Model]>>;
};

/** Everything that a function needs: who acts, the database or the open transaction, the clock, ids and the log. */
export interface Ctx {
  actor: Actor;
  db: ReadDb;
  now: () => Date;
  newId: () => string;
  log: Logger;
  requestId: string | null;
  /** Aborts when the caller no longer waits for the result. */
  signal?: AbortSignal | undefined;
  /** Rows that the reads of one page share, by name. Set only for a page, which writes nothing. */
  shared?: Map<string, Promise<unknown>> | undefined;
}

/** A context whose `db` is an open transaction. */
export interface TxCtx extends Ctx {
  db: Db;
  readonly inTransaction: true;
}

/** Reads a row once for all reads of a page, and each time for any other request. */
export function readShared<Row>({ shared }: Ctx, name: string, read: () => Promise<Row>): Promise<Row> {
  if (!shared) return read();
  const reading = (shared.get(name) as Promise<Row> | undefined) ?? read();
  shared.set(name, reading);
  return reading;
}

/** Returns a context of this process for any actor: for requests, jobs and the command line. */
export function contextFor(actor: Actor, requestId: string | null = null): Ctx {
  return { actor, db: prisma(), now: () => new Date(), newId: uuidv7, log: logger().child({ requestId }), requestId };
}
