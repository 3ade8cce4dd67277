import type { connectedPayload, Extension, onAuthenticatePayload } from "@hocuspocus/server";
import { roomMessage } from "#lib/document/room.ts";
import { CLOSE, scopeMessage } from "#lib/document/socket-protocol.ts";
import { stateOf } from "../guard/document-state.ts";
import { Refusal } from "../guard/refusal.ts";
import { lookAtRoom } from "../guard/room.ts";
import { retryTransient } from "../log/retry.ts";
import {
  type Authenticate,
  type CollabLogger,
  isDocumentId,
  type SocketContext,
  type SocketSession,
} from "./session.ts";
import type { CollabSettings } from "./settings.ts";

interface SignInOptions {
  authenticate: Authenticate;
  sessions: ReadonlySet<SocketSession>;
  /** Counts access changes: a decision made before the latest one is made again. */
  epoch: () => number;
  settings: Pick<
    CollabSettings,
    "retryMs" | "freshMs" | "socketsPerUser" | "socketsPerDocument" | "documentBytes" | "documentNodes"
  >;
  logger: CollabLogger;
}

/** Authorizes a person for the document that their socket was opened for. */
export function signIn({ authenticate, sessions, epoch, settings, logger }: SignInOptions): Extension<SocketContext> {
  /** Asks only once the browser has introduced itself: access that ended without a message yet has ended. */
  async function decide(session: SocketSession) {
    const ask = () => {
      session.asked = { at: performance.now(), epoch: epoch() };
      return authenticate(session.headers, session.documentId);
    };
    for (;;) {
      const decision = await retryTransient(ask, settings.retryMs);
      if (session.asked.epoch === epoch()) return decision;
    }
  }

  /** A document can take long to load, so an old decision is made again before the first message is answered. */
  async function confirm(session: SocketSession) {
    const { at, epoch: before } = session.asked;
    if (before === epoch() && performance.now() - at <= settings.freshMs) return;
    try {
      session.decided(await decide(session));
    } catch (error) {
      logger.error({ err: error, documentId: session.documentId }, "could not confirm access to a document");
      session.end(CLOSE.tryLater, "try-later");
    }
  }

  function refuseCrowd(session: SocketSession, userId: string) {
    const others = [...sessions].filter((other) => other !== session && other.identity !== null);
    const ofUser = others.filter((other) => other.identity?.userId === userId).length;
    const ofDocument = others.filter((other) => other.documentId === session.documentId).length;
    if (ofUser >= settings.socketsPerUser || ofDocument >= settings.socketsPerDocument)
      throw new Refusal(CLOSE.tooManySockets, "too-many-sockets");
  }

  async function admit({ documentName, connectionConfig, context }: onAuthenticatePayload<SocketContext>) {
    const { session } = context;
    if (documentName !== session.documentId || !isDocumentId(documentName))
      throw new Refusal(CLOSE.notFound, "not-found");
    const identity = await decide(session);
    if (identity === "signed_out") throw new Refusal(CLOSE.signedOut, "signed-out");
    if (!identity) throw new Refusal(CLOSE.notFound, "not-found");
    refuseCrowd(session, identity.userId);
    connectionConfig.readOnly = identity.readOnly;
    session.admit(identity);
  }

  return {
    extensionName: "sign-in",
    async onAuthenticate(data: onAuthenticatePayload<SocketContext>) {
      const { session } = data.context;
      try {
        await admit(data);
      } catch (error) {
        session.forgetEarly();
        const refusal = error instanceof Refusal ? error : new Refusal(CLOSE.tryLater, "try-later");
        if (refusal.code === CLOSE.tryLater)
          logger.error({ err: error, documentId: data.documentName }, "could not check access to a document");
        setImmediate(() => session.end(refusal.code, refusal.reason)); // after the response that Hocuspocus sends
        throw refusal;
      }
    },
    async connected({ connection, context }: connectedPayload<SocketContext>) {
      const { session } = context;
      session.connection = connection;
      session.forgetEarly();
      const { readOnly, restricted } = session.identity ?? { readOnly: true, restricted: true };
      connection.readOnly = readOnly;
      connection.sendStateless(scopeMessage({ readOnly, restricted }));
      setImmediate(() => {
        const state = stateOf(connection.document);
        lookAtRoom(connection.document, state, settings);
        if (state.room) connection.sendStateless(roomMessage(state.room));
      });
      // A socket must not outlive its document connection: its provider would stay attached and silent.
      connection.onClose(() => session.socket.close(CLOSE.tryLater, "closed"));
      const { refusal } = stateOf(connection.document);
      if (refusal) session.end(refusal.code, refusal.reason);
    },
    async beforeHandleMessage({ context }) {
      const { session } = context;
      if (!session.isConfirmed) await confirm(session);
      session.isConfirmed = true;
      if (session.revoked) throw new Refusal(CLOSE.noAccess, "no access");
    },
  };
}
