import type { OutboxTopics } from "./outbox.ts";

export type RecordChange = OutboxTopics["record.changed"];
type Listener = (change: RecordChange) => unknown;

/** A listener: one screen of a person, who can be signed in several times. */
export interface Listening {
  userId: string;
  sessionId: string | null;
  /** Network of the client. */
  network: string;
}

interface Place extends Listening {
  onClose: () => void;
}

export interface ListenLimits {
  perUser: number;
  perNetwork: number;
}

/** More screens than any person has, and more people than one office has. */
const LIMITS: ListenLimits = { perUser: 30, perNetwork: 500 };

/** Reports to the open screens of this process what was committed, by this process or another. */
export class ChangeHub {
  readonly #listeners = new Map<Listener, Place>();
  readonly #limits: ListenLimits;
  #isClosed = false;

  constructor(limits: ListenLimits = LIMITS) {
    this.#limits = limits;
  }

  /** Returns whether this person, or their network, has the maximum number of open screens. */
  isFull({ userId, network }: Pick<Listening, "userId" | "network">): boolean {
    const places = [...this.#listeners.values()];
    const count = (isOne: (place: Place) => boolean) => places.filter(isOne).length;
    return (
      count((place) => place.userId === userId) >= this.#limits.perUser ||
      count((place) => place.network === network) >= this.#limits.perNetwork
    );
  }

  /**
   * Calls `listener` for changes until the returned function is called. `onClose` is called when the server stops, at
   * once if it already is stopping, and when the person's access changes.
   */
  subscribe(listener: Listener, who: Listening, onClose: () => void): () => void {
    if (this.#isClosed) onClose();
    else this.#listeners.set(listener, { ...who, onClose });
    return () => void this.#listeners.delete(listener);
  }

  /**
   * Closes the listeners of a person, or of one sign-in, or of everyone if none is given. Screens reconnect with
   * current permissions.
   */
  end({ userId, sessionId }: { userId?: string; sessionId?: string } = {}): void {
    for (const [listener, place] of [...this.#listeners]) {
      if (userId !== undefined && place.userId !== userId) continue;
      if (sessionId !== undefined && place.sessionId !== sessionId) continue;
      this.#listeners.delete(listener);
      place.onClose();
    }
  }

  tell(change: RecordChange): void {
    for (const listener of this.#listeners.keys()) listener(change);
  }

  /** Closes all listeners, now and later, so a stop need not wait for open screens. */
  close(): void {
    this.#isClosed = true;
    this.end();
  }
}
