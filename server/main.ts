import { running } from "#server/base/kernel/running.ts";
import { assertPortFree, openForServer, Stops, stopOnSignals } from "#server/base/lifecycle/index.ts";
import { type Config, config, ownOrigin } from "#server/base/process/config.ts";
import { logger } from "#server/base/process/log.ts";
import { secret } from "#server/base/process/secret.ts";
import { explainFailure } from "#server/base/process/start-error.ts";
import { Health } from "#server/http/health.ts";
import { startWeb } from "#server/http/start-web.ts";
import { ALL_JOBS, startJobs } from "#server/jobs/index.ts";
import { START_HOOKS } from "#server/main/start-hooks.ts";
import { startOutboxFeed } from "#server/main/start-outbox-feed.ts";

const begunAt = performance.now();

/** Database, migrations, hooks, jobs, web. Every part that starts says how it is stopped. */
async function start(settings: Config, health: Health, stops: Stops): Promise<void> {
  const log = logger();
  const goOn = () => {
    if (health.state === "stopping") throw new Error("asked to stop while starting");
  };
  await assertPortFree(settings.host, settings.port);
  secret();
  const { database, isEmbedded } = await openForServer(settings, log, stops);
  health.database = database;
  goOn();
  const notes: string[] = [];
  for (const hook of START_HOOKS) notes.push(...(await hook.run({ database, config: settings, isEmbedded, log })));
  goOn();
  if (settings.roles.has("jobs")) {
    const jobs = await startJobs(ALL_JOBS, { database, log });
    stops.add("jobs", () => jobs.stop());
    running().jobs = health.jobs = jobs;
  }
  goOn();
  const feed = startOutboxFeed(database, log);
  stops.add("outbox feed", () => feed.stop());
  const port = await startWeb({ config: settings, database, health, stops, log });
  goOn();
  health.state = "ready";
  announce(settings, port, notes);
}

function announce(settings: Config, port: number, notes: readonly string[]): void {
  const seconds = ((performance.now() - begunAt) / 1000).toFixed(1);
  console.log(`Afterword is ready at ${ownOrigin({ ...settings, port })} (${seconds} s)`);
  for (const line of notes) console.log(line);
}

async function main(): Promise<void> {
  const settings = config();
  const stops = new Stops(logger());
  const health = new Health();
  let started: Promise<void> = Promise.resolve();
  const stop = async () => {
    health.state = "stopping";
    await started.catch(() => undefined);
    await stops.run();
  };
  stopOnSignals({ log: logger(), stop });
  try {
    started = start(settings, health, stops);
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
