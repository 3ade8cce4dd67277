import type pg from "pg";
import type { DeliveryState } from "#lib/base/vocabulary/integration.ts";

interface Waiting<Item, Answer> {
  item: Item;
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}

interface BatcherOptions<Item, Answer> {
  /** Writes all of them in one statement. Returns results in their order. */
  flush: (items: readonly Item[]) => Promise<Answer[]>;
  /** Items with one key are never in the same flush. */
  keyOf: (item: Item) => string;
  most: number;
}

/** Group commit: requests during a write share the next one. Each waits for its own commit. */
class Batcher<Item, Answer> {
  readonly #options: BatcherOptions<Item, Answer>;
  #waiting: Waiting<Item, Answer>[] = [];
  #isRunning = false;

  constructor(options: BatcherOptions<Item, Answer>) {
    this.#options = options;
  }

  /** Resolves after the commit. Rejects if it failed. */
  add(item: Item): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      if (!this.#isRunning) void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    while (this.#waiting.length > 0) {
      const batch = this.#take();
      try {
        const answers = await this.#options.flush(batch.map(({ item }) => item));
        for (const [index, { resolve, reject }] of batch.entries()) {
          const answer = answers[index];
          if (answer === undefined) reject(new Error("a batch answered too little"));
          else resolve(answer);
        }
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.#isRunning = false;
  }

  #take(): Waiting<Item, Answer>[] {
    const keys = new Set<string>();
    const batch: Waiting<Item, Answer>[] = [];
    const later: Waiting<Item, Answer>[] = [];
    for (const waiting of this.#waiting) {
      const key = this.#options.keyOf(waiting.item);
      if (batch.length < this.#options.most && !keys.has(key)) {
        keys.add(key);
        batch.push(waiting);
      } else later.push(waiting);
    }
    this.#waiting = later;
    return batch;
  }
}

export interface NewDelivery {
  id: string;
  integrationId: string;
  externalId: string;
  state: Extract<DeliveryState, "received" | "ignored">;
  body: Uint8Array;
  contentType: string | null;
  headers: Record<string, string>;
  /** The description of a delivery that won't be processed. */
  reason: string | null;
  /** `performance.now()` when the request arrived. */
  startedAt: number;
  receivedAt: Date;
}

export interface StoredDelivery {
  id: string;
  /** How often it arrived. 1 is new. */
  times: number;
}

const MOST = 100;
const ANNOUNCEMENT = JSON.stringify({ topic: "delivery.received", payload: {} });

const INSERT = `
WITH written AS (
  INSERT INTO delivery (id, integration_id, external_id, state, body, content_type, headers, outcome, answered_in_ms, received_at, processed_at)
  SELECT id, integration_id, external_id, state, body, content_type, headers, outcome, answered_in_ms, received_at,
         CASE state WHEN 'ignored' THEN received_at END
    FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::delivery_state[], $5::bytea[], $6::text[], $7::jsonb[], $8::jsonb[], $9::float8[], $10::timestamptz[])
      AS t(id, integration_id, external_id, state, body, content_type, headers, outcome, answered_in_ms, received_at)
  ON CONFLICT (integration_id, external_id) DO UPDATE SET times = delivery.times + 1
  RETURNING id, integration_id, external_id, times
)
SELECT written.*, (SELECT pg_notify('afterword_outbox', $11)) FROM written`;

const keyOf = (delivery: Pick<NewDelivery, "integrationId" | "externalId">) =>
  `${delivery.integrationId} ${delivery.externalId}`;

async function writeAll(pool: pg.Pool, deliveries: readonly NewDelivery[]): Promise<StoredDelivery[]> {
  const column = <Value>(read: (delivery: NewDelivery) => Value) => deliveries.map(read);
  const { rows } = await pool.query<{ id: string; integration_id: string; external_id: string; times: number }>({
    name: "store-deliveries",
    text: INSERT,
    values: [
      column(({ id }) => id),
      column(({ integrationId }) => integrationId),
      column(({ externalId }) => externalId),
      column(({ state }) => state),
      column(({ body }) => Buffer.from(body.buffer, body.byteOffset, body.byteLength)),
      column(({ contentType }) => contentType),
      column(({ headers }) => JSON.stringify(headers)),
      column(({ reason }) => (reason === null ? null : JSON.stringify({ reasons: [reason] }))),
      column(({ startedAt }) => performance.now() - startedAt),
      column(({ receivedAt }) => receivedAt),
      ANNOUNCEMENT,
    ],
  });
  const byKey = new Map(rows.map((row) => [`${row.integration_id} ${row.external_id}`, row]));
  return deliveries.map((delivery) => {
    const row = byKey.get(keyOf(delivery));
    if (!row) throw new Error("a delivery was not written");
    return { id: row.id, times: row.times };
  });
}

const batchers = new WeakMap<pg.Pool, Batcher<NewDelivery, StoredDelivery>>();

/** Commits a delivery, many in one statement under load. A known one is only counted. */
export function storeDelivery(pool: pg.Pool, delivery: NewDelivery): Promise<StoredDelivery> {
  const batcher =
    batchers.get(pool) ??
    new Batcher<NewDelivery, StoredDelivery>({ flush: (items) => writeAll(pool, items), keyOf, most: MOST });
  batchers.set(pool, batcher);
  return batcher.add(delivery);
}
