import { createHash, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import type { Logger } from "pino";
import { isFromHere, markAddress } from "#server/base/kernel/client-address.ts";
import { explainListen, within } from "#server/base/lifecycle/index.ts";
import type { Config } from "#server/base/process/config.ts";
import { endSlowBody } from "../upload/slow-body.ts";
import { isForeign, refuseForeign } from "./allowed-origin.ts";
import type { answerApi } from "./answer-api.ts";
import { answerFeed } from "./answer-feed.ts";
import { answerHook } from "./answer-hook.ts";
import { answerUnsubscribe } from "./answer-unsubscribe.ts";
import type { EarlyPages } from "./early-page.ts";
import type { Health } from "./health.ts";
import { measureRequest, readMetrics } from "./metrics.ts";
import type { NextApp } from "./next-app.ts";
import { keepOwnCookies } from "./own-cookies.ts";
import { isReadableAddress, refuseAddress } from "./readable-address.ts";
import { setSecurityHeaders } from "./security-headers.ts";
import { answerWhileSilent } from "./silent-database.ts";
import type { StaticFiles } from "./static-files.ts";

const send = (response: ServerResponse, status: number, type: string, body: string) => {
  response.writeHead(status, { "content-type": type, "cache-control": "no-store" });
  response.end(body);
};

const hash = (text: string) => createHash("sha256").update(text).digest();

function mayReadMetrics(request: IncomingMessage, token: string | null): boolean {
  const given = request.headers.authorization?.replace(/^Bearer /, "");
  if (token !== null && given !== undefined) return timingSafeEqual(hash(given), hash(token));
  return isFromHere(request);
}

/**
 * Serves /healthz (this process is alive), /readyz (200, or 503 with the failing parts) and /metrics (Prometheus, with
 * the token or from this machine). Returns false for any other path. Separate from Next, so they respond whatever it
 * does.
 */
async function answerOperations(
  request: IncomingMessage,
  response: ServerResponse,
  { health, metricsToken }: { health: Health; metricsToken: string | null },
): Promise<boolean> {
  const path = request.url?.split("?", 1)[0];
  if (path === "/healthz") {
    send(response, 200, "text/plain; charset=utf-8", "alive\n");
    return true;
  }
  if (path === "/readyz") {
    const readiness = await health.check();
    send(response, readiness.ready ? 200 : 503, "application/json", `${JSON.stringify(readiness)}\n`);
    return true;
  }
  if (path !== "/metrics") return false;
  if (mayReadMetrics(request, metricsToken)) {
    const { text, type } = await readMetrics(health.database);
    send(response, 200, type, text);
  } else
    send(response, 403, "text/plain; charset=utf-8", "Send the token of AFTERWORD_METRICS_TOKEN as a bearer token.\n");
  return true;
}

/** The part of the collaboration server that the port needs. */
export interface UpgradeTarget {
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
}

export interface WebParts {
  config: Config;
  health: Health;
  next: NextApp | null;
  /** Responds to the operations of the API. Null: the pages do. */
  api: typeof answerApi | null;
  /** The built files. Null in development, where Next has them. */
  files: StaticFiles | null;
  /** Null in development, where pages have other styles with each change. */
  early: EarlyPages | null;
  collab: UpgradeTarget | null;
  log: Logger;
}

const FINISH_MS = 3000;

/** Listens on HOST and PORT: health and metrics, pages and API through Next, and sockets by explicit dispatch. */
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

  /** Returns the port that it listens on. Throws a StartError if it can't. */
  async listen(): Promise<number> {
    const { host, port } = this.#parts.config;
    await new Promise<void>((resolve, reject) => {
      this.#server.once("error", (error) => reject(explainListen(error, host, port)));
      this.#server.listen(port, host, resolve);
    });
    return (this.#server.address() as AddressInfo).port;
  }

  /** Accepts no new connections from now. Resolves when the last response is sent, at the latest after 3 s. */
  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    const sweep = setInterval(() => this.#server.closeIdleConnections(), 50);
    await within(closed, FINISH_MS);
    clearInterval(sweep);
    this.#server.closeAllConnections();
    for (const socket of this.#upgraded) socket.destroy();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { config, health, next, files, log } = this.#parts;
    try {
      if (health.state === "stopping") response.setHeader("connection", "close");
      setSecurityHeaders(request, response, config);
      endSlowBody(request);
      if (await answerOperations(request, response, { health, metricsToken: config.metricsToken })) return;
      measureRequest(request, response);
      markAddress(request, config.trustedProxies);
      keepOwnCookies(request);
      if (!isReadableAddress(request.url)) refuseAddress(response);
      else if (await files?.(request, response)) return;
      else if (next && (await answerHook(request, response))) return;
      else if (next && (await answerFeed(request, response))) return;
      else if (next && (await answerUnsubscribe(request, response))) return;
      else if (isForeign(request, config.publicUrl)) refuseForeign(response, config.publicUrl);
      else if (await this.#parts.api?.(request, response, { isDevelopment: config.mode === "development" })) return;
      else if (next && (await answerWhileSilent(request, response, health.pulse))) return;
      else if (next) {
        await this.#parts.early?.(request, response);
        await next.handle(request, response);
      } else response.writeHead(404).end();
    } catch (error) {
      log.error({ err: error, method: request.method }, "a request failed outside of every handler");
      if (!response.headersSent) response.writeHead(500);
      response.end();
    }
  }

  // Next blocks on an unknown upgrade, so everything except two paths is rejected here.
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
