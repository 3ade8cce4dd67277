import { randomUUID } from "node:crypto";
import * as Y from "yjs";
import { hasSuggestions } from "#lib/document/decide-suggestions.ts";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { hashOfContent, isUntouched } from "#lib/document/draft-hash.ts";
import { TEXT_FRAGMENT } from "#lib/document/schema-version.ts";
import { replaceSentence, type Sentence } from "#lib/document/sentences.ts";
import { withIds } from "#lib/document/with-ids.ts";
import { blockSortOf } from "#lib/reviews/review/completeness.ts";
import { findDraft, findSection, readElement, removeElement, rewrite, textsOf } from "./draft-elements.ts";
import { type DraftEdit, undoDraftEdits } from "./undo-draft-edits.ts";

/**
 * The section's update from the facts as they are now: its generated text, new text for a section without any, or
 * sentences within people's text. Or the edits of an earlier update, which are undone.
 */
export type DraftUpdate = { key: string } & (
  | { content: DocumentNode[]; isNew?: boolean }
  | { sentences: readonly { was: Sentence; now: Sentence }[] }
  | { undo: readonly DraftEdit[] }
);

/**
 * Keys by result. Text that people wrote over, or proposed to change, is theirs: only the sentences that they left are
 * replaced.
 */
export interface BlockReport {
  replaced: string[];
  touched: string[];
  missing: string[];
  /** Of each replaced section, in the order in which they were made. */
  edits: Record<string, DraftEdit[]>;
}

type Result = Exclude<keyof BlockReport, "edits">;

type Edits = DraftEdit[];

function replaceBlock(document: Y.Doc, key: string, content: DocumentNode[], edits: Edits): Result | null {
  const element = findDraft(document.getXmlFragment(TEXT_FRAGMENT), key);
  if (!element) return "missing";
  const current = readElement(element);
  const hash = hashOfContent(content);
  if (!isUntouched(current) || hasSuggestions([current])) return "touched";
  if (current.attrs?.hash === hash) return null;
  const next = { type: "draftBlock", attrs: { ...current.attrs, key, hash }, content };
  rewrite(document, element, withIds(next, randomUUID, current));
  edits.push({ was: current, now: readElement(element) });
  return "replaced";
}

/** Adds generated text to a section in which no one has written. Its questions go. */
function fillSection(document: Y.Doc, key: string, content: DocumentNode[], edits: Edits): Result {
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
  edits.push({ was: null, now: readElement(element) });
  for (const one of below.filter(({ nodeName }) => nodeName === "guidance")) {
    edits.push({ was: readElement(one), at: findSection(text, key)?.below.indexOf(one) ?? 0 });
    removeElement(one);
  }
  return "replaced";
}

function replaceSentences(
  document: Y.Doc,
  key: string,
  sentences: readonly { was: Sentence; now: Sentence }[],
  edits: Edits,
): Result {
  const elements = textsOf(document.getXmlFragment(TEXT_FRAGMENT), key);
  if (!elements) return "missing";
  for (const { was, now } of sentences) {
    for (const element of elements) {
      const node = readElement(element);
      const content = hasSuggestions([node]) ? null : replaceSentence(node.content ?? [], was, now);
      if (!content) continue;
      rewrite(document, element, { ...node, content });
      edits.push({ was: node, now: readElement(element) });
      break;
    }
  }
  return edits.length > 0 ? "replaced" : "touched";
}

function updateSection(document: Y.Doc, update: DraftUpdate, edits: Edits): Result | null {
  const { key } = update;
  if ("undo" in update) return undoDraftEdits(document, key, update.undo) ? "replaced" : "touched";
  if ("sentences" in update) return replaceSentences(document, key, update.sentences, edits);
  return (update.isNew ? fillSection : replaceBlock)(document, key, update.content, edits);
}

/**
 * Brings sections up to date with the facts, or undoes that, each inside its own element. The rest of the text and
 * simultaneous edits stay.
 */
export function replaceDraftBlocks(document: Y.Doc, updates: readonly DraftUpdate[]): BlockReport {
  const report: BlockReport = { replaced: [], touched: [], missing: [], edits: {} };
  for (const update of updates) {
    const edits: Edits = [];
    const result = updateSection(document, update, edits);
    if (result) report[result].push(update.key);
    if (result === "replaced") report.edits[update.key] = edits;
  }
  return report;
}
