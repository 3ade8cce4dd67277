import type { Document } from "@hocuspocus/server";
import * as Y from "yjs";
import { SCHEMA_VERSION } from "#lib/document/schema-version.ts";
import { CLOSE, schemaReason } from "#lib/document/socket-protocol.ts";
import { stateOf } from "./guard/document-state.ts";
import { Refusal } from "./guard/refusal.ts";
import type { AppendedEdit } from "./log/append-edit.ts";
import { loadOwners, loadUpdatesAfter } from "./log/load.ts";
import type { SqlExecutor } from "./log/sql.ts";

/** Origin of changes that are already in the log. */
export const FROM_LOG = { source: "local", skipStoreHooks: true } as const;

/** Reads owners of client ids of an open document that aren't known yet. */
export async function learnOwners(sql: SqlExecutor, document: Document, clientIds?: readonly number[]): Promise<void> {
  const { owners } = stateOf(document);
  for (const [clientId, userId] of await loadOwners(sql, document.name, clientIds)) owners.set(clientId, userId);
}

/** Throws a Refusal for a document that a newer version has written in: this one would delete what it doesn't know. */
export function assertKnownSchema(schemaVersion: number): void {
  if (schemaVersion > SCHEMA_VERSION) throw new Refusal(CLOSE.otherSchema, schemaReason(schemaVersion));
}

/**
 * Brings an open document up to date with the log: every row that was committed before the call, and the owners of
 * their client ids. Throws a Refusal if a newer version has written in it.
 */
export function catchUp(sql: SqlExecutor, document: Document): Promise<void> {
  const state = stateOf(document);
  // A reading that is under way may have started before the newest row was committed.
  if (state.catchingUp) {
    state.catchingUpNext ??= state.catchingUp
      .catch(() => undefined)
      .then(() => {
        state.catchingUpNext = null;
        return catchUp(sql, document);
      });
    return state.catchingUpNext;
  }
  state.catchingUp = readNewRows(sql, document).finally(() => {
    state.catchingUp = null;
  });
  return state.catchingUp;
}

async function readNewRows(sql: SqlExecutor, document: Document): Promise<void> {
  const state = stateOf(document);
  const { updates, seqs, schemaVersion } = await loadUpdatesAfter(sql, document.name, state.appliedSeq);
  assertKnownSchema(schemaVersion);
  const writers = updates.flatMap((update) => [...Y.parseUpdateMeta(update).from.keys()]);
  const unknown = writers.filter((clientId) => !state.owners.has(clientId));
  if (unknown.length > 0) await learnOwners(sql, document, unknown);
  for (const [index, update] of updates.entries()) {
    const seq = seqs[index];
    if (seq === undefined || state.has(seq)) continue;
    Y.applyUpdate(document, update, FROM_LOG);
    state.took({ seq, update });
  }
}

/** Brings an open document up to that committed row. */
export async function catchUpTo(sql: SqlExecutor, document: Document, seq: number): Promise<void> {
  if (stateOf(document).appliedSeq < seq) await catchUp(sql, document);
}

/** Sends to open sockets what the server itself has appended. */
export function showAppended(document: Document, { seq, update, clientId, userId }: AppendedEdit): void {
  const state = stateOf(document);
  state.owners.set(clientId, userId);
  if (state.has(seq)) return;
  Y.applyUpdate(document, update, FROM_LOG);
  state.took({ seq, update });
}

/** Returns which of these documents the log is ahead of, with the number of their last row. */
export async function findAhead(
  sql: SqlExecutor,
  documents: ReadonlyMap<string, Document>,
): Promise<[document: Document, seq: number][]> {
  if (documents.size === 0) return [];
  const ids = [...documents.keys()];
  const { rows } = await sql.query("SELECT id, head_seq FROM document_head WHERE id = ANY($1::uuid[])", [ids]);
  return rows.flatMap((row) => {
    const document = documents.get(String(row.id));
    const seq = Number(row.head_seq);
    return document && seq > stateOf(document).appliedSeq ? [[document, seq]] : [];
  });
}
