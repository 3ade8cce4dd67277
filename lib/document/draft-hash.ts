import { standingNodes } from "./decide-suggestions.ts";
import type { DocumentMark, DocumentNode } from "./document-json.ts";

/** Attributes that change what a reader sees. Ids and attributes that an editor adds on its own don't count. */
const TELLING = [
  "level",
  "checked",
  "kind",
  "ref",
  "sectionKey",
  "eventId",
  "noun",
  "key",
  "userId",
  "href",
  "language",
  "tone",
  "pictureId",
  "alt",
  "share",
];
const UNTOLD = new Set<unknown>([undefined, null, false, "", "note"]);

function tellingAttrs(attrs: Record<string, unknown> | undefined): unknown[] {
  if (!attrs) return [];
  return TELLING.filter((name) => !UNTOLD.has(attrs[name])).map((name) => [name, attrs[name]]);
}

function tellingMarks(marks: DocumentMark[] = []): unknown[] {
  const kept = marks.filter((mark) => mark.type !== "comment");
  return kept
    .map((mark) => [mark.type, tellingAttrs(mark.attrs)])
    .sort((a, b) => String(a[0]).localeCompare(String(b[0])));
}

/** Joins runs of text with equal marks, because a comment splits them. */
function canonical(nodes: DocumentNode[] = []): unknown[] {
  const parts: unknown[] = [];
  let lastMarks: string | null = null;
  for (const node of nodes) {
    if (node.type !== "text") {
      lastMarks = null;
      parts.push([node.type, tellingAttrs(node.attrs), canonical(node.content)]);
      continue;
    }
    const marks = JSON.stringify(tellingMarks(node.marks));
    if (marks === lastMarks) parts.push(`${parts.pop()}${node.text ?? ""}`);
    else parts.push(marks, node.text ?? "");
    lastMarks = marks;
  }
  return parts;
}

function mix(text: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x85ebca6b);
    hash ^= hash >>> 13;
  }
  return hash >>> 0;
}

/**
 * Returns the hash of a drafted block's content, the same in browser and server: 16 hexadecimal digits. If it is equal,
 * no one has changed a word, a mark or the structure. Comments and suggestions don't count.
 */
export function hashOfContent(content: DocumentNode[]): string {
  return hashOfText(JSON.stringify(canonical(standingNodes(content))));
}

/** Returns a hash of words, the same in browser and server: 16 hexadecimal digits. */
export function hashOfText(text: string): string {
  return [0x9e3779b9, 0x41c6ce57].map((seed) => mix(text, seed).toString(16).padStart(8, "0")).join("");
}

/** Returns whether a `draftBlock` still contains exactly what was drafted. */
export function isUntouched(draftBlock: DocumentNode): boolean {
  return draftBlock.attrs?.hash === hashOfContent(draftBlock.content ?? []);
}
