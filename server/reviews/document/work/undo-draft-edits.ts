import { isDeepStrictEqual } from "node:util";
import * as Y from "yjs";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { TEXT_FRAGMENT } from "#lib/document/schema-version.ts";
import { findDraft, findSection, readElement, removeElement, rewrite, textsOf } from "./draft-elements.ts";

/** An element that an update of a section changed, added (`was` is null) or removed from a place below its heading. */
export type DraftEdit = { was: DocumentNode | null; now: DocumentNode } | { was: DocumentNode; at: number };

/** Returns the element that still is as an edit left it. A comment in it counts as a change too. */
function findElement(text: Y.XmlFragment, key: string, node: DocumentNode): Y.XmlElement | undefined {
  const block = findDraft(text, key);
  const elements = [...(block ? [block] : []), ...(textsOf(text, key) ?? [])];
  return elements.find((element) => isDeepStrictEqual(readElement(element), node));
}

function insertBelow(document: Y.Doc, key: string, { was, at }: { was: DocumentNode; at: number }): void {
  const text = document.getXmlFragment(TEXT_FRAGMENT);
  const section = findSection(text, key);
  if (!section) return;
  const element = new Y.XmlElement(was.type);
  text.insertAfter(section.below.slice(0, at).at(-1) ?? section.head, [element]);
  rewrite(document, element, was);
}

/** Undoes all edits of an update of a section, the last one first. Does nothing if someone has changed one since. */
export function undoDraftEdits(document: Y.Doc, key: string, edits: readonly DraftEdit[]): boolean {
  const text = document.getXmlFragment(TEXT_FRAGMENT);
  const isThere = (edit: DraftEdit, index: number) =>
    "at" in edit
      ? findSection(text, key) !== null
      : edits.slice(index + 1).some(({ was }) => isDeepStrictEqual(was, edit.now)) ||
        findElement(text, key, edit.now) !== undefined;
  if (!edits.every(isThere)) return false;
  for (const edit of edits.toReversed()) {
    if ("at" in edit) {
      insertBelow(document, key, edit);
      continue;
    }
    const element = findElement(text, key, edit.now);
    if (!element) continue;
    if (edit.was) rewrite(document, element, edit.was);
    else removeElement(element);
  }
  return true;
}
