import type { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";

/** The button that starts the text of a section without one. */
export const WRITE_ANSWER = { "data-write-answer": "" };

/** Returns the place where the text of a section, or of another block at `position`, starts. Null if it has no text yet. */
export function placeToWrite(doc: Node, position: number): number | null {
  const start = doc.resolve(position).index(0);
  const first = doc.child(start);
  const isHeading = first.type.name === "heading";
  let place = position;
  for (const [index, block] of doc.children.slice(start).entries()) {
    const isNext = block.type.name === "heading" && index > 0 && block.attrs.level <= first.attrs.level;
    if (isHeading ? isNext : index > 0) return null;
    const text = isHeading && index === 0 ? null : firstText(block, place);
    if (text !== null) return text;
    place += block.nodeSize;
  }
  return null;
}

function firstText(block: Node, place: number): number | null {
  if (block.isTextblock) return place + 1;
  let found: number | null = null;
  block.descendants((node, offset) => {
    if (found === null && node.isTextblock) found = place + 1 + offset + 1;
    return found === null;
  });
  return found;
}

/**
 * Scrolls to a section and moves the caret to its text: words typed there don't change the heading. A section without
 * text has a button that starts one, which gets the focus.
 */
export function goToSection(editor: Editor, position: number): void {
  const { doc } = editor.state;
  const element = editor.view.nodeDOM(position);
  if (element instanceof HTMLElement) element.scrollIntoView({ block: "start" });
  const place = placeToWrite(doc, position);
  const start = place === null ? startOf(element) : null;
  if (start) {
    start.focus({ preventScroll: true });
    return;
  }
  const end = position + (doc.nodeAt(position)?.nodeSize ?? 1) - 1;
  editor
    .chain()
    .setTextSelection(place ?? end)
    .focus(undefined, { scrollIntoView: false })
    .run();
}

/** Finds the button that starts the text of a section, between its heading and the next one. */
function startOf(heading: globalThis.Node | null): HTMLElement | null {
  if (!(heading instanceof Element)) return null;
  for (
    let block = heading.nextElementSibling;
    block && block.tagName !== heading.tagName;
    block = block.nextElementSibling
  ) {
    const button = block.querySelector<HTMLElement>("[data-write-answer]");
    if (button) return button;
  }
  return null;
}
