import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { Hocuspocus } from "@hocuspocus/server";
import { type WebSocket, WebSocketServer } from "ws";
import { SCHEMA_VERSION } from "#lib/document/schema-version.ts";
import { CLOSE, COLLAB_PATH } from "#lib/document/socket-protocol.ts";
import { type SocketContext, SocketSession } from "./session.ts";
import type { CollabSettings } from "./settings.ts";
import { Throttle } from "./throttle.ts";

export type OriginCheck = (request: IncomingMessage) => boolean;

interface UpgradeOptions {
  hocuspocus: Hocuspocus<SocketContext>;
  sessions: Set<SocketSession>;
  isOriginAllowed: OriginCheck;
  isClosing: () => boolean;
  settings: CollabSettings;
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

/** Takes over an HTTP upgrade for the document socket. Refuses other paths, foreign origins and a crowd at the door. */
export function upgradeHandler(options: UpgradeOptions) {
  const { hocuspocus, sessions, settings } = options;
  const server = new WebSocketServer({ noServer: true, maxPayload: settings.frameBytes, clientTracking: false });

  function serve(socket: WebSocket, url: URL, headers: Headers): void {
    const session = new SocketSession(url.searchParams.get("doc") ?? "", headers, socket);
    const throttle = new Throttle(settings);
    const request = new Request(url, { headers });
    const client = hocuspocus.handleConnection(socket, request, { session });
    const deadline = setTimeout(() => {
      if (!session.identity) session.end(CLOSE.tryLater, "nobody signed in");
    }, settings.signInMs);
    sessions.add(session);
    socket.on("message", (data, isBinary) => {
      if (session.revoked || !isBinary || !(data instanceof Uint8Array)) return;
      throttle.apply(socket, data.length);
      client.handleMessage(new Uint8Array(data));
    });
    socket.on("close", (code, reason) => {
      clearTimeout(deadline);
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

  return (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const url = new URL(request.url ?? "/", "http://collab");
    const status = whyNot(request, url);
    if (status) {
      refuse(socket, status);
      return;
    }
    server.handleUpgrade(request, socket, head, (webSocket) => {
      if (url.searchParams.get("v") === String(SCHEMA_VERSION)) serve(webSocket, url, headersOf(request));
      else webSocket.close(CLOSE.otherSchema, "reload");
    });
  };
}
