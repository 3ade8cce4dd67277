import { type IncomingMessage, Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import next from "next";
import { projectRoot } from "#server/project-root.ts";

export interface NextApp {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** For /_next/hmr in development only. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void>;
  close(): Promise<void>;
}

/** Next, prepared. It adds an upgrade listener of its own to the server that it is given: it is given one that never listens. */
export async function startNext(options: { isDevelopment: boolean; hostname: string; port: number }): Promise<NextApp> {
  const { isDevelopment, hostname, port } = options;
  const app = next({ dev: isDevelopment, dir: projectRoot(), hostname, port, httpServer: new Server() });
  await app.prepare();
  const handle = app.getRequestHandler();
  return {
    handle: (request, response) => handle(request, response),
    upgrade: (request, socket, head) => app.getUpgradeHandler()(request, socket, head),
    close: () => app.close(),
  };
}
