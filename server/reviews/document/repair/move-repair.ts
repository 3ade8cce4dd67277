import * as Y from "yjs";
import { TEXT_FRAGMENT } from "#lib/document/schema-version.ts";
import { Change } from "./change.ts";
import { Moves } from "./moves.ts";
import { RowRepair } from "./row-repair.ts";
import type { Sender } from "./sender.ts";

/** One row of the log. */
export interface Row {
  seq: number;
  update: Uint8Array;
  /** Anyone who wrote it, and what they had read by then. Without it the row is taken in and never repaired. */
  sender?: Sender | undefined;
  /** A tab that comes back names every deletion that it knows of, those of others too. */
  isReturn?: boolean;
}

/**
 * Yjs cannot move text: Enter and joining lines delete letters here and write copies there. Anyone who changes the same
 * line at that moment doubles its text, or writes in a line that is gone. This follows the letters through the log, row
 * by row, and says what puts that right.
 */
export class MoveRepair {
  /** The text as the log has it. Nothing deleted is thrown away, so every letter keeps its place. */
  private readonly document = new Y.Doc({ gc: false });
  private readonly moves = new Moves();

  constructor(begin: readonly Uint8Array[]) {
    this.document.getXmlFragment(TEXT_FRAGMENT); // makes it one: without a name for its type Yjs leaves it without any
    this.document.transact(() => {
      for (const update of begin) Y.applyUpdate(this.document, update);
    });
  }

  /** Takes in the next row. Returns what must follow it in the log, null for nothing. */
  take({ seq, update, sender, isReturn = false }: Row): Uint8Array | null {
    const { document, moves } = this;
    const change = new Change(document, update);
    if (change.isOld || change.isLarge) return null;
    const isAlone = !sender || moves.areKnownTo(sender);
    if (isAlone && (change.into.size === 0 || !change.hasDeletions)) return null;
    const moved = change.moved(moves, sender);
    if (sender) return new RowRepair(document, moves, change, sender, seq).make(moved, isReturn);
    for (const { pairs } of moved)
      for (const [{ id }, copy] of pairs) if (!moves.get(id)) moves.set(id, { to: copy.id, told: copy.id });
    return null;
  }

  destroy(): void {
    this.document.destroy();
  }
}
