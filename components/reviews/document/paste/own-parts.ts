import { Fragment, type Node, Slice } from "@tiptap/pm/model";
import { countWords } from "#lib/base/text/sentence.ts";

/** The parts that a text can have only once. */
export interface Parts {
  /** Keys of the template's sections with a heading. */
  sections: ReadonlySet<string>;
  /** Keys of the sections with a draft. */
  drafts: ReadonlySet<string>;
  /** Ids of its comment threads. Null while they aren't all known. */
  threads: ReadonlySet<string> | null;
}

const isKey = (value: unknown): value is string => typeof value === "string" && value !== "";

/**
 * Returns the parts of a text that it can have only once, outside of a range that is about to be replaced or moved.
 * `threadIds`: of the comments on this text, null while they aren't known.
 */
export function partsOf(
  doc: Node,
  replaced: { from: number; to: number } | null,
  threadIds: readonly string[] | null,
): Parts {
  const [sections, drafts, threads] = [new Set<string>(), new Set<string>(), new Set(threadIds)];
  doc.descendants((node, at) => {
    if (replaced && replaced.from <= at && at + node.nodeSize <= replaced.to) return false;
    if (node.type.name === "heading" && isKey(node.attrs.sectionKey)) sections.add(node.attrs.sectionKey);
    if (node.type.name === "draftBlock" && isKey(node.attrs.key)) drafts.add(node.attrs.key);
    for (const { type, attrs } of node.marks) if (type.name === "comment") threads.add(String(attrs.threadId));
  });
  return { sections, drafts, threads: threadIds && threads };
}

function ownedBy(content: Fragment, parts: Parts): Fragment {
  const nodes: Node[] = [];
  content.forEach((node) => {
    const marks = node.marks.filter(
      ({ type, attrs }) => type.name !== "comment" || (parts.threads?.has(String(attrs.threadId)) ?? true),
    );
    if (node.isText) {
      nodes.push(node.mark(marks));
      return;
    }
    const { sectionKey, key } = node.attrs;
    const isSection = node.type.name === "heading" && parts.sections.has(sectionKey);
    const isDraft = node.type.name === "draftBlock" && parts.drafts.has(key);
    const attrs = {
      ...node.attrs,
      ...(isSection ? { sectionKey: null } : {}),
      ...(isDraft ? { key: null, hash: null } : {}),
    };
    nodes.push(node.type.create(attrs, ownedBy(node.content, parts), marks));
  });
  return Fragment.from(nodes);
}

/**
 * Returns a slice as a part of another text: a second heading of a section is an ordinary one, a second draft is what
 * a person wrote, and comments of another text stay there.
 */
export const ownParts = ({ content, openStart, openEnd }: Slice, parts: Parts): Slice =>
  new Slice(ownedBy(content, parts), openStart, openEnd);

/** Returns the ids of the pictures in a slice or a text, each once. */
export function picturesIn(content: Fragment): string[] {
  const ids = new Set<string>();
  content.descendants((node) => {
    if (node.type.name === "picture" && isKey(node.attrs.pictureId)) ids.add(node.attrs.pictureId);
  });
  return [...ids];
}

/** Says that pictures weren't copied, and why. */
export const notCopiedWords = (count: number, why: string): string =>
  `${countWords(count, "picture")} ${count === 1 ? "wasn't" : "weren't"} copied into this review. ${why}`;
