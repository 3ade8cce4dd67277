import type { Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, TextSelection, type Transaction } from "@tiptap/pm/state";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import * as Y from "yjs";

const idOf = (element: Y.XmlElement): unknown => element._map.get("id")?.content.getContent().at(-1);

/** Ids of the blocks that an edit deletes, including those that it writes again elsewhere. */
function deletedIn(transaction: Y.Transaction): Set<unknown> {
  const ids = new Set<unknown>();
  if (transaction.deleteSet.clients.size === 0) return ids;
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (!(struct instanceof Y.Item && struct.content instanceof Y.ContentType)) return;
    const { type } = struct.content;
    if (type instanceof Y.XmlElement) ids.add(idOf(type));
  });
  ids.delete(undefined);
  return ids;
}

function positionOf(doc: Node, id: unknown): number | null {
  let found: number | null = null;
  doc.descendants((node, pos) => {
    if (node.attrs.id === id) found ??= pos;
    return found === null && !node.isTextblock;
  });
  return found;
}

/** The innermost block of the caret that was deleted and is there again, and where it is now. */
function movedAround({ selection: { $from } }: EditorState, now: EditorState, ids: ReadonlySet<unknown>) {
  for (let depth = $from.depth; depth > 0; depth--) {
    const id: unknown = $from.node(depth).attrs.id;
    const to = ids.has(id) ? positionOf(now.doc, id) : null;
    if (to !== null) return { node: $from.node(depth), from: $from.before(depth), to };
  }
  return null;
}

/**
 * Returns where a place inside a block is in its copy. The copy can lack letters that were typed while it was being
 * sent, until the server delivers them.
 */
function placesIn({ content }: Node, { content: copy }: Node): (place: number) => number {
  const start = content.findDiffStart(copy) ?? content.size;
  const { a = start, b = start } = content.findDiffEnd(copy) ?? {};
  const overlap = Math.max(0, start - Math.min(a, b));
  const [end, endInCopy] = [a + overlap, b + overlap];
  const moved = (place: number) =>
    place <= start ? place : place >= end ? place - end + endInCopy : Math.min(place, endInCopy);
  return (place) => Math.min(Math.max(moved(place), 0), copy.size);
}

/** When others last wrote in a block, in ms. */
const written = new WeakMap<object, number>();
const QUIET_MS = 3000;

/** Returns whether someone else wrote in a block a moment ago. */
export const isWrittenIn = (block: Y.XmlElement): boolean => Date.now() - (written.get(block) ?? 0) < QUIET_MS;

function noteWriting({ changed }: Y.Transaction): void {
  for (const type of changed.keys())
    for (let at: unknown = type; at instanceof Y.XmlElement || at instanceof Y.XmlText; at = at.parent)
      written.set(at, Date.now());
}

/** Takes the caret along when someone else moves its block. */
export function followMoves(): Plugin {
  let deleted: ReadonlySet<unknown> = new Set();
  const remember = (transaction: Y.Transaction) => {
    deleted = transaction.local ? new Set() : deletedIn(transaction);
    if (!transaction.local) noteWriting(transaction);
  };
  return new Plugin({
    view: ({ state }) => {
      const document: Y.Doc | undefined = ySyncPluginKey.getState(state)?.doc;
      document?.on("beforeObserverCalls", remember);
      return { destroy: () => document?.off("beforeObserverCalls", remember) };
    },
    appendTransaction(transactions, before, now): Transaction | null {
      if (deleted.size === 0 || !transactions.some((one) => one.docChanged && one.getMeta(ySyncPluginKey))) return null;
      const moved = movedAround(before, now, deleted);
      const node = moved && now.doc.nodeAt(moved.to);
      if (!node) return null;
      const at = placesIn(moved.node, node);
      const [anchor, head] = [before.selection.anchor, before.selection.head].map((pos) =>
        now.doc.resolve(moved.to + 1 + at(pos - moved.from - 1)),
      );
      return anchor && head ? now.tr.setSelection(TextSelection.between(anchor, head)) : null;
    },
  });
}
