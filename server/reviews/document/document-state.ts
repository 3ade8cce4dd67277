import type * as Y from "yjs";

/** What this process knows about an open document beyond its text. */
export class DocumentState {
  /** Who owns a Yjs client id; null is the server itself. */
  owners = new Map<number, string | null>();
  /** Everything up to this number of the log is in memory. */
  appliedSeq = 0;
  /** Upper bound of the document's size. */
  bytes = 0;
  /** Upper bound of its nodes; null until they are counted. */
  nodes: number | null = null;
  catchingUp: Promise<void> | null = null;
  private readonly ahead = new Set<number>();

  /** Notes that an update of the log is in memory. */
  mark(seq: number): void {
    if (seq <= this.appliedSeq) return;
    this.ahead.add(seq);
    while (this.ahead.delete(this.appliedSeq + 1)) this.appliedSeq++;
  }

  has(seq: number): boolean {
    return seq <= this.appliedSeq || this.ahead.has(seq);
  }
}

const states = new WeakMap<Y.Doc, DocumentState>();

/** The state of an open document; made when it is first asked for. */
export function stateOf(document: Y.Doc): DocumentState {
  let state = states.get(document);
  if (!state) {
    state = new DocumentState();
    states.set(document, state);
  }
  return state;
}
