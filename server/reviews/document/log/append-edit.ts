import type { Pool, PoolClient } from "pg";
import * as Y from "yjs";
import { SCHEMA_VERSION } from "#lib/document/schema-version.ts";
import { appendUpdates, type WordSource } from "./append.ts";
import { loadState } from "./load.ts";
import { announceRow } from "./news.ts";
import { retryTransient } from "./retry.ts";
import type { SqlExecutor, SqlWriter } from "./sql.ts";

/** For whom the server writes. Null is the server itself. */
export interface EditActor {
  userId: string | null;
  sessionId?: string | null;
  words?: WordSource | undefined;
  /** Ids of suggestions that the edit makes. They belong to that person. */
  suggestions?: readonly string[] | undefined;
}

/** An edit that was made on a copy, with the client id it was written under. */
export interface MadeEdit {
  update: Uint8Array;
  clientId: number;
}

export interface AppendedEdit extends MadeEdit {
  seq: number;
  userId: string | null;
}

/** Changes the document in place. It may run twice if the database must be queried again. */
export type DocumentEdit = (document: Y.Doc) => void;

/** Reads what an edit depends on, once no other edit of the server can change it. */
export type Preparing = (sql: SqlExecutor) => Promise<void>;

const LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('edit:' || $1, 0))";

function record(document: Y.Doc, edit: DocumentEdit): Uint8Array | null {
  const updates: Uint8Array[] = [];
  document.on("update", (update: Uint8Array) => updates.push(update));
  document.transact(() => edit(document));
  return updates.length === 0 ? null : Y.mergeUpdates(updates);
}

async function editWithin(
  client: PoolClient,
  documentId: string,
  edit: DocumentEdit,
  actor: EditActor,
  prepare?: Preparing,
): Promise<AppendedEdit | null> {
  await client.query(LOCK, [documentId]);
  await prepare?.(client);
  const document = await loadState(client, documentId);
  if (!document) throw new Error(`No document ${documentId}`);
  const { clientID: clientId } = document;
  const update = record(document, edit);
  document.destroy();
  if (!update) return null;
  return appendOwn(client, documentId, { update, clientId }, actor);
}

async function appendOwn(
  sql: SqlExecutor,
  documentId: string,
  { update, clientId }: MadeEdit,
  { userId, sessionId = null, words, suggestions }: EditActor,
): Promise<AppendedEdit> {
  const [seq] = await appendUpdates(sql, [
    { documentId, update, userId, sessionId, newClients: [clientId], words, suggestions },
  ]);
  if (seq === null || seq === undefined) throw new Error(`No document ${documentId}`);
  await announceRow(sql, documentId, seq);
  return { seq, update, clientId, userId };
}

/**
 * Converts a document to the form of this schema and records that at its head, both or neither. One process does it at
 * a time, and the next one finds it done.
 */
export function convertDocument(pool: Pool, documentId: string, edit: DocumentEdit, retryMs: number): Promise<void> {
  return inTransaction(
    pool,
    async (client) => {
      await editWithin(client, documentId, edit, { userId: null });
      await client.query("UPDATE document_head SET schema_version = $2 WHERE id = $1 AND schema_version < $2", [
        documentId,
        SCHEMA_VERSION,
      ]);
    },
    retryMs,
  );
}

/** Makes other edits of this document by the server wait until the transaction ends. */
export const lockEdits = (sql: SqlWriter, documentId: string): Promise<unknown> => sql.query(LOCK, [documentId]);

/**
 * Appends an edit that was made on a copy, in the caller's transaction. Call `lockEdits` before the copy is read, and
 * show the edit to open sockets after the commit.
 */
export const appendMadeEdit = (
  sql: SqlExecutor,
  documentId: string,
  made: MadeEdit,
  actor: EditActor,
): Promise<AppendedEdit> => appendOwn(sql, documentId, made, actor);

/** A repair of one row of the log, written under a client id of its own. */
export interface RepairUpdate extends MadeEdit {
  seq: number;
}

/**
 * Appends the repair of a row, once for all processes. A second process, or a retry after a lost response, appends
 * nothing and gets null.
 */
export function appendRepair(
  pool: Pool,
  documentId: string,
  { update, clientId }: RepairUpdate,
  retryMs: number,
): Promise<AppendedEdit | null> {
  return inTransaction(
    pool,
    async (client) => {
      await client.query(LOCK, [documentId]);
      const { rows } = await client.query("SELECT 1 FROM document_client WHERE document_id = $1 AND client_id = $2", [
        documentId,
        clientId,
      ]);
      if (rows.length > 0) return null;
      return appendOwn(client, documentId, { update, clientId }, { userId: null });
    },
    retryMs,
  );
}

/**
 * Edits a document on the server: on a copy of the committed state, as one more row of the log, one server edit per
 * document at a time. Returns null if the edit changed nothing.
 */
export function appendEdit(
  pool: Pool,
  documentId: string,
  edit: DocumentEdit,
  actor: EditActor,
  { retryMs = 10_000, prepare }: { retryMs?: number; prepare?: Preparing | undefined } = {},
): Promise<AppendedEdit | null> {
  return inTransaction(pool, (client) => editWithin(client, documentId, edit, actor, prepare), retryMs);
}

function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>, retryMs: number): Promise<T> {
  return retryTransient(async () => {
    const client = await pool.connect();
    let failure: Error | undefined;
    try {
      await client.query("BEGIN");
      const done = await work(client);
      await client.query("COMMIT");
      return done;
    } catch (error) {
      failure = error instanceof Error ? error : new Error(String(error));
      await client.query("ROLLBACK").catch(() => undefined);
      throw error;
    } finally {
      client.release(failure);
    }
  }, retryMs);
}
