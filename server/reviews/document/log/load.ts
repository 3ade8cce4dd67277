import * as Y from "yjs";
import type { SqlExecutor } from "./sql.ts";

/**
 * Most rows at the end of the log that are processed one by one for a returning person who hasn't seen them. A snapshot
 * leaves them in the log.
 */
export const LOOK_BACK = 50;

export interface LoadedUpdates {
  updates: Uint8Array[];
  /** Number of each update. A snapshot has the number of its last one. */
  seqs: number[];
  lastSeq: number;
  /** How many of `updates` are log rows and not the snapshot. */
  tailRows: number;
  /** The schema that the document has, as of these rows. 0 without rows. */
  schemaVersion: number;
}

const SCHEMA = "(SELECT h.schema_version FROM document_head h WHERE h.id = $1::uuid)";

// One statement is one view of the database, so a simultaneous compaction can't hide a row.
const LOAD = `
SELECT seq, state AS data, true AS is_snapshot, ${SCHEMA} FROM document_snapshot WHERE document_id = $1::uuid
UNION ALL
SELECT u.seq, u.data, false, ${SCHEMA} FROM document_update u
 WHERE u.document_id = $1::uuid
   AND u.seq > coalesce((SELECT s.seq FROM document_snapshot s WHERE s.document_id = $1::uuid), 0)
ORDER BY is_snapshot DESC, seq`;

const LOAD_AFTER = `
SELECT seq, data, false AS is_snapshot, ${SCHEMA} FROM document_update WHERE document_id = $1::uuid AND seq > $2 ORDER BY seq`;

function present(rows: Record<string, unknown>[]): LoadedUpdates {
  const seqs = rows.map((row) => Number(row.seq));
  return {
    updates: rows.map((row) => row.data as Uint8Array),
    seqs,
    lastSeq: seqs.at(-1) ?? 0,
    tailRows: rows.filter((row) => row.is_snapshot === false).length,
    schemaVersion: Number(rows[0]?.schema_version ?? 0),
  };
}

/** Returns the snapshot and the rows after it, in order. Null if there is no such document. */
export async function loadUpdates(sql: SqlExecutor, documentId: string): Promise<LoadedUpdates | null> {
  const { rows } = await sql.query(LOAD, [documentId]);
  return rows.length === 0 ? null : present(rows);
}

/** Returns rows of the log after `seq`. */
export async function loadUpdatesAfter(sql: SqlExecutor, documentId: string, seq: number): Promise<LoadedUpdates> {
  const { rows } = await sql.query(LOAD_AFTER, [documentId, seq]);
  return present(rows);
}

/** Applies loaded updates as one transaction. */
export function applyLoaded(document: Y.Doc, loaded: LoadedUpdates, origin?: unknown): void {
  document.transact(() => {
    for (const update of loaded.updates) Y.applyUpdate(document, update, origin);
  }, origin);
}

/** Returns the committed document, for reading or as the base of an edit. Null if there is none. */
export async function loadState(sql: SqlExecutor, documentId: string): Promise<Y.Doc | null> {
  const loaded = await loadUpdates(sql, documentId);
  if (!loaded) return null;
  const document = new Y.Doc();
  applyLoaded(document, loaded);
  return document;
}

const OWNERS = "SELECT client_id, user_id FROM document_client WHERE document_id = $1::uuid";

/** Reads the owners of client ids: of all, or of these. */
export async function loadOwners(
  sql: SqlExecutor,
  documentId: string,
  clientIds?: readonly number[],
): Promise<Map<number, string | null>> {
  const { rows } = await (clientIds
    ? sql.query(`${OWNERS} AND client_id = ANY($2::bigint[])`, [documentId, clientIds])
    : sql.query(OWNERS, [documentId]));
  return new Map(rows.map((row) => [Number(row.client_id), typeof row.user_id === "string" ? row.user_id : null]));
}

/** A document as it is stored, with the owners of its client ids. */
export interface DocumentRows {
  loaded: LoadedUpdates | null;
  owners: Map<number, string | null>;
}

/** Reads a document that is to be opened. */
export async function loadRows(sql: SqlExecutor, documentId: string): Promise<DocumentRows> {
  const [loaded, owners] = await Promise.all([loadUpdates(sql, documentId), loadOwners(sql, documentId)]);
  return { loaded, owners };
}
