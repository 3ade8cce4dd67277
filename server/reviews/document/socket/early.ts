import type { DocumentRows } from "../log/load.ts";

/** Rows of so many documents at most are read before it is known whether their readers have access. */
const MOST_READ = 20;

interface EarlyOptions<Decision> {
  decide(): Promise<Decision>;
  /** Reads a document that isn't open. Null for one that is. */
  read(): Promise<DocumentRows | null>;
  epoch: () => number;
}

/** A tab that introduces itself later gets what is true then. */
const FRESH_MS = 1000;

let reading = 0;

/**
 * What is asked of the database as soon as a socket opens, while its browser still introduces itself. Nothing of it is
 * used before access has been decided.
 */
export class Early<Decision> {
  readonly #since = performance.now();
  readonly #epoch: number;
  readonly #decision: Promise<Decision | undefined>;
  readonly #rows: Promise<DocumentRows | null>;

  constructor(private readonly options: EarlyOptions<Decision>) {
    this.#epoch = options.epoch();
    this.#decision = options.decide().catch(() => undefined);
    this.#rows = reading < MOST_READ ? this.#read() : Promise.resolve(null);
  }

  /** Undefined if it must be decided again: that failed, or access has changed since. */
  async decision(): Promise<Decision | undefined> {
    const decision = await this.#decision;
    return this.#isFresh && this.#epoch === this.options.epoch() ? decision : undefined;
  }

  /** Null if they must be read again. Later rows can be missing. */
  async rows(): Promise<DocumentRows | null> {
    return this.#isFresh ? this.#rows : null;
  }

  get #isFresh(): boolean {
    return performance.now() - this.#since < FRESH_MS;
  }

  async #read(): Promise<DocumentRows | null> {
    reading++;
    try {
      return await this.options.read();
    } catch {
      return null;
    } finally {
      reading--;
    }
  }
}
