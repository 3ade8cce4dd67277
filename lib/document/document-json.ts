/** A review's text as plain data: the ProseMirror JSON of the shared document. */
export interface DocumentMark {
  type: string;
  attrs?: Record<string, unknown>;
}

export interface DocumentNode {
  type: string;
  attrs?: Record<string, unknown>;
  content?: DocumentNode[];
  marks?: DocumentMark[];
  text?: string;
}

export interface DocumentJson extends DocumentNode {
  type: "doc";
}

/** Returns a text attribute, or null if it is absent or of another type. */
export function stringAttr(node: DocumentNode, name: string): string | null {
  const value = node.attrs?.[name];
  return typeof value === "string" ? value : null;
}

/** Returns whether a block is the heading of a section. */
export const isSectionHead = ({ type, attrs }: DocumentNode): boolean => type === "heading" && attrs?.level === 2;

/** Returns every node below `node` in reading order, parents before their children. */
export function* descendants(node: DocumentNode): Generator<DocumentNode> {
  for (const child of node.content ?? []) {
    yield child;
    yield* descendants(child);
  }
}
