import type { Pool, PoolClient } from "pg";
import * as Y from "yjs";
import { applyLoaded, loadUpdates } from "./load.ts";

export interface CompactSettings {
  /** A document is due when its tail has this many rows or bytes. */
  tailRows: number;
  tailBytes: number;
  /** Rows that a snapshot covers are kept this long, for auditing and recovery. */
  keepCoveredDays: number;
}

export const COMPACT_DEFAULTS: CompactSettings = { tailRows: 200, tailBytes: 256 * 1024, keepCoveredDays: 30 };

const FIND_DUE = `
SELECT h.id FROM document_head h JOIN document_snapshot s ON s.document_id = h.id
 WHERE h.head_seq - s.seq >= $1 OR (h.head_seq > s.seq AND $2 <=
   (SELECT sum(octet_length(u.data)) FROM document_update u WHERE u.document_id = h.id AND u.seq > s.seq))
 ORDER BY h.head_seq - s.seq DESC LIMIT 500`;

const DELETE_COVERED = `
DELETE FROM document_update WHERE (document_id, seq) IN (
  SELECT u.document_id, u.seq FROM document_update u JOIN document_snapshot s ON s.document_id = u.document_id
   WHERE u.seq <= s.seq AND u.at < now() - make_interval(days => $1) LIMIT 10000)`;

async function advance(client: PoolClient, documentId: string): Promise<number | null> {
  const { rows } = await client.query<{ ok: boolean }>(
    "SELECT pg_try_advisory_xact_lock(hashtextextended('compact:' || $1, 0)) AS ok",
    [documentId],
  );
  if (!rows[0]?.ok) return null;
  const loaded = await loadUpdates(client, documentId);
  if (!loaded || loaded.tailRows === 0) return null;
  const document = new Y.Doc();
  applyLoaded(document, loaded);
  const state = Buffer.from(Y.encodeStateAsUpdate(document));
  document.destroy();
  await client.query(
    "UPDATE document_snapshot SET seq = $2, state = $3, at = now() WHERE document_id = $1 AND seq < $2",
    [documentId, loaded.lastSeq, state],
  );
  return loaded.lastSeq;
}

/**
 * Merges a document's log into its snapshot, from the database alone. Returns the last number in the snapshot, or null
 * if there was nothing to do or another process is doing it.
 */
export async function compactDocument(pool: Pool, documentId: string): Promise<number | null> {
  const client = await pool.connect();
  let failure: Error | undefined;
  try {
    await client.query("BEGIN");
    const seq = await advance(client, documentId);
    await client.query("COMMIT");
    return seq;
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error));
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  } finally {
    client.release(failure);
  }
}

/** Compacts every document that is due. Returns how many were. */
export async function compactDueDocuments(pool: Pool, settings: CompactSettings = COMPACT_DEFAULTS): Promise<number> {
  const { rows } = await pool.query<{ id: string }>(FIND_DUE, [settings.tailRows, settings.tailBytes]);
  let compacted = 0;
  for (const { id } of rows) if ((await compactDocument(pool, id)) !== null) compacted++;
  return compacted;
}

/** Deletes log rows that a snapshot covers and that are old enough. Returns how many. */
export async function deleteCoveredUpdates(pool: Pool, settings: CompactSettings = COMPACT_DEFAULTS): Promise<number> {
  for (let total = 0; ; ) {
    const { rowCount } = await pool.query(DELETE_COVERED, [settings.keepCoveredDays]);
    total += rowCount ?? 0;
    if ((rowCount ?? 0) < 10_000) return total;
  }
}
