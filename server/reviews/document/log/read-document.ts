import * as Y from "yjs";
import type { DocumentJson } from "#lib/document/document-json.ts";
import { documentJson } from "#lib/document/from-yjs.ts";
import { applyLoaded, loadUpdates } from "./load.ts";
import type { SqlExecutor } from "./sql.ts";

interface DocumentRead {
  json: DocumentJson;
  /** Number of its last update: the version of this text. */
  seq: number;
}

/** Returns a document's committed text. Null if there is no such document. */
export async function readDocument(sql: SqlExecutor, documentId: string): Promise<DocumentRead | null> {
  const loaded = await loadUpdates(sql, documentId);
  if (!loaded) return null;
  const document = new Y.Doc();
  applyLoaded(document, loaded);
  const read = { json: documentJson(document), seq: loaded.lastSeq };
  document.destroy();
  return read;
}

/**
 * Returns the committed updates of a document, all of them or up to a number, without reading them. Those in the snapshot
 * are always included. Null if there is no such document.
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
