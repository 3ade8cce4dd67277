import * as Y from "yjs";
import type { Sender } from "./sender.ts";

/** Where a letter went. Who has read the letter `told` knows of it. */
interface Move {
  to: Y.ID;
  told: Y.ID;
}

const MOST = 20_000;
const MOST_HOPS = 50;

/** Which letters were deleted here and written again there, as Enter and a joined line do. */
export class Moves {
  private readonly byClient = new Map<number, Map<number, Move>>();
  private readonly order: Y.ID[] = [];
  private readonly toldUpTo = new Map<number, number>();

  get({ client, clock }: Y.ID): Move | undefined {
    return this.byClient.get(client)?.get(clock);
  }

  /** Forgets the oldest when there are very many. */
  set(id: Y.ID, move: Move): void {
    const own = this.byClient.get(id.client) ?? new Map<number, Move>();
    this.byClient.set(id.client, own.set(id.clock, move));
    this.toldUpTo.set(move.told.client, Math.max(move.told.clock, this.toldUpTo.get(move.told.client) ?? 0));
    const oldest = this.order.push(id) > MOST ? this.order.shift() : undefined;
    if (oldest) this.byClient.get(oldest.client)?.delete(oldest.clock);
  }

  /** Where a letter is at last. */
  lastOf(id: Y.ID): Y.ID {
    let at = id;
    for (let hops = 0; hops < MOST_HOPS; hops++) {
      const move = this.get(at);
      if (!move) break;
      at = move.to;
    }
    return at;
  }

  /** Whether a letter went elsewhere, and someone wrote before they knew. */
  isNewTo(sender: Sender, id: Y.ID): boolean {
    const move = this.get(id);
    return move !== undefined && !sender.knows(move.told);
  }

  /** Whether nothing of it is new to someone. */
  areKnownTo(sender: Sender): boolean {
    for (const [client, clock] of this.toldUpTo) if (!sender.knows(Y.createID(client, clock))) return false;
    return true;
  }

  /** Letters among some deletions that had gone elsewhere. */
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
