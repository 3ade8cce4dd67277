import { Fragment, type Node, Slice } from "@tiptap/pm/model";

/** What a text has once. */
export interface Parts {
  /** Keys of the template's sections with a heading. */
  sections: ReadonlySet<string>;
  /** Keys of the sections with a draft. */
  drafts: ReadonlySet<string>;
  /** Ids of its comment threads. */
  threads: ReadonlySet<string>;
}

const isKey = (value: unknown): value is string => typeof value === "string" && value !== "";

/** Returns what a text has once, without what is in a range that is about to be replaced. */
export function partsOf(doc: Node, replaced: { from: number; to: number }): Parts {
  const [sections, drafts, threads] = [new Set<string>(), new Set<string>(), new Set<string>()];
  doc.descendants((node, at) => {
    if (replaced.from <= at && at + node.nodeSize <= replaced.to) return false;
    if (node.type.name === "heading" && isKey(node.attrs.sectionKey)) sections.add(node.attrs.sectionKey);
    if (node.type.name === "draftBlock" && isKey(node.attrs.key)) drafts.add(node.attrs.key);
    for (const { type, attrs } of node.marks) if (type.name === "comment") threads.add(String(attrs.threadId));
  });
  return { sections, drafts, threads };
}

function ownedBy(content: Fragment, parts: Parts): Fragment {
  const nodes: Node[] = [];
  content.forEach((node) => {
    const marks = node.marks.filter(
      ({ type, attrs }) => type.name !== "comment" || parts.threads.has(String(attrs.threadId)),
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
