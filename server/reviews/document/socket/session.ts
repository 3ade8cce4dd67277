import type { Connection } from "@hocuspocus/server";
import type { WebSocket } from "ws";
import type { SeenMessage } from "#lib/document/seen.ts";
import { CLOSE, scopeMessage } from "#lib/document/socket-protocol.ts";
import type { TakenOutMessage } from "#lib/document/taken-out.ts";
import { Sender } from "../repair/sender.ts";
import type { Early } from "./early.ts";

/** The person at the other end of a socket, and what they can do with its document. Ids are UUIDs. */
export interface Identity {
  userId: string;
  name: string;
  sessionId: string | null;
  readOnly: boolean;
  /** Only some people can read the review. */
  restricted: boolean;
  reviewId: string | null;
}

/** The owner of a socket, known before it takes a place. */
export interface Visitor {
  userId: string;
  /** The client's network. */
  network: string;
}

/** Returns who sent the headers of a request, or null for no one. Throws for a person with too many requests. */
export type FindVisitor = (headers: Headers) => Promise<Visitor | null>;

/** Decides from the request's headers. Null: no such document, or no access (the two look the same). */
export type Authenticate = (headers: Headers, documentId: string) => Promise<Decision>;

export type Decision = Identity | "signed_out" | null;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Returns whether a document can have that id. */
export const isDocumentId = (text: string): boolean => UUID.test(text);

const MOST_TAKEN_OUT = 10_000;

/** One socket for one document. Hooks find it in their context. */
export class SocketSession {
  identity: Identity | null = null;
  connection: Connection | null = null;
  /** Once set, no frame of this socket is handled any more. */
  revoked = false;
  /** Database reads since it opened, until its document is open. */
  early: Early | null = null;
  /** When its access was last asked for, in milliseconds, and after how many changes of access. */
  asked = { at: Number.NEGATIVE_INFINITY, epoch: -1 };
  /** Whether it had access just before its first message was answered. */
  isConfirmed = false;
  /** The edits that this tab has read. Unknown until it reports them. */
  sender: Sender | undefined;
  /** Ids of the template's parts that its person removes on purpose. */
  readonly takesOut = new Set<string>();
  /** Counts checks of access, so a slow older result never overrides a newer one. */
  checks = 0;

  constructor(
    readonly documentId: string,
    readonly headers: Headers,
    readonly socket: WebSocket,
    readonly visitor: Visitor,
  ) {}

  /** Drops what was read from the database when it opened. */
  forgetEarly(): void {
    this.early?.drop();
    this.early = null;
  }

  /** Records what the tab says that it has read, or removes from the template. */
  hear(message: SeenMessage | TakenOutMessage): void {
    if (message.t === "seen") {
      if (message.anew || !this.sender) this.sender = new Sender();
      this.sender.hear(message);
    } else if (this.takesOut.size < MOST_TAKEN_OUT)
      for (const [client, clock] of message.ids) this.takesOut.add(`${client}:${clock}`);
  }

  /** Closes the socket itself: a provider whose document alone was closed stays attached and silent. */
  end(code: number, reason: string): void {
    this.revoked = true;
    this.socket.close(code, reason.slice(0, 100));
  }

  /** Applies a newer decision about an open socket. */
  decided(decision: Decision): void {
    if (!decision) this.end(CLOSE.noAccess, "no access");
    else if (decision === "signed_out" || decision.userId !== this.identity?.userId)
      this.end(CLOSE.signedOut, "signed out");
    else this.admit(decision);
  }

  /** Lets a person in with these rights, and tells the browser if they changed. */
  admit(identity: Identity): void {
    const before = this.identity;
    const changed = before?.readOnly !== identity.readOnly || before.restricted !== identity.restricted;
    this.identity = identity;
    if (!this.connection || !changed) return;
    this.connection.readOnly = identity.readOnly;
    this.connection.sendStateless(scopeMessage(identity));
  }
}

export interface SocketContext {
  session: SocketSession;
}

/** Minimal shape of our logger. */
export interface CollabLogger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
