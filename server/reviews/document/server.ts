import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { type Document, Hocuspocus } from "@hocuspocus/server";
import type { Pool } from "pg";
import { storedJson } from "#lib/document/from-yjs.ts";
import { CLOSE } from "#lib/document/socket-protocol.ts";
import { catchUpTo, findAhead, showAppended } from "./catch-up.ts";
import { durableLog } from "./durable-log.ts";
import { FanOut } from "./fan-out.ts";
import { stateOf } from "./guard/document-state.ts";
import { Refusal } from "./guard/refusal.ts";
import { LateSuggestions } from "./late-suggestions.ts";
import { type AppendedEdit, appendEdit, type DocumentEdit, type EditActor, type Preparing } from "./log/append-edit.ts";
import { ClosedTexts } from "./log/compact.ts";
import { loadRows } from "./log/load.ts";
import { UpdateLog } from "./log/log.ts";
import { AccessChanges, type SocketFilter } from "./socket/access-changes.ts";
import { Early } from "./socket/early.ts";
import { presence } from "./socket/presence.ts";
import {
  type Authenticate,
  type CollabLogger,
  type FindVisitor,
  isDocumentId,
  type SocketContext,
  type SocketSession,
} from "./socket/session.ts";
import { COLLAB_DEFAULTS, type CollabSettings } from "./socket/settings.ts";
import { signIn } from "./socket/sign-in.ts";
import { type OriginCheck, upgradeHandler } from "./socket/upgrade.ts";

export interface CollabServerOptions {
  /** A pool for the document log only, with four or more connections. */
  pool: Pool;
  findVisitor: FindVisitor;
  authenticate: Authenticate;
  isOriginAllowed: OriginCheck;
  logger: CollabLogger;
  settings?: Partial<CollabSettings>;
}

