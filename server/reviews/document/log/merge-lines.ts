import * as Y from "yjs";
import { editorSchema } from "#lib/document/schema.ts";
import { TEXT_FRAGMENT } from "#lib/document/schema-version.ts";

const { nodes } = editorSchema();
const isLeaf = (child: unknown): boolean => child instanceof Y.XmlElement && nodes[child.nodeName]?.isInline === true;

/**
 * Lines as the schema before version 2 stored them: chips next to the text, or no text at all. Several texts without
 * chips are left as they are, because an absent person may still write in each of them.
 */
function* oldLines(parent: Y.XmlFragment): Generator<Y.XmlElement> {
  for (const line of parent.toArray()) {
    if (!(line instanceof Y.XmlElement) || isLeaf(line)) continue;
    const children = line.toArray();
    const isEmptyLine = children.length === 0 && nodes[line.nodeName]?.isTextblock === true;
    const isInParts = children.some(isLeaf) && children.every((child) => child instanceof Y.XmlText || isLeaf(child));
    if (isEmptyLine || isInParts) yield line;
    else yield* oldLines(line);
  }
}

interface Insert {
  insert: string | object;
  attributes?: Record<string, unknown>;
}

const insertsOf = (child: unknown): Insert[] => {
  if (child instanceof Y.XmlText) return child.toDelta();
  return child instanceof Y.XmlElement ? [{ insert: { type: child.nodeName, attrs: child.getAttributes() } }] : [];
};

function mergeLine(line: Y.XmlElement): void {
  const children = line.toArray();
  const first = children[0] instanceof Y.XmlText ? children[0] : null;
  const text = first ?? new Y.XmlText();
  if (!first) line.insert(0, [text]);
  const tail = children.filter((child) => child !== first).flatMap(insertsOf);
  if (tail.length > 0) text.applyDelta([{ retain: text.length }, ...tail]);
  if (line.length > 1) line.delete(1, line.length - 1);
}

/** Returns whether a document has lines in the old form. */
export function hasOldLines(document: Y.Doc): boolean {
  return !oldLines(document.getXmlFragment(TEXT_FRAGMENT)).next().done;
}

/**
 * Gives each line in the old form one text with its chips inside. Only the server does this, before anyone can write:
 * two tabs doing it for one line would double its end.
 */
export function mergeLines(document: Y.Doc): void {
  for (const line of [...oldLines(document.getXmlFragment(TEXT_FRAGMENT))]) mergeLine(line);
}
