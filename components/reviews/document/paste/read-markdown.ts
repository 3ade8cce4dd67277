import { MarkdownManager } from "@tiptap/markdown";
import { bulletItems } from "#lib/base/text/bullet-items.ts";
import { type DocumentNode, descendants } from "#lib/document/document-json.ts";
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

/** The largest heading of a review's text is that of a section, and the smallest is two below it. */
const LOWEST_HEADING = 4;
const levelOf = ({ type, attrs }: DocumentNode) => (type === "heading" ? Number(attrs?.level) : null);

/** Headings are at the top of a text, in quotes and in items. */
function withLevels(nodes: readonly DocumentNode[], down: number): DocumentNode[] {
  return nodes.map((node) => {
    const level = levelOf(node);
    const attrs = level === null ? {} : { attrs: { ...node.attrs, level: Math.min(level + down, LOWEST_HEADING) } };
    return { ...node, ...attrs, ...(node.content ? { content: withLevels(node.content, down) } : {}) };
  });
}

/** Returns the blocks of a text in Markdown (GitHub flavour), for the schema of a review. */
export function readMarkdown(text: string): DocumentNode[] {
  const manager = new MarkdownManager({ extensions: editorExtensions() });
  const { content = [] } = manager.parse(bulletItems(text)) as DocumentNode;
  const blocks = content.flatMap(onlyForeign);
  return withLevels(
    blocks,
    [...descendants({ type: "doc", content: blocks })].some((node) => levelOf(node) === 1) ? 1 : 0,
  );
}
