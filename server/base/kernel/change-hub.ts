import type { OutboxTopics } from "./outbox.ts";

export type RecordChange = OutboxTopics["record.changed"];
type Listener = (change: RecordChange) => unknown;

/** Tells the open screens of this process what was committed, by this process or another. */
export class ChangeHub {
  readonly #listeners = new Map<Listener, () => void>();
  #isClosed = false;

  /** Hears changes until the answered function is called. `onClose` is called when the server stops, at once if it already does. */
  subscribe(listener: Listener, onClose: () => void): () => void {
    if (this.#isClosed) onClose();
    else this.#listeners.set(listener, onClose);
    return () => void this.#listeners.delete(listener);
  }

  tell(change: RecordChange): void {
    for (const listener of this.#listeners.keys()) listener(change);
  }

  /** Lets go of everybody who listens, now and later: a stop need not wait for open screens. */
  close(): void {
    this.#isClosed = true;
    for (const onClose of [...this.#listeners.values()]) onClose();
    this.#listeners.clear();
  }
}
