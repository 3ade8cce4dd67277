import * as Y from "yjs";
import { TEXT_FRAGMENT } from "#lib/document/schema-version.ts";
import { Change } from "./change.ts";
import { Moves } from "./moves.ts";
import { RowRepair } from "./row-repair.ts";
import type { Sender } from "./sender.ts";
import { Typed } from "./typed.ts";

/** One row of the log. */
export interface Row {
  seq: number;
  update: Uint8Array;
  /** Its writer, and the edits they had read. Without it the row is applied and never repaired. */
  sender?: Sender | undefined;
  /** A returning tab names every deletion it has seen, including those of others. */
  isReturn?: boolean;
}

/**
 * Yjs can't move text: Enter and joining lines delete letters here and write copies there. If someone else changes the
 * same line at that moment, its text is doubled, or they write in a deleted line. This follows the letters through the
 * log, row by row, and computes the repair.
 */
export class MoveRepair {
  /** The text according to the log. Nothing deleted is discarded, so every letter keeps its place. */
  private readonly document = new Y.Doc({ gc: false });
  private readonly moves = new Moves();
  private readonly typed = new Typed();

  constructor(begin: readonly Uint8Array[]) {
    this.document.getXmlFragment(TEXT_FRAGMENT); // Creates it. Without a name for its type Yjs leaves it without one.
    this.document.transact(() => {
      for (const update of begin) Y.applyUpdate(this.document, update);
    });
  }

  /** Processes the next row. Returns the update that must follow it in the log, or null. */
  take(row: Row): Uint8Array | null {
    const { document, typed } = this;
    const { update, sender } = row;
    const change = new Change(document, update);
    // A repair of this process is here already when it comes back as a row.
    if (sender || change.isRepair) typed.addClients(change.clients);
    const isFollowed = !change.isOld && !change.isLarge;
    if (isFollowed && !sender && !change.isRepair) typed.addCopies(change);
    const repair = isFollowed ? this.follow(change, row) : null;
    if (sender) typed.forget(change, sender, document);
    return repair;
  }

  private follow(change: Change, { seq, sender, isReturn = false }: Row): Uint8Array | null {
    const { document, moves, typed } = this;
    const isAlone = !sender || moves.areKnownTo(sender);
    const isInDeleted = sender !== undefined && change.inDeletedLines.length > 0;
    if (isAlone && !isInDeleted && (change.into.size === 0 || !change.hasDeletions)) return null;
    const moved = change.moved(moves, sender);
    if (sender) return new RowRepair(document, { moves, typed }, change, sender, seq).make(moved, isReturn);
    for (const { pairs } of moved)
      for (const [{ id }, copy] of pairs) if (!moves.get(id)) moves.set(id, { to: copy.id, told: copy.id });
    return null;
  }

  destroy(): void {
    this.document.destroy();
  }
}
