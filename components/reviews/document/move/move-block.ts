import { type Editor, Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { type EditorState, NodeSelection, TextSelection } from "@tiptap/pm/state";
import { findTable } from "@tiptap/pm/tables";
import { ySyncPluginKey, yUndoPluginKey } from "@tiptap/y-tiptap";
import type * as Y from "yjs";
import { blockAt, isTooLargeToMove, moveBlock, siblingsOf } from "#lib/document/move-block.ts";
import { isOfTemplate } from "#lib/document/suggestion/places.ts";
import { followMoves, isWrittenIn } from "./follow-moves.ts";

/** A block of the text, or an item of a list. */
export interface Movable {
  /** Its place among its siblings, after those of the blocks around it. */
  path: number[];
  pos: number;
  node: Node;
  parent: Node;
}

const ITEMS: ReadonlySet<string> = new Set(["listItem", "taskItem"]);
const isFixed = (node: Node) => isOfTemplate(node) || node.type.name === "guidance";

function movableOf(state: EditorState, pos: number, depth: number): Movable | null {
  const $pos = state.doc.resolve(pos);
  const node = depth === 0 ? $pos.nodeAfter : $pos.node(depth);
  const level = Math.max(depth, 1);
  if (!node || isFixed(node)) return null;
  const path = Array.from({ length: level }, (_, at) => $pos.index(at));
  return { path, node, parent: $pos.node(level - 1), pos: depth === 0 ? pos : $pos.before(depth) };
}

/** Returns the block of the text that a position is in. Null for one that belongs to the template. */
export const blockOf = (state: EditorState, pos: number): Movable | null =>
  movableOf(state, pos, Math.min(state.doc.resolve(pos).depth, 1));

/**
 * Returns the node that the keys move: the list item of the caret or, outside a list, its block. In a table they move
 * rows.
 */
function movableAtCaret(state: EditorState): Movable | null {
  const { $from, from } = state.selection;
  if (findTable($from)) return null;
  for (let depth = $from.depth; depth > 1; depth--)
    if (ITEMS.has($from.node(depth).type.name)) return movableOf(state, from, depth);
  return blockOf(state, from);
}

/** Returns a block of the text again after others wrote. Null if it is gone. */
export function blockAgain({ doc }: EditorState, { node }: Movable): number | null {
  let found: number | null = null;
  doc.forEach((child, pos) => {
    if (child === node || (child.attrs.id && child.attrs.id === node.attrs.id)) found ??= pos;
  });
  return found;
}

/** Whether something can be in front of the child at `gap`. The guidance stays below its heading. */
const isGap = (parent: Node, gap: number): boolean => {
  const after = parent.maybeChild(gap);
  return after?.type.name !== "guidance" && !(gap === 0 && after && isOfTemplate(after));
};

/** Returns the next place up or down: the number of the sibling that it will be in front of. Null at the end. */
export function nextGap({ path, parent }: Movable, by: -1 | 1): number | null {
  const at = path.at(-1) ?? 0;
  for (let gap = by < 0 ? at - 1 : at + 2; gap >= 0 && gap <= parent.childCount; gap += by)
    if (isGap(parent, gap)) return gap;
  return null;
}

/** Returns every place that a block can move to. */
export const gapsOf = (parent: Node): number[] =>
  Array.from({ length: parent.childCount + 1 }, (_, gap) => gap).filter((gap) => isGap(parent, gap));

/** A move that its person can undo: the block where it is now, and where it was. */
interface Done {
  block: Y.XmlElement;
  /** The block that it followed, if any, and its place there. */
  behind: Y.XmlElement | null;
  at: number;
  /** The top of the undo stack before the move. */
  top: unknown;
}

/** Not an origin of the undo manager: its undo would delete what others write in the block since. */
const MOVE = Symbol("move of a block");
const isThere = (block: Y.XmlElement) => block._item?.deleted === false;

const undoStackOf = (state: EditorState): { stopCapturing(): void; undoStack: unknown[] } | undefined =>
  yUndoPluginKey.getState(state)?.undoManager;

/** Returns where a block is in the editor. */
function positionOf(doc: Node, block: Y.XmlElement): number {
  const path: number[] = [];
  for (let found = siblingsOf(block); found; ) {
    path.unshift(found.at);
    found = found.parent._item ? siblingsOf(found.parent as Y.XmlElement) : null;
  }
  let node = doc;
  let pos = -1;
  for (const place of path) {
    pos++;
    for (let before = 0; before < place; before++) pos += node.child(before).nodeSize;
    node = node.child(place);
  }
  return pos;
}

/** Puts the caret back to where it was in the block. */
function selectIn({ state, view }: Editor, block: Y.XmlElement, offset: number): void {
  const pos = positionOf(state.doc, block);
  const node = state.doc.nodeAt(pos);
  if (!node) return;
  const selection = node.isAtom
    ? NodeSelection.create(state.doc, pos)
    : TextSelection.near(state.doc.resolve(pos + Math.min(Math.max(offset, 1), node.nodeSize - 1)));
  view.dispatch(state.tr.setSelection(selection).setMeta("addToHistory", false).scrollIntoView());
  view.focus();
}

function move(editor: Editor, block: Y.XmlElement, gap: number, done: Done[]): Y.XmlElement | null {
  const before = siblingsOf(block);
  const undo = undoStackOf(editor.state);
  undo?.stopCapturing();
  const copy = moveBlock(block, gap, MOVE);
  if (!copy || !before) return null;
  for (const one of done) {
    if (one.block === block) one.block = copy;
    if (one.behind === block) one.behind = copy;
  }
  return copy;
}

/** Moves a block in front of the sibling at `gap`. Ctrl Z moves it back. Returns whether it moved. */
export function moveTo(editor: Editor, { path, pos, node }: Movable, gap: number): boolean {
  const { state, storage, isEditable } = editor;
  const { isSuggesting, onRefused, done } = storage.moveBlock;
  if (!isEditable) return false;
  if (isSuggesting()) {
    onRefused("suggesting");
    return true;
  }
  const block = blockAt(ySyncPluginKey.getState(state)?.type, path);
  if (block?.nodeName !== node.type.name) return false;
  const why = isWrittenIn(block) ? "busy" : isTooLargeToMove(block) ? "large" : null;
  if (why) {
    onRefused(why);
    return true;
  }
  const at = path.at(-1) ?? 0;
  const behind = blockAt(ySyncPluginKey.getState(state)?.type, [...path.slice(0, -1), at - 1]);
  const offset = state.selection.from - pos;
  const copy = move(editor, block, gap, done);
  if (!copy) return false;
  done.push({ block: copy, behind: at > 0 ? behind : null, at, top: undoStackOf(state)?.undoStack.at(-1) });
  selectIn(editor, copy, offset);
  return true;
}

/** Moves back what moved last, if its person has done nothing since. */
function moveBack(editor: Editor, { done, onRefused }: Pick<MoveStorage, "done" | "onRefused">): boolean {
  const last = done.at(-1);
  if (!last || undoStackOf(editor.state)?.undoStack.at(-1) !== last.top) return false;
  if (isWrittenIn(last.block)) {
    onRefused("busy");
    return true;
  }
  done.pop();
  const found = isThere(last.block) ? siblingsOf(last.block) : null;
  if (!found) return moveBack(editor, { done, onRefused });
  const behind = last.behind && isThere(last.behind) ? siblingsOf(last.behind) : null;
  const to = behind?.parent === found.parent ? behind.at + 1 : Math.min(last.at, found.parent.length);
  const copy = move(editor, last.block, to, done);
  if (copy) selectIn(editor, copy, 1);
  return true;
}

/** Moves the block or list item of the caret by one place. Returns whether there is one that can move at all. */
export function moveAtCaret(editor: Editor, by: -1 | 1): boolean {
  const found = movableAtCaret(editor.state);
  const gap = found && nextGap(found, by);
  return found !== null && (gap === null || moveTo(editor, found, gap));
}

interface MoveStorage {
  done: Done[];
  isSuggesting: () => boolean;
  /** Says why a block wasn't moved. */
  onRefused: (why: "suggesting" | "busy" | "large") => void;
}

declare module "@tiptap/core" {
  interface Storage {
    moveBlock: MoveStorage;
  }
}

/** Keys that move the block of the caret up and down. */
export const blockMoves = (options: Omit<MoveStorage, "done">) =>
  Extension.create<object, MoveStorage>({
    name: "moveBlock",
    priority: 1100,
    addStorage: () => ({ ...options, done: [] }),
    addProseMirrorPlugins: () => [followMoves()],
    addKeyboardShortcuts() {
      return {
        "Alt-Shift-ArrowUp": () => moveAtCaret(this.editor, -1),
        "Alt-Shift-ArrowDown": () => moveAtCaret(this.editor, 1),
        "Mod-z": () => moveBack(this.editor, this.storage),
      };
    },
  });
