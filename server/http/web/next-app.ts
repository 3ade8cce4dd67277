import { type IncomingMessage, Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import next from "next";
import { projectRoot } from "#server/base/process/project-root.ts";
import { StartError } from "#server/base/process/start-error.ts";

export interface NextApp {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** For /_next/hmr in development only. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): Promise<void>;
}

/** `npm run build` removes the built pages and writes them again, so no start can read them then. */
export const pagesUnreadable = (cause: unknown) =>
  new StartError(
    "the built pages in .next can't be read",
    "They're missing or being rebuilt. Wait until the build in this folder has ended, then run npm start again.",
    cause instanceof Error ? new Error(cause.message.split("\n", 1)[0]) : undefined,
  );

/**
 * Prepares Next. Throws a StartError if its pages are missing or being rebuilt. It adds its own upgrade listener to the
 * server that it is given, so it is given one that never listens.
 */
export async function startNext(options: { isDevelopment: boolean; hostname: string; port: number }): Promise<NextApp> {
  const { isDevelopment, hostname, port } = options;
  const neverListens = new Server();
  const app = next({ dev: isDevelopment, dir: projectRoot(), hostname, port, httpServer: neverListens });
  await app.prepare().catch((error: unknown) => {
    throw isDevelopment ? error : pagesUnreadable(error);
  });
  const handle = app.getRequestHandler();
  // getUpgradeHandler() belongs to the page server and never handles hot reload. The custom server's own one does.
  const { upgradeHandler } = app as typeof app & { upgradeHandler: NextApp["upgrade"] };
  return {
    handle: (request, response) => handle(request, response),
    upgrade: (request, socket, head) => upgradeHandler(request, socket, head),
    close: () => app.close(),
  };
}
