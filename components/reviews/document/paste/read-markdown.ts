import { MarkdownManager } from "@tiptap/markdown";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { editorExtensions } from "#lib/document/schema.ts";

/** Nodes and marks that a text from elsewhere can contain. Records and mentions come only from this app. */
const FOREIGN: ReadonlySet<string> = new Set([
  "paragraph",
  "heading",
  "text",
  "hardBreak",
  "horizontalRule",
  "bulletList",
  "orderedList",
  "listItem",
  "taskList",
  "taskItem",
  "blockquote",
  "codeBlock",
  "table",
  "tableRow",
  "tableHeader",
  "tableCell",
]);

function onlyForeign(node: DocumentNode): DocumentNode[] {
  const content = node.content?.flatMap(onlyForeign);
  return FOREIGN.has(node.type) ? [content ? { ...node, content } : node] : (content ?? []);
}

/** Returns the blocks of a text in Markdown (GitHub flavour), for the schema of a review. */
export function readMarkdown(text: string): DocumentNode[] {
  const manager = new MarkdownManager({ extensions: editorExtensions() });
  const { content = [] } = manager.parse(text) as DocumentNode;
  return content.flatMap(onlyForeign);
}
