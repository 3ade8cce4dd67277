import type { Logger } from "pino";

/** What must be ended, in the reverse order of its start. */
export class Stops {
  readonly #entries: { name: string; stop: () => Promise<void> }[] = [];
  readonly #log: Logger;
  constructor(log: Logger) {
    this.#log = log;
  }

  add(name: string, stop: () => Promise<void>): void {
    this.#entries.push({ name, stop });
  }

  /** Ends everything, one after the other; a failure in one is logged and does not keep the rest running. */
  async run(): Promise<void> {
    for (let entry = this.#entries.pop(); entry; entry = this.#entries.pop()) {
      const begun = performance.now();
      try {
        await entry.stop();
        this.#log.info({ part: entry.name, ms: Math.round(performance.now() - begun) }, "stopped");
      } catch (error) {
        this.#log.error({ err: error, part: entry.name }, "did not stop cleanly");
      }
    }
  }
}

/** Waits for `work`, at most so long. False when the time ran out. */
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
