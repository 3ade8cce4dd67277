import { randomUUID } from "node:crypto";
import { Node } from "@tiptap/pm/model";
import { updateYFragment, yXmlFragmentToProsemirrorJSON } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { hasSuggestions } from "#lib/document/decide-suggestions.ts";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { hashOfContent, isUntouched } from "#lib/document/draft-hash.ts";
import { editorSchema } from "#lib/document/schema.ts";
import { TEXT_FRAGMENT } from "#lib/document/schema-version.ts";
import { replaceSentence, type Sentence } from "#lib/document/sentences.ts";
import { isInline } from "#lib/document/text.ts";
import { withIds } from "#lib/document/with-ids.ts";
import { blockSortOf } from "#lib/reviews/review/completeness.ts";

/**
 * The section's update from the facts as they are now: its generated text, new text for a section without any, or
 * sentences within people's text.
 */
export type DraftUpdate = { key: string } & (
  | { content: DocumentNode[]; isNew?: boolean }
  | { sentences: readonly { was: Sentence; now: Sentence }[] }
);

/**
 * Keys by result. Text that people wrote over, or proposed to change, is theirs: only the sentences that they left are
 * replaced.
 */
export interface BlockReport {
  replaced: string[];
  touched: string[];
  missing: string[];
}

const elementsOf = (parent: Y.XmlFragment): Y.XmlElement[] =>
  parent.toArray().filter((child) => child instanceof Y.XmlElement);

function findDraft(parent: Y.XmlFragment, key: string): Y.XmlElement | null {
  for (const child of elementsOf(parent)) {
    if (child.nodeName === "draftBlock" && child.getAttribute("key") === key) return child;
    const within = findDraft(child, key);
    if (within) return within;
  }
  return null;
}

function readElement(element: Y.XmlElement): DocumentNode {
  const { content } = yXmlFragmentToProsemirrorJSON(element) as { content: (DocumentNode | DocumentNode[])[] };
  return { type: element.nodeName, attrs: element.getAttributes(), content: content.flat() };
}

/** Gives an element the content and attributes of a node, with as small an edit as possible. */
function rewrite(document: Y.Doc, element: Y.XmlElement, json: DocumentNode): void {
  const node = Node.fromJSON(editorSchema(), json);
  node.check();
  updateYFragment(document, element, node, { mapping: new Map(), isOMark: new Map() });
}

const isHead = (element: Y.XmlElement) => element.nodeName === "heading" && Number(element.getAttribute("level")) === 2;

/** Returns the heading of a section and what is below it, or null if there is none. */
function findSection(text: Y.XmlFragment, key: string): { head: Y.XmlElement; below: Y.XmlElement[] } | null {
  const elements = elementsOf(text);
  const at = elements.findIndex((one) => isHead(one) && one.getAttribute("sectionKey") === key);
  const head = elements[at];
  if (!head) return null;
  const rest = elements.slice(at + 1);
  const end = rest.findIndex(isHead);
  return { head, below: end < 0 ? rest : rest.slice(0, end) };
}

type Result = keyof BlockReport;

function replaceBlock(document: Y.Doc, key: string, content: DocumentNode[]): Result | null {
  const element = findDraft(document.getXmlFragment(TEXT_FRAGMENT), key);
  if (!element) return "missing";
  const current = readElement(element);
  const hash = hashOfContent(content);
  if (!isUntouched(current) || hasSuggestions([current])) return "touched";
  if (current.attrs?.hash === hash) return null;
  const next = { type: "draftBlock", attrs: { ...current.attrs, key, hash }, content };
  rewrite(document, element, withIds(next, randomUUID, current));
  return "replaced";
}

/** Adds generated text to a section in which no one has written. Its questions go. */
function fillSection(document: Y.Doc, key: string, content: DocumentNode[]): Result {
  const text = document.getXmlFragment(TEXT_FRAGMENT);
  const section = findSection(text, key);
  if (!section) return "missing";
  const { head, below } = section;
  if (findDraft(text, key) || below.some((one) => blockSortOf(readElement(one)) === "own")) return "touched";
  const element = new Y.XmlElement("draftBlock");
  const [first] = below;
  text.insertAfter(first?.nodeName === "liveBlock" ? first : head, [element]);
  const block = { type: "draftBlock", attrs: { key, hash: hashOfContent(content) }, content };
  rewrite(document, element, withIds(block, randomUUID));
  for (const one of below) if (one.nodeName === "guidance") text.delete(text.toArray().indexOf(one), 1);
  return "replaced";
}

/** Returns the elements that contain text, in reading order. */
function textElements(element: Y.XmlElement): Y.XmlElement[] {
  if (readElement(element).content?.some(isInline)) return [element];
  return elementsOf(element).flatMap(textElements);
}

function replaceSentences(
  document: Y.Doc,
  key: string,
  sentences: readonly { was: Sentence; now: Sentence }[],
): Result {
  const text = document.getXmlFragment(TEXT_FRAGMENT);
  const block = findDraft(text, key);
  const below = findSection(text, key)?.below ?? [];
  const places = block && !below.includes(block) ? [block, ...below] : below;
  if (places.length === 0) return "missing";
  let isFound = false;
  for (const { was, now } of sentences) {
    for (const element of places.flatMap(textElements)) {
      const node = readElement(element);
      const content = hasSuggestions([node]) ? null : replaceSentence(node.content ?? [], was, now);
      if (!content) continue;
      rewrite(document, element, { ...node, content });
      isFound = true;
      break;
    }
  }
  return isFound ? "replaced" : "touched";
}

/**
 * Brings sections up to date with the facts, each inside its own element. The rest of the text and simultaneous edits
 * stay.
 */
export function replaceDraftBlocks(document: Y.Doc, updates: readonly DraftUpdate[]): BlockReport {
  const report: BlockReport = { replaced: [], touched: [], missing: [] };
  for (const update of updates) {
    const { key } = update;
    const result =
      "sentences" in update
        ? replaceSentences(document, key, update.sentences)
        : update.isNew
          ? fillSection(document, key, update.content)
          : replaceBlock(document, key, update.content);
    if (result) report[result].push(key);
  }
  return report;
}
