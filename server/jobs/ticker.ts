import type { Job, JobContext } from "./job.ts";

export interface Ticker {
  /** Runs it now, or right after the run that is under way. */
  kick(): void;
  /** Ends after the run that is under way. */
  stop(): Promise<void>;
}

/** Runs a job every so many seconds, one run after the other. A failed run is logged and the next one comes. */
export function startTicker(job: Job, everySeconds: number, context: JobContext): Ticker {
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
