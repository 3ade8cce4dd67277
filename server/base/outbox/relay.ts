import { setTimeout as sleep } from "node:timers/promises";
import { Prisma, type PrismaClient } from "#generated/prisma/client.ts";
import type { OutboxTopic, OutboxTopics } from "#server/base/kernel/outbox.ts";

/** Which attempt this is, and when the next one follows if it fails. Null for the last. */
export interface Attempt {
  number: number;
  nextAt: Date | null;
}

/** The handler of each topic. It is called again if it throws. A topic without a handler needs no relay. */
export type OutboxHandlers = {
  [Topic in OutboxTopic]?: (payload: OutboxTopics[Topic], attempt: Attempt) => Promise<void>;
};

/** With the pauses below, a mail server can be unavailable for eight hours. */
const MOST_ATTEMPTS = 12;
interface Timing {
  /** How long a row stays claimed after its process was killed. Renewed while it is handled. */
  claimSeconds: number;
  /** After this time, the next row starts next to the blocked one. */
  patienceMs: number;
  /** Most rows that can be blocked at once. Then the rest waits. */
  mostAside: number;
}
const TIMING: Timing = { claimSeconds: 30, patienceMs: 8000, mostAside: 10 };

interface Row {
  id: bigint;
  topic: string;
  payload: { userId?: string };
  attempts: number;
  created_at: Date;
}

/** A failed row waits twice as long each time, counted from when it was written. */
const pauseSeconds = (attempts: number) => 15 * 2 ** attempts;

/**
 * Processes the outbox row by row, each settled separately, so a killed process repeats only its current row. A blocked
 * row continues separately, and no other row of its person starts before it ends. Several processes share the work by
 * claims that end with their process. After a failure a row waits longer each time, and its last error is kept.
 */
export class OutboxRelay {
  /** Rows being handled, by the person they are for. */
  readonly #underWay = new Map<Promise<void>, string>();
  readonly #prisma: PrismaClient;
  readonly #handlers: OutboxHandlers;
  readonly #timing: Timing;

  constructor(prisma: PrismaClient, handlers: OutboxHandlers, timing: Partial<Timing> = {}) {
    this.#prisma = prisma;
    this.#handlers = handlers;
    this.#timing = { ...TIMING, ...timing };
  }

  /** Resolves when nothing is left to start, or once `signal` is aborted. Blocked rows may still be running. */
  async drain(signal?: AbortSignal): Promise<void> {
    await this.#settleUnhandled();
    while (!signal?.aborted) {
      if (this.#underWay.size > this.#timing.mostAside) await Promise.race(this.#underWay.keys());
      const row = await this.#claim();
      if (!row) return;
      const work: Promise<void> = this.#handle(row).finally(() => this.#underWay.delete(work));
      work.catch(() => undefined);
      this.#underWay.set(work, row.payload.userId ?? "");
      const patience = new AbortController();
      await Promise.race([work, sleep(this.#timing.patienceMs, undefined, patience).catch(() => undefined)]);
      patience.abort();
    }
  }

  /** Resolves when no row is being handled any more. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#underWay.keys());
  }

  async #settleUnhandled(): Promise<void> {
    await this.#prisma.outboxEvent.updateMany({
      where: { processedAt: null, topic: { notIn: Object.keys(this.#handlers) } },
      data: { processedAt: new Date() },
    });
  }

  async #claim(): Promise<Row | undefined> {
    const busy = [...this.#underWay.values()].filter((userId) => userId !== "");
    const notBusy =
      busy.length === 0 ? Prisma.empty : Prisma.sql`and coalesce(payload->>'userId', '') not in (${Prisma.join(busy)})`;
    const [row] = await this.#prisma.$queryRaw<Row[]>`
      update outbox_event set claimed_until = now() + make_interval(secs => ${this.#timing.claimSeconds})
       where id = (
         select id from outbox_event
          where processed_at is null and attempts < ${MOST_ATTEMPTS}
            and (claimed_until is null or claimed_until < now())
            and created_at <= now() - make_interval(secs => case attempts when 0 then 0 else 15 * power(2, attempts) end)
            ${notBusy}
          order by id limit 1 for update skip locked)
      returning id, topic, payload, attempts, created_at`;
    return row;
  }

  async #handle(row: Row): Promise<void> {
    const renewing = setInterval(() => void this.#renew(row.id), (this.#timing.claimSeconds * 1000) / 3);
    try {
      const failure = await this.#attempt(row);
      const outcome =
        failure === null ? { processedAt: new Date() } : { attempts: row.attempts + 1, lastError: failure };
      await this.#prisma.outboxEvent.updateMany({ where: { id: row.id }, data: { ...outcome, claimedUntil: null } });
    } finally {
      clearInterval(renewing);
    }
  }

  async #renew(id: bigint): Promise<void> {
    await this.#prisma.$executeRaw`
      update outbox_event set claimed_until = now() + make_interval(secs => ${this.#timing.claimSeconds})
       where id = ${id} and processed_at is null`.catch(() => undefined);
  }

  async #attempt({ topic, payload, attempts, created_at }: Row): Promise<string | null> {
    const handle = this.#handlers[topic as OutboxTopic] as
      | ((payload: unknown, attempt: Attempt) => Promise<void>)
      | undefined;
    const number = attempts + 1;
    const nextAt = number < MOST_ATTEMPTS ? new Date(created_at.getTime() + pauseSeconds(number) * 1000) : null;
    try {
      await handle?.(payload, { number, nextAt });
      return null;
    } catch (error) {
      return (error instanceof Error ? error.message : String(error)).slice(0, 1000);
    }
  }
}

/** Removes settled rows after a week. The audit log keeps what happened. Returns how many. */
export async function forgetSettled(prisma: PrismaClient): Promise<number> {
  return prisma.$executeRaw`delete from outbox_event where processed_at < now() - interval '7 days'`;
}
