import * as Y from "yjs";
import type { DocumentJson } from "#lib/document/document-json.ts";
import { storedJson } from "#lib/document/from-yjs.ts";
import { textAs } from "#lib/document/text-as.ts";
import type { CopiedLetters } from "./append.ts";
import { applyLoaded, loadUpdates } from "./load.ts";
import type { SqlExecutor } from "./sql.ts";

interface DocumentRead {
  /** The text without what is proposed. */
  json: DocumentJson;
  /** The text with everything that is proposed in it. */
  stored: DocumentJson;
  /** Number of its last update: the version of this text. */
  seq: number;
}

/** Returns a document's committed text. Null if there is no such document. */
export async function readDocument(sql: SqlExecutor, documentId: string): Promise<DocumentRead | null> {
  const loaded = await loadUpdates(sql, documentId);
  if (!loaded) return null;
  const document = new Y.Doc();
  applyLoaded(document, loaded);
  const stored = storedJson(document);
  document.destroy();
  return { json: textAs(stored, "as_it_stands"), stored, seq: loaded.lastSeq };
}

/**
 * Returns the committed updates of a document, all of them or up to a number, without reading them. Those in the
 * snapshot are always included. Null if there is no such document.
 */
export async function readUpdatesUntil(
  sql: SqlExecutor,
  documentId: string,
  until = Number.POSITIVE_INFINITY,
): Promise<{ updates: Uint8Array[]; seq: number } | null> {
  const loaded = await loadUpdates(sql, documentId);
  if (!loaded) return null;
  const count = loaded.seqs.filter((seq, at) => at === 0 || seq <= until).length;
  return { updates: loaded.updates.slice(0, count), seq: loaded.seqs[count - 1] ?? 0 };
}

/** Returns the committed updates of a document, their numbers and the schema that it has, without reading them. */
export async function readDocumentForm(
  sql: SqlExecutor,
  documentId: string,
): Promise<{ updates: Uint8Array[]; seqs: number[]; schemaVersion: number } | null> {
  return loadUpdates(sql, documentId);
}

/** Whose words are written under a client id. */
export interface ClientOwner {
  id: number;
  userId: string | null;
  /** Written from the facts. Its user asked for it. */
  generated: boolean;
  /** Restored from this version. Its user restored it. */
  version: number | null;
  /** Its letters that an undo copied from deleted ones. */
  copies: CopiedLetters[];
}

/** The authors of a text according to the log. */
export interface LogSince {
  /** Empty if rows of it were deleted. */
  rows: { update: Uint8Array; at: string }[];
  clients: ClientOwner[];
  /** Numbers of the versions that were restored in these rows. */
  restored: number[];
}

/** Returns the rows of a document's log after one number and up to another, with the owners of all its client ids. */
export async function readLogSince(
  sql: SqlExecutor,
  documentId: string,
  after: number,
  until: number,
): Promise<LogSince> {
  const log = await sql.query(
    `SELECT data, at, session_id FROM document_update
      WHERE document_id = $1::uuid AND seq > $2::bigint AND seq <= $3::bigint ORDER BY seq`,
    [documentId, after, until],
  );
  const { rows } = await sql.query(
    "SELECT client_id, user_id, generated, version, copies FROM document_client WHERE document_id = $1::uuid",
    [documentId],
  );
  const clients = rows.map((row) => ({
    id: Number(row.client_id),
    userId: typeof row.user_id === "string" ? row.user_id : null,
    generated: row.generated === true,
    version: row.version === null ? null : Number(row.version),
    copies: (row.copies ?? []) as CopiedLetters[],
  }));
  if (log.rows.length < until - after) return { rows: [], clients, restored: [] };
  const updates = log.rows.map(({ data, at }) => ({ update: data as Uint8Array, at: (at as Date).toISOString() }));
  // Only the server writes without a session.
  const byServer = new Set(
    log.rows.flatMap(({ data, session_id: session }) =>
      session === null ? [...Y.parseUpdateMeta(data as Uint8Array).from.keys()] : [],
    ),
  );
  const restored = clients.flatMap(({ id, version }) => (version !== null && byServer.has(id) ? [version] : []));
  return { rows: updates, clients, restored: [...new Set(restored)] };
}
