import { mergeAttributes, Node } from "@tiptap/core";

/**
 * Blocks below a first line that is always shown. Its first line isn't a node of its own, so nothing that two people do
 * at once makes it invalid. Whether it is open is up to each reader and isn't stored.
 */
export const Collapsible = Node.create({
  name: "collapsible",
  group: "block",
  content: "block+",
  defining: true,

  parseHTML() {
    return [{ tag: "div[data-collapsible]" }, { tag: "details" }];
  },
  renderHTML({ HTMLAttributes }) {
    return ["div", mergeAttributes(HTMLAttributes, { "data-collapsible": "" }), 0];
  },
});
