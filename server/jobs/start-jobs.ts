import { PgBoss } from "pg-boss";
import type { Job, JobContext } from "./job.ts";

interface Ticker {
  /** Runs it now, or right after the current run. */
  kick(): void;
  /** Ends after the current run. */
  stop(): Promise<void>;
}

/** Runs a job at an interval in seconds, one run after the other. A failed run is logged, and the next one follows. */
function startTicker(job: Job, everySeconds: number, context: JobContext): Ticker {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;
  let isWanted = false;
  let isStopped = false;

  const run = async () => {
    clearTimeout(timer);
    do {
      isWanted = false;
      await job
        .run(context)
        .catch((error: unknown) => context.log.error({ err: error, job: job.name }, "a job failed"));
    } while (isWanted && !isStopped);
    running = null;
    if (!isStopped) timer = setTimeout(kick, everySeconds * 1000);
  };
  const kick = () => {
    if (isStopped) return;
    isWanted = true;
    running ??= run();
  };
  kick();
  return {
    kick,
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

export interface Jobs {
  /** Runs an interval job now, for example right after a commit. Does nothing for a name that runs elsewhere. */
  kick(name: string): void;
  /** Returns whether queue and schedule work. */
  isHealthy(): boolean;
  /** Waits up to 5 s for running jobs. A job that is cut off is repeated after the next start. */
  stop(): Promise<void>;
}

const STOP_MS = 5000;

/**
 * Starts every job: cron jobs in pg-boss (schema `pgboss`, which it creates itself), and interval jobs in this process.
 */
export async function startJobs(jobs: readonly Job[], base: Omit<JobContext, "signal">): Promise<Jobs> {
  const aborted = new AbortController();
  const context: JobContext = { ...base, signal: aborted.signal };
  const { boss, isHealthy } = await startBoss(jobs, context);
  const tickers = new Map<string, Ticker>();
  for (const job of jobs) {
    if ("everySeconds" in job.when) tickers.set(job.name, startTicker(job, job.when.everySeconds, context));
  }
  return {
    kick: (name) => tickers.get(name)?.kick(),
    isHealthy,
    async stop() {
      aborted.abort();
      const ends = [...tickers.values()].map((ticker) => ticker.stop());
      await Promise.race([
        Promise.allSettled([...ends, boss.stop({ graceful: true, timeout: STOP_MS })]),
        new Promise((resolve) => setTimeout(resolve, STOP_MS + 1000).unref()),
      ]);
    },
  };
}

async function startBoss(jobs: readonly Job[], context: JobContext) {
  let lastErrorAt = 0;
  const boss = new PgBoss({ connectionString: context.database.url, application_name: "afterword jobs", max: 3 });
  boss.on("error", (error) => {
    lastErrorAt = Date.now();
    context.log.error({ err: error }, "the job queue failed");
  });
  await boss.start();
  for (const job of jobs) if ("cron" in job.when) await addCronJob(boss, job, job.when.cron, context);
  await removeForgotten(boss, jobs);
  return { boss, isHealthy: () => Date.now() - lastErrorAt > 10_000 };
}

async function addCronJob(boss: PgBoss, job: Job, cron: string, context: JobContext): Promise<void> {
  // "singleton": one run at a time in the whole deployment.
  await boss.createQueue(job.name, { policy: "singleton", retryLimit: 3, retryDelay: 30, retryBackoff: true });
  await boss.work(job.name, { pollingIntervalSeconds: 5 }, () => job.run(context));
  await boss.schedule(job.name, cron, null, { tz: "UTC" });
}

// A job of an earlier version must not stay on the schedule.
async function removeForgotten(boss: PgBoss, jobs: readonly Job[]): Promise<void> {
  const known = new Set(jobs.map((job) => job.name));
  for (const schedule of await boss.getSchedules()) if (!known.has(schedule.name)) await boss.unschedule(schedule.name);
}
