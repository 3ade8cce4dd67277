import * as Y from "yjs";
import type { Sender } from "./sender.ts";

/** Where a letter was moved. A person who has read the letter `told` knows about it. */
interface Move {
  to: Y.ID;
  told: Y.ID;
}

const MOST = 20_000;
const MOST_HOPS = 50;

/** Records which letters were deleted here and written again there, as with Enter and a joined line. */
export class Moves {
  private readonly byClient = new Map<number, Map<number, Move>>();
  private readonly order: Y.ID[] = [];
  private readonly toldUpTo = new Map<number, number>();

  get({ client, clock }: Y.ID): Move | undefined {
    return this.byClient.get(client)?.get(clock);
  }

  /** Forgets the oldest if there are very many. */
  set(id: Y.ID, move: Move): void {
    const own = this.byClient.get(id.client) ?? new Map<number, Move>();
    this.byClient.set(id.client, own.set(id.clock, move));
    this.toldUpTo.set(move.told.client, Math.max(move.told.clock, this.toldUpTo.get(move.told.client) ?? 0));
    const oldest = this.order.push(id) > MOST ? this.order.shift() : undefined;
    if (oldest) this.byClient.get(oldest.client)?.delete(oldest.clock);
  }

  /** Returns where a letter is in the end. */
  lastOf(id: Y.ID): Y.ID {
    let at = id;
    for (let hops = 0; hops < MOST_HOPS; hops++) {
      const move = this.get(at);
      if (!move) break;
      at = move.to;
    }
    return at;
  }

  /** Returns whether a letter was moved, and someone wrote before they knew. */
  isNewTo(sender: Sender, id: Y.ID): boolean {
    const move = this.get(id);
    return move !== undefined && !sender.knows(move.told);
  }

  /** Returns whether none of it is new to someone. */
  areKnownTo(sender: Sender): boolean {
    for (const [client, clock] of this.toldUpTo) if (!sender.knows(Y.createID(client, clock))) return false;
    return true;
  }

  /** Returns letters among some deletions that had been moved. */
  within(deletions: ReturnType<typeof Y.createDeleteSet>): Y.ID[] {
    const found: Y.ID[] = [];
    for (const [client, own] of this.byClient)
      if (deletions.clients.has(client))
        for (const clock of own.keys()) {
          const id = Y.createID(client, clock);
          if (Y.isDeleted(deletions, id)) found.push(id);
        }
    return found;
  }
}
