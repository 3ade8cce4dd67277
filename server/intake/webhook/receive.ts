import { createHash } from "node:crypto";
import type pg from "pg";
import type { Logger } from "pino";
import { REFUSAL_WORDS, type RefusalReason } from "#lib/base/vocabulary/integration.ts";
import { unseal } from "#server/base/process/seal.ts";
import { countRefusal } from "./count-refusal.ts";
import { readHandshake } from "./handshake.ts";
import type { HookRequest } from "./schemes/request.ts";
import { type HookRules, hookRules } from "./sources.ts";
import { storeDelivery } from "./store-delivery.ts";
import { TEST_HEADER } from "./test-delivery.ts";
import { verifyRequest } from "./verify.ts";

interface Hook {
  id: string;
  source: string;
  isPaused: boolean;
  /** Secrets that are valid now, the newest first. */
  secrets: string[];
}

const BY_KEY = `
SELECT i.id, i.source, i.paused_at IS NOT NULL AS paused,
       array(SELECT s.sealed FROM integration_secret s
              WHERE s.integration_id = i.id AND (s.expires_at IS NULL OR s.expires_at > $2)
              ORDER BY s.expires_at DESC NULLS FIRST, s.created_at DESC) AS sealed
  FROM integration i WHERE i.key = $1 AND i.archived_at IS NULL`;

const asking = new WeakMap<pg.Pool, Map<string, Promise<Hook | null>>>();

/**
 * Returns the integration of a URL. Null for an unknown or archived one, and for one of another source. Simultaneous
 * deliveries to the same URL share one query.
 */
function findHook(pool: pg.Pool, source: string, key: string, now: Date): Promise<Hook | null> {
  const open = asking.get(pool) ?? new Map<string, Promise<Hook | null>>();
  asking.set(pool, open);
  const address = `${source}/${key}`;
  const known = open.get(address);
  if (known) return known;
  const answer = askHook(pool, source, key, now).finally(() => open.delete(address));
  open.set(address, answer);
  return answer;
}

async function askHook(pool: pg.Pool, source: string, key: string, now: Date): Promise<Hook | null> {
  const { rows } = await pool.query<{ id: string; source: string; paused: boolean; sealed: Buffer[] }>({
    name: "hook-by-key",
    text: BY_KEY,
    values: [key, now],
  });
  const row = rows[0];
  if (!row || row.source !== source) return null;
  const secrets = row.sealed.map((sealed) => unseal(sealed, row.id)).filter((secret) => secret !== null);
  return { id: row.id, source: row.source, isPaused: row.paused, secrets };
}

export interface Received extends Omit<HookRequest, "body"> {
  /** Returns the raw body, or null if it is too large. Called once the URL is known. */
  read: () => Promise<Uint8Array | null>;
  source: string;
  key: string;
  /** `performance.now()` when the request arrived. */
  startedAt: number;
}

export interface Door {
  pool: pg.Pool;
  log: Logger;
  now: () => Date;
  newId: () => string;
}

export type HookAnswer =
  | { is: "unknown" }
  | { is: "too large" }
  | { is: "refused"; reason: RefusalReason; words: string }
  | { is: "answered"; body: Record<string, string> }
  | { is: "accepted"; deliveryId: string; times: number };

const LONGEST_ID = 200;

/**
 * Receives a delivery. It is committed before the response, and processed afterwards. A repeated delivery is the same
 * row. Unknown and archived URLs look the same. A rejected request is only counted.
 */
export async function receiveDelivery(door: Door, { read, ...coming }: Received): Promise<HookAnswer> {
  const rules = hookRules(coming.source);
  const now = door.now();
  const hook = rules ? await findHook(door.pool, coming.source, coming.key, now) : null;
  if (!rules || !hook) return { is: "unknown" };
  const body = await read();
  if (body === null) return { is: "too large" };
  const received = { ...coming, body };
  const verdict = verifyRequest(rules.scheme, received, hook.secrets, now.getTime());
  if (verdict !== "ok") {
    await countRefusal(door.pool, { integrationId: hook.id, reason: verdict, at: now }).catch((error: unknown) =>
      door.log.warn({ err: error }, "a rejected delivery was not counted"),
    );
    return { is: "refused", reason: verdict, words: REFUSAL_WORDS[verdict] };
  }
  const handshake = readHandshake(received.source, received.headers, received.body);
  const stored = await storeDelivery(door.pool, {
    id: door.newId(),
    integrationId: hook.id,
    externalId: externalIdOf(received, rules),
    ...stateOf(hook, handshake?.reason ?? null),
    body: received.body,
    contentType: received.headers.get("content-type")?.slice(0, 200) ?? null,
    headers: kept(received.headers, rules),
    startedAt: received.startedAt,
    receivedAt: now,
  });
  if (handshake?.answer) return { is: "answered", body: handshake.answer };
  return { is: "accepted", deliveryId: stored.id, times: stored.times };
}

/** A paused integration responds as before, so the sender keeps the URL. Its deliveries can be processed later. */
function stateOf(hook: Hook, said: string | null) {
  const reason = said ?? (hook.isPaused ? "This integration was paused." : null);
  return { state: reason === null ? ("received" as const) : ("ignored" as const), reason };
}

/** Returns the sender's own id, otherwise a hash of the body. */
function externalIdOf({ headers, body }: HookRequest, { deliveryId = [] }: HookRules): string {
  for (const name of deliveryId) {
    const id = headers.get(name)?.trim();
    if (id && id.length <= LONGEST_ID) return id;
  }
  return `sha256:${createHash("sha256").update(body).digest("hex")}`;
}

function kept(headers: Pick<Headers, "get">, { deliveryId = [], keep = [] }: HookRules): Record<string, string> {
  const names = ["user-agent", TEST_HEADER, ...deliveryId, ...keep];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = headers.get(name);
      return value === null ? [] : [[name, value.slice(0, 300)]];
    }),
  );
}
