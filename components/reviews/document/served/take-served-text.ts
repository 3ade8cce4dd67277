import type { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import type { HeldInput } from "./hold-served-text.ts";

const ATOM = "\uFFFC";
const servedRoot = () => document.querySelector<HTMLElement>("[data-served-text]");

/** Heights of the blocks of records in the last served text, by id. React draws the editor's once that text is gone. */
let heights = new Map<string, number>();

function measured(root: HTMLElement): Map<string, number> {
  const places = [...root.querySelectorAll<HTMLElement>("[data-served=block]")];
  return new Map(places.map((place) => [place.dataset.id ?? "", place.getBoundingClientRect().height]));
}

/** Returns the height of a block of records in the served text, in pixels. 0 if it isn't there. */
export function servedHeight(id: unknown): number {
  const root = servedRoot();
  if (root) heights = measured(root);
  return typeof id === "string" ? (heights.get(id) ?? 0) : 0;
}

/** Calls back once no one is in the middle of composing a word in the served text. Returns a function that stops waiting. */
export function whenComposed(run: () => void): () => void {
  if (!window.servedText?.isComposing) {
    run();
    return () => undefined;
  }
  // The browser still writes the composed word after the event.
  const later = () => setTimeout(run);
  document.addEventListener("compositionend", later, { once: true });
  return () => document.removeEventListener("compositionend", later);
}

interface Place {
  /** Position of the first letter in the document. */
  start: number;
  text: string;
}

const lettersOf = (block: Node) => block.textBetween(0, block.content.size, undefined, ATOM);

function placeOf(doc: Node, id: string | undefined): Place | null {
  let found: Place | null = null;
  doc.descendants((node, at) => {
    if (node.isTextblock && node.attrs.id === id) found = { start: at + 1, text: lettersOf(node) };
    return found === null && !node.isTextblock;
  });
  return found;
}

interface Change {
  from: number;
  to: number;
  insert: string;
}

/** Returns the change from one text to another. */
export function changeOf(was: string, now: string): Change {
  const most = Math.min(was.length, now.length);
  let from = 0;
  while (from < most && was[from] === now[from]) from += 1;
  let same = 0;
  while (same < most - from && was[was.length - 1 - same] === now[now.length - 1 - same]) same += 1;
  // The browser types some spaces as ones that don't break, and may leave a line break in an empty paragraph.
  const insert = now
    .slice(from, now.length - same)
    .replaceAll("\u00A0", " ")
    .replaceAll(ATOM, "");
  return { from, to: was.length - same, insert };
}

/** Returns where a change of a text is in the text that a colleague made of it in the meantime. */
export function mapChange({ from, to, insert }: Change, was: string, now: string): Change {
  if (now === was) return { from, to, insert };
  const theirs = changeOf(was, now);
  const grown = now.length - was.length;
  const before = (at: number) => (at <= theirs.from ? at : at >= theirs.to ? at + grown : theirs.from);
  const after = (at: number) => (at >= theirs.to ? at + grown : Math.min(at, theirs.from));
  // Their words at the start of a deletion stay.
  const start = from === to ? before(from) : after(from);
  return { from: start, to: Math.max(start, before(to)), insert };
}

/** Moves what was typed into the served text to the editor, with the caret, and does there what was held for it. */
export function takeServedText({ view }: Editor): void {
  const [root, input] = [servedRoot(), window.servedText];
  if (!root || !input) return;
  heights = measured(root);
  const selection = root.contains(document.activeElement) ? document.getSelection() : null;
  const [anchor, head] = [
    servedPlace(selection?.anchorNode, selection?.anchorOffset),
    servedPlace(selection?.focusNode, selection?.focusOffset),
  ];
  for (const [block, was] of input.before) write(view, block, was, input.textOf(block));
  input.before.clear();
  const held = input.held.splice(0);
  if (!selection) return;
  view.focus();
  if (anchor && head) select(view, anchor, head);
  for (const one of held) redo(view, one);
}

function write(view: EditorView, block: Element, was: string, now: string): void {
  if (was === now || !(block instanceof HTMLElement)) return;
  const change = changeOf(was, now);
  const place = placeOf(view.state.doc, block.dataset.id);
  const { tr, schema } = view.state;
  if (place) {
    const { from, to, insert } = mapChange(change, was, place.text);
    view.dispatch(tr.insertText(insert, place.start + from, place.start + to));
  } else if (change.insert.trim() !== "") {
    // A colleague removed the paragraph in the meantime.
    view.dispatch(tr.insert(tr.doc.content.size, schema.node("paragraph", null, schema.text(change.insert))));
  }
}

interface ServedPlace {
  id: string | undefined;
  offset: number;
}

function servedPlace(node: globalThis.Node | null | undefined, offset = 0): ServedPlace | null {
  const element = node instanceof Element ? node : node?.parentElement;
  const block = element?.closest<HTMLElement>(":is(p, h1, h2, h3, h4, pre)[data-id]");
  if (!node || !block) return null;
  const range = document.createRange();
  range.setStart(block, 0);
  range.setEnd(node, offset);
  return { id: block.dataset.id, offset: window.servedText?.textOf(range.cloneContents()).length ?? 0 };
}

function select(view: EditorView, anchor: ServedPlace, head: ServedPlace): void {
  const { doc, tr } = view.state;
  const at = ({ id, offset }: ServedPlace) => {
    const place = placeOf(doc, id);
    return place && doc.resolve(place.start + Math.min(offset, place.text.length));
  };
  const [from, to] = [at(anchor), at(head)];
  if (from && to) view.dispatch(tr.setSelection(TextSelection.between(from, to)));
}

const isMac = () => /Mac|iP(hone|[oa]d)/.test(navigator.platform);

function redo(view: EditorView, held: HeldInput): void {
  if ("pasted" in held) {
    if (held.html === "") view.pasteText(held.pasted);
    else view.pasteHTML(held.html);
  } else if ("text" in held) {
    const { from, to } = view.state.selection;
    const type = () => view.state.tr.insertText(held.text, from, to);
    if (!view.someProp("handleTextInput", (handle) => handle(view, from, to, held.text, type))) view.dispatch(type());
  } else {
    const { key, shiftKey = false, mod = false } = held;
    const init = { key, shiftKey, ctrlKey: mod && !isMac(), metaKey: mod && isMac(), bubbles: true, cancelable: true };
    const event = new KeyboardEvent("keydown", init);
    if (view.someProp("handleKeyDown", (handle) => handle(view, event))) return;
    // The browser would delete a letter itself.
    const { $from, empty } = view.state.selection;
    if (key === "Backspace" && empty && $from.parentOffset > 0)
      view.dispatch(view.state.tr.delete($from.pos - 1, $from.pos));
  }
}
