import type {
  afterLoadDocumentPayload,
  afterUnloadDocumentPayload,
  beforeSyncPayload,
  beforeUnloadDocumentPayload,
  Document,
  Extension,
  onLoadDocumentPayload,
  onStatelessPayload,
} from "@hocuspocus/server";
import type { Pool } from "pg";
import * as Y from "yjs";
import { roomMessage } from "#lib/document/room.ts";
import { SCHEMA_VERSION } from "#lib/document/schema-version.ts";
import { parseSeenMessage } from "#lib/document/seen.ts";
import { CLOSE } from "#lib/document/socket-protocol.ts";
import { parseTakenOutMessage } from "#lib/document/taken-out.ts";
import { assertKnownSchema, catchUp, FROM_LOG, learnOwners, showAppended } from "./catch-up.ts";
import { stateOf } from "./guard/document-state.ts";
import { type GuardLimits, inspectUpdate } from "./guard/guard.ts";
import { Refusal } from "./guard/refusal.ts";
import { lookAtRoom } from "./guard/room.ts";
import { appendRepair, convertDocument } from "./log/append-edit.ts";
import { type ClosedTexts, COMPACT_DEFAULTS } from "./log/compact.ts";
import { applyLoaded, type LoadedUpdates, loadRows, loadUpdates } from "./log/load.ts";
import type { UpdateLog } from "./log/log.ts";
import { hasOldLines, mergeLines } from "./log/merge-lines.ts";
import { retryTransient } from "./log/retry.ts";
import { LogRepair } from "./repair/log-repair.ts";
import type { CollabLogger, SocketContext } from "./socket/session.ts";

const SYNC_STEP_1 = 0;
const SYNC_STEP_2 = 1;

interface DurableLogOptions {
  pool: Pool;
  log: UpdateLog;
  closed: ClosedTexts;
  settings: GuardLimits & { retryMs: number };
  logger: CollabLogger;
  /** Called for each edit once it is committed, with the suggestions in it. */
  onAppended(documentId: string, seq: number, suggestions: readonly string[], userId: string): void;
  /** Called for a document that has opened. Rows that were appended since it was read are missing. */
  onLoaded(document: Document): void;
  /** Closes the sockets that wait for this document. Hocuspocus would leave them open and silent. */
  endWaiting(documentId: string, refusal: Refusal): void;
}

const isEmpty = (update: Uint8Array) => update.length === 2 && update[0] === 0 && update[1] === 0;

/** Changes a text that is being loaded. Hocuspocus would send the whole of it to the first reader a second time. */
function unheard(document: Document, change: () => void): void {
  const heard = document._observers.get("update");
  document._observers.delete("update");
  try {
    change();
  } finally {
    if (heard) document._observers.set("update", heard);
  }
}

