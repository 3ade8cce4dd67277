import { mergeAttributes, Node } from "@tiptap/core";
import { stringAttribute } from "./attribute.ts";

/** Records that can be mentioned by their readable key. A factor has none and is mentioned by its id. */
const CHIP_NOUNS = ["incident", "review", "action-item", "strategic-change", "factor"] as const;

/** Mentions one record: `ACT-31`. */
export const RecordChip = Node.create({
  name: "recordChip",
  group: "inline",
  inline: true,
  atom: true,
  selectable: true,

  addAttributes() {
    return { noun: stringAttribute("noun", { oneOf: CHIP_NOUNS }), key: stringAttribute("key") };
  },
  parseHTML() {
    return [{ tag: "span[data-record-chip]" }];
  },
  renderHTML({ node, HTMLAttributes }) {
    return ["span", mergeAttributes(HTMLAttributes, { "data-record-chip": "" }), String(node.attrs.key ?? "")];
  },
  renderText: ({ node }) => String(node.attrs.key ?? ""),
  renderMarkdown: (node) => String(node.attrs?.key ?? ""),
});
