import type { Document, Hocuspocus } from "@hocuspocus/server";
import * as Y from "yjs";
import { stateOf } from "./guard/document-state.ts";
import type { AppendedEdit } from "./log/append-edit.ts";
import { loadUpdatesAfter } from "./log/load.ts";
import type { SqlExecutor } from "./log/sql.ts";
import type { CollabLogger } from "./socket/session.ts";

/** Origin of changes that are already in the log. */
export const FROM_LOG = { source: "local", skipStoreHooks: true } as const;

/** Reads the owners of client ids. */
export async function loadOwners(sql: SqlExecutor, documentId: string): Promise<Map<number, string | null>> {
  const { rows } = await sql.query("SELECT client_id, user_id FROM document_client WHERE document_id = $1::uuid", [
    documentId,
  ]);
  return new Map(rows.map((row) => [Number(row.client_id), typeof row.user_id === "string" ? row.user_id : null]));
}

/** Brings an open document up to date with the log: rows of other processes, and the owners of their client ids. */
export function catchUp(sql: SqlExecutor, document: Document): Promise<void> {
  const state = stateOf(document);
  state.catchingUp ??= (async () => {
    const { updates, seqs } = await loadUpdatesAfter(sql, document.name, state.appliedSeq);
    for (const [clientId, userId] of await loadOwners(sql, document.name)) state.owners.set(clientId, userId);
    for (const [index, update] of updates.entries()) {
      const seq = seqs[index];
      if (seq === undefined || state.has(seq)) continue;
      Y.applyUpdate(document, update, FROM_LOG);
      state.took({ seq, update });
    }
  })().finally(() => {
    state.catchingUp = null;
  });
  return state.catchingUp;
}

/** Sends to open sockets what the server itself has appended. */
export function showAppended(document: Document, { seq, update, clientId, userId }: AppendedEdit): void {
  const state = stateOf(document);
  state.owners.set(clientId, userId);
  Y.applyUpdate(document, update, FROM_LOG);
  state.took({ seq, update });
}

/** Checks for all open documents at once whether the log is ahead, and catches up if it is. */
export async function pollHeads(
  sql: SqlExecutor,
  hocuspocus: Pick<Hocuspocus, "documents">,
  logger: CollabLogger,
): Promise<void> {
  const ids = [...hocuspocus.documents.keys()];
  if (ids.length === 0) return;
  try {
    const { rows } = await sql.query("SELECT id, head_seq FROM document_head WHERE id = ANY($1::uuid[])", [ids]);
    for (const row of rows) {
      const document = hocuspocus.documents.get(String(row.id));
      if (document && Number(row.head_seq) > stateOf(document).appliedSeq) await catchUp(sql, document);
    }
  } catch (error) {
    logger.warn({ err: error }, "could not ask the document log for news");
  }
}
