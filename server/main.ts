import { join } from "node:path";
import type { Logger } from "pino";
import type { Database } from "#server/base/db/client.ts";
import { startPulse } from "#server/base/db/pulse.ts";
import { running } from "#server/base/kernel/running.ts";
import { assertPortFree, openForServer, Stops, stopOnSignals, within } from "#server/base/lifecycle/index.ts";
import { type Config, config, ownOrigin } from "#server/base/process/config.ts";
import { logger } from "#server/base/process/log.ts";
import { projectRoot } from "#server/base/process/project-root.ts";
import { secret } from "#server/base/process/secret.ts";
import { explainFailure } from "#server/base/process/start-error.ts";
import { closeWorkers } from "#server/base/worker/index.ts";
import { isOriginAllowed } from "#server/http/web/allowed-origin.ts";
import { answerApi } from "#server/http/web/answer-api.ts";
import { earlyPages } from "#server/http/web/early-page.ts";
import { Health } from "#server/http/web/health.ts";
import { startNext } from "#server/http/web/next-app.ts";
import { staticFiles } from "#server/http/web/static-files.ts";
import { WebServer } from "#server/http/web/web-server.ts";
import { ALL_JOBS, startJobs } from "#server/jobs/index.ts";
import { listenToProcesses } from "#server/main/other-processes.ts";
import { START_HOOKS } from "#server/main/start-hooks.ts";
import { socketIdentity, socketVisitor } from "#server/people/auth/socket-identity.ts";
import { type CollabServer, createCollabServer, runningCollab } from "#server/reviews/document/index.ts";

interface StartWebInput {
  config: Config;
  database: Database;
  health: Health;
  stops: Stops;
  log: Logger;
}

const NEXT_CLOSE_MS = 3000;

/** Pages, API and document sockets by role, on one port. Returns the port. */
async function startWeb({ config, database, health, stops, log }: StartWebInput): Promise<number> {
  const collab = config.roles.has("collab") ? openCollab(config, database, log) : null;
  const isDevelopment = config.mode === "development";
  const next = config.roles.has("web")
    ? await startNext({ isDevelopment, hostname: config.host, port: config.port })
    : null;
  health.documentLog = collab;
  stops.add("pages", async () => {
    if (next) await within(next.close(), NEXT_CLOSE_MS);
  });
  const build = next && !isDevelopment ? join(projectRoot(), ".next") : null;
  const files = build === null ? null : staticFiles(join(build, "static"));
  const early = build === null ? null : earlyPages(build, log);
  const web = new WebServer({ config, health, next, api: next && answerApi, files, early, collab, log });
  // The port closes last and waits for every connection: sockets and streams end before it.
  stops.add("requests", () => web.close());
  stops.add("workers", closeWorkers);
  stops.add("change streams", async () => running().changes.close());
  stops.add("document sockets", async () => collab?.close());
  return web.listen();
}

function openCollab(config: Config, database: Database, logger: Logger): CollabServer {
  const collab = createCollabServer({
    pool: database.logPool,
    findVisitor: socketVisitor,
    authenticate: socketIdentity,
    isOriginAllowed: (request) => isOriginAllowed(request, config.publicUrl),
    logger,
    settings: config.socketGuard,
  });
  runningCollab().server = collab;
  return collab;
}

const startedAt = performance.now();

/** Starts database, migrations, hooks, jobs and web. Every part registers how it is stopped. */
async function start(settings: Config, health: Health, stops: Stops, signal: AbortSignal): Promise<void> {
  const log = logger();
  const goOn = () => signal.throwIfAborted();
  await assertPortFree(settings.host, settings.port);
  secret();
  const { database, isEmbedded } = await openForServer(settings, log, stops);
  health.database = database;
  const pulse = startPulse(database, log);
  stops.add("pulse", async () => pulse.stop());
  running().pulse = health.pulse = pulse;
  health.dataDir = isEmbedded ? settings.dataDir : null;
  goOn();
  const notes: string[] = [];
  for (const hook of START_HOOKS)
    notes.push(...(await hook.run({ database, config: settings, isEmbedded, log, signal })));
  goOn();
  if (settings.roles.has("jobs")) {
    const jobs = await startJobs(ALL_JOBS, { database, log });
    stops.add("jobs", () => jobs.stop());
    running().jobs = health.jobs = jobs;
  }
  goOn();
  const others = listenToProcesses(database, log);
  stops.add("other processes", () => others.stop());
  const port = await startWeb({ config: settings, database, health, stops, log });
  // Nothing that waits for a silent database can delay the stop: with its pools closed, all of it fails at once.
  stops.add("silent database", async () => {
    if (pulse.isSilent) await database.close();
  });
  goOn();
  health.state = "ready";
  announce(settings, port, [...notes, ...proxyNotes(settings)]);
}

/** A server that is reached from elsewhere is often behind a proxy, and would treat all visitors as one client. */
function proxyNotes({ isLoopback, publicUrl, trustedProxies }: Config): string[] {
  if (trustedProxies > 0 || (isLoopback && publicUrl === null)) return [];
  return [
    "No reverse proxy is trusted. If one is in front, set AFTERWORD_TRUSTED_PROXIES to their number, because limits count by each visitor's address.",
  ];
}

function announce(settings: Config, port: number, notes: readonly string[]): void {
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const ready = `Afterword is ready at ${ownOrigin({ ...settings, port })} (${seconds} s)`;
  // At once, so a program that waits for the first line has the code of the set-up too.
  console.log([ready, ...notes].join("\n"));
}

async function main(): Promise<void> {
  const settings = config();
  const stops = new Stops(logger());
  const health = new Health();
  const asked = new AbortController();
  let started: Promise<void> = Promise.resolve();
  const stop = async () => {
    health.state = "stopping";
    asked.abort(new Error("asked to stop while starting"));
    await started.catch(() => undefined);
    await stops.run();
  };
  stopOnSignals({ log: logger(), stop });
  try {
    started = start(settings, health, stops, asked.signal);
    await started;
  } catch (error) {
    if (health.state === "stopping") return;
    console.error(explainFailure(error));
    await stops.run();
    process.exit(1);
  }
}

main().catch((error: unknown) => {
  console.error(explainFailure(error));
  process.exit(1);
});
