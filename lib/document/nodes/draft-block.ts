import { mergeAttributes, Node } from "@tiptap/core";
import { stringAttribute } from "./attribute.ts";

/** Prose drafted from facts. `hash` is that of the draft: while it matches the content, no one has edited it. */
export const DraftBlock = Node.create({
  name: "draftBlock",
  group: "block",
  content: "block+",
  defining: true,

  addAttributes() {
    return { key: stringAttribute("key"), hash: stringAttribute("hash") };
  },
  parseHTML() {
    return [{ tag: "section[data-draft-block]" }];
  },
  renderHTML({ HTMLAttributes }) {
    return ["section", mergeAttributes(HTMLAttributes, { "data-draft-block": "" }), 0];
  },
  renderMarkdown: (node, helpers) => helpers.renderChildren(node.content ?? [], "\n\n"),
});
