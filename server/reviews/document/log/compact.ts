import { setImmediate as nextTurn } from "node:timers/promises";
import type { Pool, PoolClient } from "pg";
import * as Y from "yjs";
import { LOOK_BACK, type LoadedUpdates, loadUpdates } from "./load.ts";

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

/** Rows that are applied at once. Edits of other texts wait until they are. */
const SLICE = 50;

const COVER_ALL: CompactSettings = { ...COMPACT_DEFAULTS, tailRows: 0 };

/** Rows that a snapshot leaves in the log are at most so heavy: everyone who opens the text waits for each of them. */
const LOOK_BACK_BYTES = 16 * 1024;

/** Returns how many of the updates the new snapshot covers: all, or all but the last rows as far as those are light. */
function coveredOf({ updates, tailRows }: LoadedUpdates, settings: CompactSettings): number {
  const least = updates.length - Math.min(tailRows, LOOK_BACK, Math.floor(settings.tailRows / 4));
  let [covered, bytes] = [updates.length, 0];
  while (covered > least) {
    const length = updates[covered - 1]?.length ?? 0;
    if (bytes + length > LOOK_BACK_BYTES) break;
    bytes += length;
    covered--;
  }
  return bytes < settings.tailBytes / 2 ? covered : updates.length;
}

/** Reads updates without making everyone else in this process wait for all of them. */
async function mergedState(updates: Uint8Array[]): Promise<Buffer> {
  const document = new Y.Doc();
  for (let at = 0; at < updates.length; at += SLICE) {
    document.transact(() => {
      for (const update of updates.slice(at, at + SLICE)) Y.applyUpdate(document, update);
    });
    await nextTurn();
  }
  const state = Buffer.from(Y.encodeStateAsUpdate(document));
  document.destroy();
  return state;
}

async function advance(client: PoolClient, documentId: string, settings: CompactSettings): Promise<number | null> {
  const { rows } = await client.query<{ ok: boolean }>(
    "SELECT pg_try_advisory_xact_lock(hashtextextended('compact:' || $1, 0)) AS ok",
    [documentId],
  );
  if (!rows[0]?.ok) return null;
  const loaded = await loadUpdates(client, documentId);
  const covered = loaded ? coveredOf(loaded, settings) : 0;
  const seq = loaded?.seqs[covered - 1];
  if (!loaded || seq === undefined || covered <= loaded.updates.length - loaded.tailRows) return null;
  const state = await mergedState(loaded.updates.slice(0, covered));
  await client.query(
    "UPDATE document_snapshot SET seq = $2, state = $3, at = now() WHERE document_id = $1 AND seq < $2",
    [documentId, seq, state],
  );
  return seq;
}

/**
 * Merges a document's log into its snapshot, from the database alone: all of it, or what these settings don't keep.
 * Returns the last number in the snapshot, or null if there was nothing to do or another process is doing it.
 */
export async function compactDocument(
  pool: Pool,
  documentId: string,
  settings: CompactSettings = COVER_ALL,
): Promise<number | null> {
  const client = await pool.connect();
  let failure: Error | undefined;
  try {
    await client.query("BEGIN");
    const seq = await advance(client, documentId, settings);
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
  for (const { id } of rows) if ((await compactDocument(pool, id, settings)) !== null) compacted++;
  return compacted;
}

/** Compacts texts soon after they were closed, one at a time: the next reader then loads a state and a few rows. */
export class ClosedTexts {
  private last: Promise<unknown> = Promise.resolve();
  private isClosing = false;

  constructor(
    private readonly pool: Pool,
    private readonly failed: (error: unknown) => void,
  ) {}

  compact(documentId: string): Promise<unknown> {
    this.last = this.last
      .then(() => (this.isClosing ? null : compactDocument(this.pool, documentId, COMPACT_DEFAULTS)))
      .catch(this.failed);
    return this.last;
  }

  /** The job compacts what is left. */
  close(): Promise<unknown> {
    this.isClosing = true;
    return this.last;
  }
}

/** Deletes log rows that a snapshot covers and that are old enough. Returns how many. */
export async function deleteCoveredUpdates(pool: Pool, settings: CompactSettings = COMPACT_DEFAULTS): Promise<number> {
  for (let total = 0; ; ) {
    const { rowCount } = await pool.query(DELETE_COVERED, [settings.keepCoveredDays]);
    total += rowCount ?? 0;
    if ((rowCount ?? 0) < 10_000) return total;
  }
}