export interface CollabServer {
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  closeUser(userId: string): void;
  closeSession(sessionId: string): void;
  closeReview(reviewId: string): void;
  /** Reads a message that another process sent on `DOCUMENT_CHANNEL`. */
  hear(message: string): Promise<void>;
  /** Checks everything again after messages of other processes may have been missed. */
  missed(): Promise<void>;
  /** Decides again what the people on matching sockets can do. Resolves when that has taken effect. */
  recheck(filter?: SocketFilter): Promise<void>;
  /** Edits a document through the log and sends it to open sockets. Returns its number, or null if nothing changed. */
  appendServerEdit(documentId: string, edit: DocumentEdit, actor: EditActor): Promise<number | null>;
  /** Sends an edit that another transaction appended to open sockets. */
  show(documentId: string, appended: AppendedEdit): Promise<void>;
  stats(): { sockets: number; documents: number; log: UpdateLog["stats"] };
  /** Returns whether edits can be committed, according to the last ones. */
  canCommit(): boolean;
  /** Resolves when every edit received so far is committed. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

const CLOSE_WAIT_MS = 2_000;
/** Longer than a minute, because the timers of a hidden tab fire once a minute. */
const IDLE_MS = 120_000;

/** The collaboration server: Hocuspocus' protocol on a log that commits before it acknowledges. */
export function createCollabServer(options: CollabServerOptions): CollabServer {
  const { pool, findVisitor, authenticate, isOriginAllowed, logger } = options;
  const settings = { ...COLLAB_DEFAULTS, ...options.settings };
  const log = new UpdateLog(pool, { retryMs: settings.retryMs });
  const closed = new ClosedTexts(pool, (error) => logger.warn({ err: error }, "could not compact a closed text"));
  const sessions = new Set<SocketSession>();
  const access = new AccessChanges({ sessions, authenticate, logger });
  let closing = false;

  function endWaiting(documentId: string, { code, reason }: Refusal) {
    for (const session of sessions)
      if (session.documentId === documentId && session.identity && !session.connection) session.end(code, reason);
  }

  async function find(documentId: string) {
    const loading = hocuspocus.loadingDocuments.get(documentId)?.catch(() => undefined);
    return (await loading) ?? hocuspocus.documents.get(documentId);
  }

  /** Reads rows that others have appended. Closes the sockets of a document that a newer version has written in. */
  async function readNews(document: Document, seq: number) {
    try {
      await catchUpTo(pool, document, seq);
    } catch (error) {
      if (!(error instanceof Refusal)) logger.warn({ err: error }, "could not read news from the document log");
      else {
        stateOf(document).refusal = error;
        for (const session of sessions) if (session.documentId === document.name) session.end(error.code, error.reason);
      }
    }
  }

  async function readAllNews() {
    try {
      for (const [document, seq] of await findAhead(pool, hocuspocus.documents)) await readNews(document, seq);
    } catch (error) {
      logger.warn({ err: error }, "could not ask the document log for news");
    }
  }

  const late = new LateSuggestions({
    pool,
    clear: (documentId, edit, prepare) => serverEdit(documentId, edit, { userId: null }, prepare),
    async read(documentId) {
      const document = await find(documentId);
      return document ? storedJson(document) : null;
    },
    failed: (error) => logger.warn({ err: error }, "could not look after suggestions"),
  });
  const fanOut = new FanOut({ pool, find, catchUp: readNews });
  const hocuspocus = new Hocuspocus<SocketContext>({
    quiet: true,
    timeout: IDLE_MS,
    maxUnauthenticatedQueueSize: 256 * 1024,
    maxUnauthenticatedQueueMessages: 100,
    maxPendingDocuments: 1,
    extensions: [
      signIn({ authenticate, sessions, epoch: () => access.epoch, settings, logger }),
      presence(),
      durableLog({
        ...{ pool, log, closed, settings, logger, endWaiting },
        onLoaded: (document) => void readNews(document, Number.POSITIVE_INFINITY),
        onAppended(documentId, seq, suggestions, userId) {
          fanOut.appended(documentId, seq);
          late.heard(documentId, suggestions, userId);
        },
      }),
      fanOut.extension(),
    ],
  });

  /** The text is read while the browser of a known person introduces itself. */
  function opened(session: SocketSession) {
    const { documentId } = session;
    if (!isDocumentId(documentId)) return;
    const isOpen = () => hocuspocus.documents.has(documentId) || hocuspocus.loadingDocuments.has(documentId);
    session.early = new Early(async () => (isOpen() ? null : loadRows(pool, documentId)));
  }

  const backstop = setInterval(() => {
    for (const session of sessions)
      if (session.socket.bufferedAmount > settings.unsentBytes) session.socket.terminate();
    void access.recheck();
  }, settings.recheckMs);
  const poll = setInterval(() => void readAllNews(), settings.pollMs);

  async function publish(documentId: string, appended: AppendedEdit) {
    const document = await find(documentId);
    if (document) showAppended(document, appended);
  }

  async function serverEdit(documentId: string, edit: DocumentEdit, actor: EditActor, prepare?: Preparing) {
    const appended = await appendEdit(pool, documentId, edit, actor, { retryMs: settings.retryMs, prepare });
    if (!appended) return null;
    await publish(documentId, appended);
    return appended.seq;
  }

  return {
    handleUpgrade: upgradeHandler({
      hocuspocus,
      sessions,
      findVisitor,
      isOriginAllowed,
      isClosing: () => closing,
      opened,
      settings,
    }),
    closeUser: (userId) => access.closeUser(userId),
    closeSession: (sessionId) => access.closeSession(sessionId),
    closeReview: (reviewId) => access.closeReview(reviewId),
    recheck: (filter) => access.recheck(filter),
    hear: (message) => fanOut.hear(message),
    async missed() {
      for (const documentId of hocuspocus.documents.keys()) fanOut.askWho(documentId);
      await Promise.all([access.recheck(), readAllNews()]);
    },
    appendServerEdit: (documentId, edit, actor) => serverEdit(documentId, edit, actor),
    show: publish,
    stats: () => ({ sockets: sessions.size, documents: hocuspocus.documents.size, log: log.stats }),
    canCommit: () => !log.isFailing,
    settled: () => log.settled(),
    async close() {
      closing = true;
      clearInterval(backstop);
      clearInterval(poll);
      late.close();
      await log.settled();
      for (const session of sessions) session.socket.close(CLOSE.restarting, "restarting");
      for (const until = Date.now() + CLOSE_WAIT_MS; sessions.size > 0 && Date.now() < until; ) await sleep(20);
      for (const session of sessions) session.socket.terminate();
      await log.settled();
      await Promise.all([fanOut.close(), closed.close()]);
      for (const document of hocuspocus.documents.values()) document.destroy();
    },
  };
}
