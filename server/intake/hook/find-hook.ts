import type pg from "pg";
import { unseal } from "./seal.ts";

export interface Hook {
  id: string;
  source: string;
  isPaused: boolean;
  /** Secrets that work now, the newest first. */
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
 * The integration of an address; null for an unknown or archived one, and for one of another source. Deliveries that
 * come while one of the same address is looked up share its answer.
 */
export function findHook(pool: pg.Pool, source: string, key: string, now: Date): Promise<Hook | null> {
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
