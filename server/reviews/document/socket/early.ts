import type { DocumentRows } from "../log/load.ts";

/** So many documents at most are in memory before it is known whether their readers have access. */
const MOST_READ = 20;

interface EarlyOptions<Decision> {
  decide(): Promise<Decision>;
  /** Reads a document that isn't open. Null for one that is. */
  read(): Promise<DocumentRows | null>;
  epoch: () => number;
}

/** A tab that introduces itself so long after an answer gets what is true then. */
const FRESH_MS = 1000;

let inMemory = 0;

/**
 * What is asked of the database as soon as a socket opens, while its browser still introduces itself. Nothing of it is
 * used before access has been decided.
 */
export class Early<Decision> {
  #decidedAt = 0;
  readonly #epoch: number;
  readonly #decision: Promise<Decision | undefined>;
  readonly #dropped = Promise.withResolvers<void>();
  #rows: Promise<DocumentRows | null> | null;

  constructor(private readonly options: EarlyOptions<Decision>) {
    this.#epoch = options.epoch();
    this.#decision = this.#decide().catch(() => undefined);
    this.#rows = inMemory < MOST_READ ? this.#read() : null;
  }

  /** Undefined if it must be decided again: that failed, or access has changed since. */
  async decision(): Promise<Decision | undefined> {
    const decision = await this.#decision;
    const isFresh = performance.now() - this.#decidedAt < FRESH_MS;
    return isFresh && this.#epoch === this.options.epoch() ? decision : undefined;
  }

  /** Null if they must be read again. Later rows can be missing. */
  async rows(): Promise<DocumentRows | null> {
    return this.#rows;
  }

  /** Forgets the rows. They take one of the places until then, and while they are being read. */
  drop(): void {
    this.#rows = null;
    this.#dropped.resolve();
  }

  async #decide(): Promise<Decision> {
    const decision = await this.options.decide();
    this.#decidedAt = performance.now();
    return decision;
  }

  #read(): Promise<DocumentRows | null> {
    inMemory++;
    const rows = this.options.read().catch(() => null);
    void rows
      .then((found) => found && this.#forgetLater())
      .then(() => {
        inMemory--;
      });
    return rows;
  }

  async #forgetLater(): Promise<void> {
    const timer = setTimeout(() => this.drop(), FRESH_MS).unref();
    await this.#dropped.promise;
    clearTimeout(timer);
  }
}
