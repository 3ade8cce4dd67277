const ASK_MS = 1000;

interface SilenceOptions {
  /** How long the server can stay silent while a response is due before the connection counts as lost. */
  lostMs: number;
  /** Asks the server for a sign of life, which it gives at once, even while it waits for its database. */
  ask: () => void;
  /** The server has been asked and hasn't answered, or has answered after all. */
  onQuiet: () => void;
  onLost: () => void;
}

/** Waits for a response that is due, and restarts the wait after any frame. */
export class Silence {
  isQuiet = false;
  private asking: ReturnType<typeof setTimeout> | undefined;
  private losing: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: SilenceOptions) {}

  /** Starts the wait, unless it has started. A patient one takes twice as long to count as a loss. */
  wait(isPatient: boolean): void {
    const { lostMs, onLost } = this.options;
    this.asking ??= setTimeout(() => this.ask(), ASK_MS);
    this.losing ??= setTimeout(
      () => {
        this.end();
        onLost();
      },
      isPatient ? 2 * lostMs : lostMs,
    );
  }

  /** Ends the wait, because nothing is due. */
  end(): void {
    clearTimeout(this.asking);
    clearTimeout(this.losing);
    this.asking = undefined;
    this.losing = undefined;
  }

  /** Records a frame of the server. */
  heard(): void {
    this.end();
    this.setQuiet(false);
  }

  /** Records the answer to a question. The response itself is still due. */
  answered(): void {
    if (this.asking === undefined) return;
    clearTimeout(this.asking);
    this.asking = setTimeout(() => this.ask(), ASK_MS);
    this.setQuiet(false);
  }

  private ask(): void {
    this.options.ask();
    this.asking = setTimeout(() => this.setQuiet(true), ASK_MS);
  }

  private setQuiet(isQuiet: boolean): void {
    if (isQuiet === this.isQuiet) return;
    this.isQuiet = isQuiet;
    this.options.onQuiet();
  }
}
