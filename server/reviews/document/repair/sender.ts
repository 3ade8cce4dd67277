import type * as Y from "yjs";
import type { SeenMessage } from "#lib/document/seen.ts";

const MOST_CLIENTS = 20_000;

/** The edits that a writer has read, according to their tab. */
export class Sender {
  private by = -1;

  constructor(private readonly clocks = new Map<number, number>()) {}

  hear({ by, clocks }: SeenMessage): void {
    this.by = by;
    for (const [client, clock] of clocks) {
      const before = this.clocks.get(client);
      if (before === undefined && this.clocks.size >= MOST_CLIENTS) continue;
      this.clocks.set(client, Math.max(clock, before ?? 0));
    }
  }

  /** Returns whether a letter was there for them when they wrote. */
  knows({ client, clock }: Y.ID): boolean {
    return client === this.by || (this.clocks.get(client) ?? 0) > clock;
  }

  /** As it is now, whatever they read later. */
  copy(): Sender {
    const copy = new Sender(new Map(this.clocks));
    copy.by = this.by;
    return copy;
  }
}
