import type { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Guidance } from "#lib/document/nodes/guidance.ts";

/** The button that starts the text of a section without one. */
export const WRITE_ANSWER = { "data-write-answer": "" };

interface Places {
  /** Where its text starts. Null if it has no text yet. */
  text: number | null;
  /** Where its questions are. */
  questions: number | null;
}

/** Returns the places to write in a section, or in another block at `position`. */
export function placesIn(doc: Node, position: number): Places {
  const start = doc.resolve(position).index(0);
  const first = doc.child(start);
  const isHeading = first.type.name === "heading";
  const places: Places = { text: null, questions: null };
  let place = position;
  for (const [index, block] of doc.children.slice(start).entries()) {
    const isNext = block.type.name === "heading" && index > 0 && block.attrs.level <= first.attrs.level;
    if (places.text !== null || (isHeading ? isNext : index > 0)) break;
    if (block.type.name === Guidance.name) places.questions ??= place;
    if (!isHeading || index > 0) places.text = firstText(block, place);
    place += block.nodeSize;
  }
  return places;
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

/** Goes to a block of the text by its id. Does nothing if the text no longer has it. */
export function goToBlock(editor: Editor, blockId: string): void {
  let place = 0;
  for (const block of editor.state.doc.children) {
    if (block.attrs.id === blockId) {
      goToSection(editor, place);
      return;
    }
    place += block.nodeSize;
  }
}

/**
 * Scrolls to a section and moves the caret to its text: words typed there don't change the heading. A section without
 * text has a button that starts one, which gets the focus.
 */
export function goToSection(editor: Editor, position: number): void {
  const { doc } = editor.state;
  const element = editor.view.nodeDOM(position);
  if (element instanceof HTMLElement) element.scrollIntoView({ block: "start" });
  const { text, questions } = placesIn(doc, position);
  const asks = text === null && questions !== null ? editor.view.nodeDOM(questions) : null;
  const start = asks instanceof Element ? asks.querySelector<HTMLElement>("[data-write-answer]") : null;
  if (start) {
    start.focus({ preventScroll: true });
    return;
  }
  const end = position + (doc.nodeAt(position)?.nodeSize ?? 1) - 1;
  editor
    .chain()
    .setTextSelection(text ?? end)
    .focus(undefined, { scrollIntoView: false })
    .run();
}
