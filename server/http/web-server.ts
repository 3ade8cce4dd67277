import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import type { Logger } from "pino";
import { markAddress } from "#server/base/kernel/client-address.ts";
import { explainListen, within } from "#server/base/lifecycle/index.ts";
import type { Config } from "#server/base/process/config.ts";
import { answerHook } from "./answer-hook.ts";
import type { Health } from "./health.ts";
import type { NextApp } from "./next-app.ts";
import { answerOperations } from "./operations.ts";
import { isReadableAddress, refuseAddress } from "./readable-address.ts";

/** The part of the collaboration server that the port needs. */
export interface UpgradeTarget {
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
}

export interface WebParts {
  config: Config;
  health: Health;
  next: NextApp | null;
  collab: UpgradeTarget | null;
  log: Logger;
}

const FINISH_MS = 3000;

/** Listens on HOST and PORT: operations, pages and API through Next, sockets by explicit dispatch. */
export class WebServer {
  readonly #server: Server;
  readonly #parts: WebParts;
  readonly #upgraded = new Set<Duplex>();

  constructor(parts: WebParts) {
    this.#parts = parts;
    this.#server = createServer({ keepAliveTimeout: 65_000, headersTimeout: 70_000 });
    this.#server.on("request", (request, response) => void this.#answer(request, response));
    this.#server.on("upgrade", (request, socket, head) => this.#upgrade(request, socket, head));
  }

  /** The port that it listens on. Throws a StartError when it cannot. */
  async listen(): Promise<number> {
    const { host, port } = this.#parts.config;
    await new Promise<void>((resolve, reject) => {
      this.#server.once("error", (error) => reject(explainListen(error, host, port)));
      this.#server.listen(port, host, resolve);
    });
    return (this.#server.address() as AddressInfo).port;
  }

  /** Takes no new connection from now on; resolves when the last request is answered, at the latest after 3 s. */
  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    const sweep = setInterval(() => this.#server.closeIdleConnections(), 50);
    await within(closed, FINISH_MS);
    clearInterval(sweep);
    this.#server.closeAllConnections();
    for (const socket of this.#upgraded) socket.destroy();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { config, health, next, log } = this.#parts;
    try {
      if (health.state === "stopping") response.setHeader("connection", "close");
      if (await answerOperations(request, response, { health, metricsToken: config.metricsToken })) return;
      markAddress(request, config.trustedProxies);
      if (!isReadableAddress(request.url)) refuseAddress(response);
      else if (next && (await answerHook(request, response))) return;
      else if (next) await next.handle(request, response);
      else response.writeHead(404).end();
    } catch (error) {
      log.error({ err: error, method: request.method }, "a request failed outside of every handler");
      if (!response.headersSent) response.writeHead(500);
      response.end();
    }
  }

  // Next hangs on an upgrade that it does not know: everything but our two paths is refused here.
  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { config, health, next, collab } = this.#parts;
    socket.on("error", () => socket.destroy());
    this.#upgraded.add(socket);
    socket.once("close", () => this.#upgraded.delete(socket));
    const path = request.url?.split("?", 1)[0];
    markAddress(request, config.trustedProxies);
    if (health.state === "stopping") refuse(socket, "503 Service Unavailable");
    else if (path === "/collab" && collab) collab.handleUpgrade(request, socket, head);
    else if (path === "/_next/hmr" && next && config.mode === "development") next.upgrade(request, socket, head);
    else refuse(socket, "404 Not Found");
  }
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
