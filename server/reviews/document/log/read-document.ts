import * as Y from "yjs";
import type { DocumentJson } from "#lib/document/document-json.ts";
import { documentJson } from "#lib/document/from-yjs.ts";
import { applyLoaded, loadUpdates } from "./load.ts";
import { mergeLines } from "./merge-lines.ts";
import type { SqlExecutor } from "./sql.ts";

export interface DocumentRead {
  json: DocumentJson;
  /** Number of its last update: the version of this text. */
  seq: number;
  /** The whole document as one Yjs update, for a version that can be restored. */
  state: Uint8Array;
}

/** Returns the text in the state of a version, in the form of this schema. */
export function readState(state: Uint8Array): DocumentJson {
  const document = new Y.Doc();
  Y.applyUpdate(document, state);
  document.transact(() => mergeLines(document));
  const json = documentJson(document);
  document.destroy();
  return json;
}

/**
 * Returns a document's committed text, all of it or up to one of its updates. Null if there is no such document. Updates
 * in the snapshot are always included.
 */
export async function readDocument(
  sql: SqlExecutor,
  documentId: string,
  until = Number.POSITIVE_INFINITY,
): Promise<DocumentRead | null> {
  const all = await loadUpdates(sql, documentId);
  if (!all) return null;
  const count = all.seqs.filter((seq, at) => at === 0 || seq <= until).length;
  const loaded = { ...all, updates: all.updates.slice(0, count) };
  const document = new Y.Doc();
  applyLoaded(document, loaded);
  const read = { json: documentJson(document), seq: all.seqs[count - 1] ?? 0, state: Y.encodeStateAsUpdate(document) };
  document.destroy();
  return read;
}
