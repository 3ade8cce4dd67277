import { Node } from "@tiptap/core";
import { MarkdownManager } from "@tiptap/markdown";
import type { DocumentJson } from "./document-json.ts";
import { finishMarks } from "./escape-markdown.ts";
import { freezeBlocks, type MarkdownResolver } from "./freeze.ts";
import { placed } from "./placed.ts";
import { editorExtensions } from "./schema.ts";

/** Text that is already Markdown. */
const Verbatim = Node.create({
  name: "verbatim",
  group: "block",
  atom: true,
  renderMarkdown: (node) => String(node.attrs?.markdown ?? ""),
});
const VerbatimInline = Node.create({
  name: "verbatimInline",
  group: "inline",
  inline: true,
  atom: true,
  renderMarkdown: (node) => String(node.attrs?.markdown ?? ""),
});

let manager: MarkdownManager | undefined;

/**
 * Returns the text as Markdown (GitHub flavour), with live blocks, chips and mentions as `resolve` words them. Guiding
 * questions and comments are left out.
 */
export function toMarkdown(json: DocumentJson, resolve: MarkdownResolver): string {
  manager ??= new MarkdownManager({ extensions: [...editorExtensions(), Verbatim, VerbatimInline] });
  const content = freezeBlocks(placed(json.content ?? []), { inTable: false }, resolve);
  return finishMarks(manager.serialize({ type: "doc", content })).trim();
}
