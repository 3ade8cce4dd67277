import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { Hocuspocus } from "@hocuspocus/server";
import { type WebSocket, WebSocketServer } from "ws";
import { SCHEMA_VERSION } from "#lib/document/schema-version.ts";
import { CLOSE, COLLAB_PATH, isPing, PING, personOf, schemaOf, schemaReason } from "#lib/document/socket-protocol.ts";
import { networkOf } from "#server/people/auth/network-of.ts";
import { BatchedSocket } from "./batched-socket.ts";
import { type FindVisitor, type SocketContext, SocketSession, type Visitor } from "./session.ts";
import type { CollabSettings } from "./settings.ts";
import { Throttle } from "./throttle.ts";

export type OriginCheck = (request: IncomingMessage) => boolean;

interface UpgradeOptions {
  hocuspocus: Hocuspocus<SocketContext>;
  sessions: Set<SocketSession>;
  findVisitor: FindVisitor;
  isOriginAllowed: OriginCheck;
  isClosing: () => boolean;
  /** Called for a socket that has opened, before its person is known to have access. */
  opened(session: SocketSession): void;
  settings: CollabSettings;
}

interface Opening {
  url: URL;
  headers: Headers;
}

function refuse(socket: Duplex, status: string): void {
  socket.on("error", () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function headersOf(request: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  return headers;
}

/**
 * Most sockets that are opened only to give the reason for rejecting them, because a browser gets none for a rejected
 * upgrade.
 */
const MOST_TOLD = 50;
const TOLD_MS = 2_000;

/**
 * Handles an HTTP upgrade for the document socket. Rejects other paths and foreign origins, clients that aren't signed
 * in, and a person or a network with too many sockets, before any of them takes a place.
 */
export function upgradeHandler(options: UpgradeOptions) {
  const { hocuspocus, sessions, settings } = options;
  const server = new WebSocketServer({ noServer: true, maxPayload: settings.frameBytes, clientTracking: false });

  const asking = new Map<string, number>();
  let told = 0;

  function serve(socket: WebSocket, stream: Duplex, { url, headers }: Opening, visitor: Visitor): void {
    const session = new SocketSession(url.searchParams.get("doc") ?? "", headers, socket, visitor);
    const throttle = new Throttle(settings);
    const request = new Request(url, { headers });
    const client = hocuspocus.handleConnection(new BatchedSocket(socket, stream), request, { session });
    const deadline = setTimeout(() => {
      if (!session.identity) session.end(CLOSE.tryLater, "not signed in");
    }, settings.signInMs);
    sessions.add(session);
    options.opened(session);
    socket.on("message", (data, isBinary) => {
      if (session.revoked || !isBinary || !(data instanceof Uint8Array)) return;
      throttle.apply(socket, data.length);
      if (isPing(data)) return socket.send(PING);
      client.handleMessage(new Uint8Array(data));
    });
    socket.on("close", (code, reason) => {
      clearTimeout(deadline);
      session.forgetEarly();
      sessions.delete(session); // frames that came before the close are still handled
      client.handleClose({ code, reason: reason.toString() });
    });
    socket.on("error", () => socket.terminate());
  }

  function whyNot(request: IncomingMessage, url: URL): string | null {
    if (url.pathname !== COLLAB_PATH) return "404 Not Found";
    if (!options.isOriginAllowed(request)) return "403 Forbidden";
    const pending = [...sessions].filter((session) => session.identity === null).length;
    return options.isClosing() || pending >= settings.pendingSockets ? "503 Service Unavailable" : null;
  }

  /** Returns the close code for someone who can't have a socket, or null. */
  function whyClosed(url: URL, visitor: Visitor | null): [code: number, reason: string] | null {
    const person = personOf(url.href);
    if (!visitor || (person ?? visitor.userId) !== visitor.userId) return [CLOSE.signedOut, "signed-out"];
    if (schemaOf(url.href) !== SCHEMA_VERSION) return [CLOSE.otherSchema, schemaReason(SCHEMA_VERSION)];
    const count = (isOne: (other: Visitor) => boolean) => [...sessions].filter((other) => isOne(other.visitor)).length;
    const isCrowd =
      count(({ userId }) => userId === visitor.userId) >= settings.socketsPerUser ||
      count(({ network }) => network === visitor.network) >= settings.socketsPerNetwork;
    return isCrowd ? [CLOSE.tooManySockets, "too-many-sockets"] : null;
  }

  function tell(socket: WebSocket, [code, reason]: [number, string]): void {
    told += 1;
    socket.on("error", () => socket.terminate());
    const end = setTimeout(() => socket.terminate(), TOLD_MS);
    socket.on("close", () => {
      told -= 1;
      clearTimeout(end);
    });
    socket.close(code, reason);
  }

  async function admit(request: IncomingMessage, socket: Duplex, head: Buffer, url: URL): Promise<void> {
    const headers = headersOf(request);
    const visitor = await options.findVisitor(headers);
    const why = whyClosed(url, visitor);
    if (why && told >= MOST_TOLD) return refuse(socket, "401 Unauthorized");
    server.handleUpgrade(request, socket, head, (webSocket) => {
      if (why) tell(webSocket, why);
      else if (visitor) serve(webSocket, socket, { url, headers }, visitor);
    });
  }

  return (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const url = new URL(request.url ?? "/", "http://collab");
    const network = networkOf(String(request.headers["x-afterword-address"] ?? "unknown"));
    const others = asking.get(network) ?? 0;
    const status = others >= settings.askingPerNetwork ? "503 Service Unavailable" : whyNot(request, url);
    if (status) {
      refuse(socket, status);
      return;
    }
    asking.set(network, others + 1);
    admit(request, socket, head, url)
      .catch(() => refuse(socket, "503 Service Unavailable"))
      .finally(() => {
        const left = (asking.get(network) ?? 1) - 1;
        if (left > 0) asking.set(network, left);
        else asking.delete(network);
      });
  };
}
