import type { OutboxTopics } from "./outbox.ts";

export type RecordChange = OutboxTopics["record.changed"];
type Listener = (change: RecordChange) => unknown;

/** Who listens: one screen of a person, who can have signed in several times. */
export interface Listening {
  userId: string;
  sessionId: string | null;
  /** Network that they come from. */
  network: string;
}

interface Place extends Listening {
  onClose: () => void;
}

export interface ListenLimits {
  perUser: number;
  perNetwork: number;
}

/** More than any person has screens, and than one office has people. */
const LIMITS: ListenLimits = { perUser: 30, perNetwork: 500 };

/** Tells the open screens of this process what was committed, by this process or another. */
export class ChangeHub {
  readonly #listeners = new Map<Listener, Place>();
  readonly #limits: ListenLimits;
  #isClosed = false;

  constructor(limits: ListenLimits = LIMITS) {
    this.#limits = limits;
  }

  /** Whether this person, or their network, has as many screens open as there can be. */
  isFull({ userId, network }: Pick<Listening, "userId" | "network">): boolean {
    const places = [...this.#listeners.values()];
    const count = (isOne: (place: Place) => boolean) => places.filter(isOne).length;
    return (
      count((place) => place.userId === userId) >= this.#limits.perUser ||
      count((place) => place.network === network) >= this.#limits.perNetwork
    );
  }

  /**
   * Hears changes until the answered function is called. `onClose` is called when the server stops, at once if it already
   * does, and when the person's access changes.
   */
  subscribe(listener: Listener, who: Listening, onClose: () => void): () => void {
    if (this.#isClosed) onClose();
    else this.#listeners.set(listener, { ...who, onClose });
    return () => void this.#listeners.delete(listener);
  }

  /** Lets go of a person, or of one sign-in; of everyone where none is named. Screens come back as who they are then. */
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

  /** Lets go of everyone who listens, now and later: a stop need not wait for open screens. */
  close(): void {
    this.#isClosed = true;
    this.end();
  }
}
