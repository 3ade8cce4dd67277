import { Node } from "@tiptap/pm/model";
import { updateYFragment, yXmlFragmentToProsemirrorJSON } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { onlyComplete } from "#lib/document/only-complete.ts";
import { editorSchema } from "#lib/document/schema.ts";
import { isInline } from "#lib/document/text.ts";

const elementsOf = (parent: Y.XmlFragment): Y.XmlElement[] =>
  parent.toArray().filter((child) => child instanceof Y.XmlElement);

/** Returns the generated text of a section, or null if there is none. */
export function findDraft(parent: Y.XmlFragment, key: string): Y.XmlElement | null {
  for (const child of elementsOf(parent)) {
    if (child.nodeName === "draftBlock" && child.getAttribute("key") === key) return child;
    const within = findDraft(child, key);
    if (within) return within;
  }
  return null;
}

/** Returns an element as a node of the text. */
export function readElement(element: Y.XmlElement): DocumentNode {
  const { content } = yXmlFragmentToProsemirrorJSON(element) as { content: (DocumentNode | DocumentNode[])[] };
  return { type: element.nodeName, attrs: element.getAttributes(), content: content.flat() };
}

/** Gives an element the content and attributes of a node, with as small an edit as possible. */
export function rewrite(document: Y.Doc, element: Y.XmlElement, json: DocumentNode): void {
  const node = Node.fromJSON(editorSchema(), onlyComplete(json));
  node.check();
  updateYFragment(document, element, node, { mapping: new Map(), isOMark: new Map() });
}

const isHead = (element: Y.XmlElement) => element.nodeName === "heading" && Number(element.getAttribute("level")) === 2;

/** Returns the heading of a section and what is below it, or null if there is none. */
export function findSection(text: Y.XmlFragment, key: string): { head: Y.XmlElement; below: Y.XmlElement[] } | null {
  const elements = elementsOf(text);
  const at = elements.findIndex((one) => isHead(one) && one.getAttribute("sectionKey") === key);
  const head = elements[at];
  if (!head) return null;
  const rest = elements.slice(at + 1);
  const end = rest.findIndex(isHead);
  return { head, below: end < 0 ? rest : rest.slice(0, end) };
}

function textElements(element: Y.XmlElement): Y.XmlElement[] {
  if (readElement(element).content?.some(isInline)) return [element];
  return elementsOf(element).flatMap(textElements);
}

/**
 * Returns the elements of a section that contain text, in reading order: below its heading, and in its generated text
 * elsewhere. Null if the text has no such section.
 */
export function textsOf(text: Y.XmlFragment, key: string): Y.XmlElement[] | null {
  const block = findDraft(text, key);
  const below = findSection(text, key)?.below ?? [];
  const places = block && !below.includes(block) ? [block, ...below] : below;
  return places.length === 0 ? null : places.flatMap(textElements);
}

/** Removes an element from what contains it. */
export function removeElement(element: Y.XmlElement): void {
  const { parent } = element;
  if (parent instanceof Y.XmlFragment) parent.delete(parent.toArray().indexOf(element), 1);
}
