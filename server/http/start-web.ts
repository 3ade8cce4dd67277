import type { Logger } from "pino";
import type { Database } from "#server/base/db/client.ts";
import { running } from "#server/base/kernel/running.ts";
import { type Stops, within } from "#server/base/lifecycle/index.ts";
import type { Config } from "#server/base/process/config.ts";
import { socketIdentity } from "#server/people/auth/socket-identity.ts";
import { type CollabServer, createCollabServer, runningCollab } from "#server/reviews/document/index.ts";
import { isOriginAllowed } from "./allowed-origin.ts";
import type { Health } from "./health.ts";
import { startNext } from "./next-app.ts";
import { WebServer } from "./web-server.ts";

export interface StartWebInput {
  config: Config;
  database: Database;
  health: Health;
  stops: Stops;
  log: Logger;
}

const NEXT_CLOSE_MS = 3000;

/** Pages, API and document sockets by role, on one port. Answers the port. */
export async function startWeb({ config, database, health, stops, log }: StartWebInput): Promise<number> {
  const collab = config.roles.has("collab") ? openCollab(config, database, log) : null;
  const isDevelopment = config.mode === "development";
  const next = config.roles.has("web")
    ? await startNext({ isDevelopment, hostname: config.host, port: config.port })
    : null;
  stops.add("pages", async () => {
    if (next) await within(next.close(), NEXT_CLOSE_MS);
  });
  const web = new WebServer({ config, health, next, collab, log });
  // The port closes last and waits for every connection: sockets and streams end before it.
  stops.add("requests", () => web.close());
  stops.add("change streams", async () => running().changes.close());
  stops.add("document sockets", async () => collab?.close());
  return web.listen();
}

function openCollab(config: Config, database: Database, logger: Logger): CollabServer {
  const collab = createCollabServer({
    pool: database.logPool,
    authenticate: socketIdentity,
    isOriginAllowed: (request) => isOriginAllowed(request, config.publicUrl),
    logger,
    settings: config.socketGuard,
  });
  runningCollab().server = collab;
  return collab;
}
