import type { DocumentRows } from "../log/load.ts";

/** So many documents at most are in memory before it is known whether their readers have access. */
const MOST_READ = 20;

/** A tab that introduces itself so long after its text was read waits for another read. */
const FRESH_MS = 1000;

let inMemory = 0;

/**
 * The rows of a document, read as soon as a socket opens, while its browser still introduces itself. Nothing of them is
 * used before access has been decided.
 */
export class Early {
  readonly #dropped = Promise.withResolvers<void>();
  #rows: Promise<DocumentRows | null> | null;

  /** `read` returns null for a document that is open already. */
  constructor(private readonly read: () => Promise<DocumentRows | null>) {
    this.#rows = inMemory < MOST_READ ? this.#read() : null;
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

  #read(): Promise<DocumentRows | null> {
    inMemory++;
    const rows = this.read().catch(() => null);
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
