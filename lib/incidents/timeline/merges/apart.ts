/** Pairs of events that a person marked as different, in either order. */
export class ApartPairs {
  readonly #others = new Map<string, Set<string>>();

  constructor(pairs: Iterable<readonly [string, string]>) {
    for (const [a, b] of pairs) {
      this.#put(a, b);
      this.#put(b, a);
    }
  }

  #put(one: string, other: string): void {
    const others = this.#others.get(one);
    if (others) others.add(other);
    else this.#others.set(one, new Set([other]));
  }

  /** Returns whether an event was marked as different from any of `events`. */
  isApart(event: { id: string }, events: readonly { id: string }[]): boolean {
    const others = this.#others.get(event.id);
    return others !== undefined && events.some(({ id }) => others.has(id));
  }
}
