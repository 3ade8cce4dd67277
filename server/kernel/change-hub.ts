import type { OutboxTopics } from "./outbox.ts";

export type RecordChange = OutboxTopics["record.changed"];
type Listener = (change: RecordChange) => unknown;

/** Tells the open screens of this process what was committed, by this process or another. */
export class ChangeHub {
  readonly #listeners = new Set<Listener>();

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  tell(change: RecordChange): void {
    for (const listener of this.#listeners) listener(change);
  }
}
