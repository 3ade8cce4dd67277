import type * as Y from "yjs";
import type { Room } from "#lib/document/room.ts";
import type { LogRepair } from "../repair/log-repair.ts";
import type { Row } from "../repair/move-repair.ts";
import type { Refusal } from "./refusal.ts";

/** This process's knowledge of an open document in addition to its text. */
export class DocumentState {
  /** The owner of each Yjs client id. Null is the server itself. */
  owners = new Map<number, string | null>();
  /** Everything up to this number of the log is in memory. */
  appliedSeq = 0;
  /** How much of the log the snapshot covered when the text was loaded. */
  snapshotSeq = 0;
  /** Upper bound of the document's size. */
  bytes = 0;
  /** Upper bound of its nodes. Null until they are counted. */
  nodes: number | null = null;
  /** Its true size when that was last measured, and how much was deleted since. Null until it is nearly full. */
  looked: { bytes: number; nodes: number } | null = null;
  deleted = 0;
  /** The warning about its size for those who write. */
  room: Room | null = null;
  /** The reading of the log that is under way, and the one that follows it. */
  catchingUp: Promise<void> | null = null;
  catchingUpNext: Promise<void> | null = null;
  /** Follows the log and repairs text that was moved. */
  repair: LogRepair | null = null;
  /**
   * The reason for closing its sockets. It stays in memory for a moment, and tabs that join in that moment don't
   * learn it.
   */
  refusal: Refusal | null = null;
  private readonly ahead = new Set<number>();

  /** Records that a row of the log is in memory. */
  took(row: Row): void {
    this.bytes += row.update.length;
    this.mark(row.seq);
    this.repair?.take(row);
  }

  private mark(seq: number): void {
    if (seq <= this.appliedSeq) return;
    this.ahead.add(seq);
    while (this.ahead.delete(this.appliedSeq + 1)) this.appliedSeq++;
  }

  has(seq: number): boolean {
    return seq <= this.appliedSeq || this.ahead.has(seq);
  }
}

const states = new WeakMap<Y.Doc, DocumentState>();

/** Returns the state of an open document, created on first use. */
export function stateOf(document: Y.Doc): DocumentState {
  let state = states.get(document);
  if (!state) {
    state = new DocumentState();
    states.set(document, state);
  }
  return state;
}
