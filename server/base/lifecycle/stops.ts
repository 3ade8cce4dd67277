import type { Logger } from "pino";

/** Parts to stop, in reverse order of their start. */
export class Stops {
  readonly #entries: { name: string; stop: () => Promise<void> }[] = [];
  readonly #log: Logger;
  readonly #patienceMs: number;
  constructor(log: Logger, patienceMs = 8000) {
    this.#log = log;
    this.#patienceMs = patienceMs;
  }

  add(name: string, stop: () => Promise<void>): void {
    this.#entries.push({ name, stop });
  }

  /** Stops everything, one after the other. One that fails or blocks is logged and doesn't keep the rest running. */
  async run(): Promise<void> {
    for (let entry = this.#entries.pop(); entry; entry = this.#entries.pop()) {
      const started = performance.now();
      try {
        const isInTime = await within(entry.stop(), this.#patienceMs);
        const ms = Math.round(performance.now() - started);
        if (isInTime) this.#log.info({ part: entry.name, ms }, "stopped");
        else this.#log.warn({ part: entry.name, ms }, "did not stop in time. Continuing without it");
      } catch (error) {
        this.#log.error({ err: error, part: entry.name }, "did not stop cleanly");
      }
    }
  }
}

/** Waits for `work`, at most so long. Returns false if the time ran out. */
export async function within(work: Promise<unknown>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