/** Hocuspocus awaits `beforeSync` before it applies, broadcasts or acknowledges, so an edit is committed here. */
export function durableLog(options: DurableLogOptions): Extension<SocketContext> {
  const { pool, log, closed, settings, logger, endWaiting } = options;
  /** Texts that are about to be closed and have a long tail. */
  const long = new Set<string>();

  async function load({ document, documentName, context }: onLoadDocumentPayload<SocketContext>) {
    try {
      const early = await context.session.early?.rows();
      const read = () => loadRows(pool, documentName);
      const { loaded, owners } = early ?? (await retryTransient(read, settings.retryMs));
      if (!loaded) throw new Refusal(CLOSE.notFound, "not-found");
      assertKnownSchema(loaded.schemaVersion);
      unheard(document, () => applyLoaded(document, loaded, FROM_LOG));
      const state = stateOf(document);
      state.owners = owners;
      state.appliedSeq = loaded.lastSeq;
      state.snapshotSeq = loaded.lastSeq - loaded.tailRows;
      state.bytes = loaded.updates.reduce((sum, update) => sum + update.length, 0);
      const repair = repairOf(document, loaded);
      state.repair = repair;
      document.on("destroy", () => repair.destroy());
      if (loaded.schemaVersion < SCHEMA_VERSION || hasOldLines(document)) await bringUpToSchema(document, documentName);
    } catch (error) {
      document.destroy(); // Hocuspocus drops the document but leaves its timer running
      const refusal = error instanceof Refusal ? error : new Refusal(CLOSE.tryLater, "try-later");
      if (refusal !== error) logger.error({ documentId: documentName, err: error }, "could not load a document");
      endWaiting(documentName, refusal);
      throw refusal;
    }
  }

  function repairOf(document: Document, loaded: LoadedUpdates): LogRepair {
    return new LogRepair(loaded, {
      load: () => loadUpdates(pool, document.name),
      catchUp: () => catchUp(pool, document).catch((error: unknown) => failed(error)),
      async append(made) {
        const appended = await appendRepair(pool, document.name, made, settings.retryMs);
        if (appended) showAppended(document, appended);
        return appended !== null;
      },
      failed,
    });
    function failed(error: unknown) {
      logger.warn({ documentId: document.name, err: error }, "could not repair text that moved");
    }
  }

  /** Runs before anyone can write in it. */
  async function bringUpToSchema(document: Document, documentId: string) {
    await convertDocument(pool, documentId, mergeLines, settings.retryMs);
    await catchUp(pool, document);
  }

  async function inspect({ type, payload, document, context }: beforeSyncPayload<SocketContext>, userId: string) {
    const { takesOut } = context.session;
    const incoming = { update: payload, userId, isReturn: type === SYNC_STEP_2, takesOut };
    const verdict = inspectUpdate(document, stateOf(document), incoming, settings);
    // A tab that comes from another process brings rows that were committed there, so no id is new before the log is read.
    if (verdict.behind === null && verdict.newClients.length === 0) return verdict;
    await retryTransient(async () => {
      await catchUp(pool, document);
      if (verdict.behind === "owner") await learnOwners(pool, document);
    }, settings.retryMs);
    const second = inspectUpdate(document, stateOf(document), incoming, settings);
    if (second.behind === "edit") throw new Refusal(CLOSE.outOfStep, "out of step");
    if (second.behind === "owner") throw new Refusal(CLOSE.refused, "foreign client id");
    if (context.session.revoked) throw new Refusal(CLOSE.noAccess, "no access");
    return second;
  }

  async function commit(data: beforeSyncPayload<SocketContext>) {
    const { type, payload, document, documentName, connection, context } = data;
    const { identity } = context.session;
    if (type === SYNC_STEP_1 || connection.readOnly || isEmpty(payload)) return;
    if (!identity) throw new Refusal(CLOSE.signedOut, "signed out");
    const { newClients, suggestions, deleted } = await inspect(data, identity.userId);
    if (connection.readOnly) return;
    if (type === SYNC_STEP_2 && Y.snapshotContainsUpdate(Y.snapshot(document), payload)) return;
    const state = stateOf(document);
    const { userId, sessionId } = identity;
    for (const clientId of newClients) state.owners.set(clientId, userId);
    const seq = await log
      .append({ documentId: documentName, update: payload, userId, sessionId, newClients, suggestions })
      .catch((error) => {
        for (const clientId of newClients) state.owners.delete(clientId);
        throw error;
      });
    options.onAppended(documentName, seq, suggestions, userId);
    // Access ended between commit and apply: Hocuspocus won't apply the edit, but it is part of the text.
    if (connection.readOnly) Y.applyUpdate(document, payload, FROM_LOG);
    state.took({ seq, update: payload, sender: context.session.sender, isReturn: type === SYNC_STEP_2 });
    state.deleted += deleted;
    // Hocuspocus applies it after this.
    setImmediate(() => {
      if (lookAtRoom(document, state, settings)) document.broadcastStateless(roomMessage(state.room));
    });
  }

  return {
    extensionName: "durable-log",
    onLoadDocument: load,
    async beforeSync(data: beforeSyncPayload<SocketContext>) {
      try {
        await commit(data);
      } catch (error) {
        const { documentName, context } = data;
        const fields = { documentId: documentName, userId: context.session.identity?.userId };
        if (error instanceof Refusal) logger.warn({ ...fields, reason: error.reason }, "update rejected");
        else logger.error({ ...fields, err: error }, "update not saved");
        const refusal = error instanceof Refusal ? error : new Refusal(CLOSE.notSaved, "not saved");
        context.session.end(refusal.code, refusal.reason);
        throw refusal;
      }
    },
    // Rows that were appended while no one could show them in this document.
    async afterLoadDocument({ document }: afterLoadDocumentPayload<SocketContext>) {
      options.onLoaded(document);
    },
    async onStateless({ connection, payload }: onStatelessPayload) {
      const message = parseSeenMessage(payload) ?? parseTakenOutMessage(payload);
      if (message) connection.context.session.hear(message);
    },
    async beforeUnloadDocument({ document, documentName }: beforeUnloadDocumentPayload) {
      await log.settled(documentName);
      const { appliedSeq, snapshotSeq } = stateOf(document);
      if (appliedSeq - snapshotSeq >= COMPACT_DEFAULTS.tailRows) long.add(documentName);
    },
    async afterUnloadDocument({ documentName }: afterUnloadDocumentPayload) {
      if (long.delete(documentName)) void closed.compact(documentName);
    },
  };
}
