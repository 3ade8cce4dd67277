import type { Logger } from "pino";

/** npm passes Ctrl-C on although the terminal has already sent it, so a repeat this soon is the same key press. */
const SAME_PRESS_MS = 1000;
const HARD_EXIT_MS = 25_000;

export interface SignalOptions {
  log: Logger;
  stop: () => Promise<void>;
}

/** SIGTERM, Ctrl-C and a closed terminal stop the server in order. A second signal, or 25 s, ends it at once. */
export function stopOnSignals({ log, stop }: SignalOptions): void {
  let firstAt: number | null = null;
  const end = (reason: string, code: number) => {
    firstAt = Date.now();
    log.info({ reason }, "stopping");
    setTimeout(() => process.exit(code || 1), HARD_EXIT_MS).unref();
    stop().then(
      () => process.exit(code),
      () => process.exit(1),
    );
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (firstAt === null) end(signal, 0);
      else if (Date.now() - firstAt > SAME_PRESS_MS) process.exit(130);
    });
  }
  process.on("uncaughtException", (error) => {
    log.fatal({ err: error }, "unhandled error");
    if (firstAt === null) end("uncaughtException", 1);
  });
  process.on("unhandledRejection", (error) => log.error({ err: error }, "unhandled promise rejection"));
}
