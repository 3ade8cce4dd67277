import * as Y from "yjs";
import type { Change } from "./change.ts";
import type { Sender } from "./sender.ts";
import { isStanding } from "./units.ts";

interface Copy {
  id: Y.ID;
  of: string;
  /** The letter that the server deleted for it. */
  from: Y.ID;
}

const MOST = 20_000;
const keyOf = ({ client, clock }: Y.ID) => `${client}:${clock}`;

/** Records which letters people typed, also where the server wrote them again, as a restored version does. */
export class Typed {
  /** Clients whose letters came from a socket or a repair. The others are the server's, as generated text. */
  private readonly clients = new Set<number>();
  private readonly copies = new Map<string, Copy>();

  has(id: Y.ID): boolean {
    return this.clients.has(id.client) || this.copies.has(keyOf(id));
  }

  addClients(clients: Iterable<number>): void {
    for (const client of clients) this.clients.add(client);
  }

  /** Adds what an edit of the server wrote again. Forgets the oldest if it is very much. */
  addCopies(change: Change): void {
    for (const [{ id: from }, { id }] of change.writtenAgain()) {
      if (!this.has(from)) continue;
      this.copies.set(keyOf(id), { id, of: keyOf(from), from });
      const [oldest] = this.copies.size > MOST ? this.copies.keys() : [];
      if (oldest !== undefined) this.copies.delete(oldest);
    }
  }

  /**
   * After someone who hadn't seen a copy deleted the letter, the copy counts as the server's. Enter deletes letters too,
   * and what it wrote for them can be gone after a repair.
   */
  forget(change: Change, sender: Sender, document: Y.Doc): void {
    const { named } = change;
    if (named.clients.size === 0 || this.copies.size === 0) return;
    const moved = new Set(
      change
        .copied()
        .flatMap(({ pairs }) => pairs.flatMap(([{ id }, copy]) => (isStanding(document, copy.id) ? [] : [keyOf(id)]))),
    );
    const gone = new Set<string>();
    for (const [key, { id, of, from }] of this.copies) {
      if (!gone.has(of) && (sender.knows(id) || !Y.isDeleted(named, from) || moved.has(of))) continue;
      gone.add(key);
      this.copies.delete(key);
    }
  }
}
