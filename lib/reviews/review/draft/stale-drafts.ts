import type { DocumentNode } from "#lib/document/document-json.ts";
import { hashOfContent, isUntouched } from "#lib/document/draft-hash.ts";
import { isSectionKey, type SectionKey } from "../sections.ts";
import { draftProse } from "./draft.ts";
import type { ReviewFacts } from "./facts.ts";
import { paragraph } from "./inline.ts";

/** A generated block that would read differently now. */
export interface StaleDraft {
  key: SectionKey;
  /** Child indexes from the document down to the block. */
  path: number[];
  before: DocumentNode[];
  content: DocumentNode[];
  hash: string;
}

const NOTHING_LEFT = [paragraph(["The records no longer contain facts about this."])];

interface Placed {
  node: DocumentNode;
  path: number[];
}

function draftBlocks(parent: DocumentNode, path: readonly number[] = []): Placed[] {
  return (parent.content ?? []).flatMap((node, index) => {
    const here = [...path, index];
    return node.type === "draftBlock" ? [{ node, path: here }] : draftBlocks(node, here);
  });
}

/** Returns generated blocks that no one edited and that today's facts would word differently, in document order. */
export function staleDrafts(document: DocumentNode, facts: ReviewFacts): StaleDraft[] {
  const blocks = draftBlocks(document);
  if (blocks.length === 0) return [];
  const prose = draftProse(facts);
  return blocks.flatMap(({ node, path }) => {
    const key = node.attrs?.key;
    if (!isSectionKey(key) || !isUntouched(node)) return [];
    const content = prose.get(key) ?? NOTHING_LEFT;
    const hash = hashOfContent(content);
    return hash === node.attrs?.hash ? [] : [{ key, path, before: node.content ?? [], content, hash }];
  });
}

/** Returns the sections whose generated text still waits for a person: neither edited nor accepted. */
export function untouchedDrafts(document: DocumentNode): SectionKey[] {
  return draftBlocks(document).flatMap(({ node }) => {
    const key = node.attrs?.key;
    return isSectionKey(key) && isUntouched(node) ? [key] : [];
  });
}
