import { randomUUID } from "node:crypto";
import { Node } from "@tiptap/pm/model";
import { updateYFragment, yXmlFragmentToProsemirrorJSON } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { hasSuggestions } from "#lib/document/decide-suggestions.ts";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { hashOfContent, isUntouched } from "#lib/document/draft-hash.ts";
import { editorSchema } from "#lib/document/schema.ts";
import { TEXT_FRAGMENT } from "#lib/document/schema-version.ts";
import { withIds } from "#lib/document/with-ids.ts";

/** What the facts say now, for the block with this key. */
export interface DraftUpdate {
  key: string;
  content: DocumentNode[];
}

/** Keys of blocks by result. Edited ones, and ones with open suggestions, belong to the people who wrote in them. */
export interface BlockReport {
  replaced: string[];
  touched: string[];
  missing: string[];
}

function findDraft(parent: Y.XmlFragment, key: string): Y.XmlElement | null {
  for (const child of parent.toArray()) {
    if (!(child instanceof Y.XmlElement)) continue;
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

/**
 * Replaces the content of unedited drafted blocks, each inside its own element. The rest of the text and simultaneous
 * edits stay.
 */
export function replaceDraftBlocks(document: Y.Doc, drafts: DraftUpdate[]): BlockReport {
  const report: BlockReport = { replaced: [], touched: [], missing: [] };
  for (const { key, content } of drafts) {
    const element = findDraft(document.getXmlFragment(TEXT_FRAGMENT), key);
    if (!element) {
      report.missing.push(key);
      continue;
    }
    const current = readElement(element);
    const hash = hashOfContent(content);
    if (!isUntouched(current) || hasSuggestions([current])) report.touched.push(key);
    else if (current.attrs?.hash !== hash) {
      const next = withIds(
        { type: "draftBlock", attrs: { ...current.attrs, key, hash }, content },
        randomUUID,
        current,
      );
      const node = Node.fromJSON(editorSchema(), next);
      node.check();
      updateYFragment(document, element, node, { mapping: new Map(), isOMark: new Map() });
      report.replaced.push(key);
    }
  }
  return report;
}
