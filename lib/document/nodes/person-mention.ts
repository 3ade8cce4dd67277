import { mergeAttributes, Node } from "@tiptap/core";
import { stringAttribute } from "./attribute.ts";

/** Mentions a person. `label` is the name when it was written, for output that can't look it up. */
export const PersonMention = Node.create({
  name: "personMention",
  group: "inline",
  inline: true,
  atom: true,
  selectable: true,

  addAttributes() {
    return { userId: stringAttribute("userId"), label: stringAttribute("label") };
  },
  parseHTML() {
    return [{ tag: "span[data-person-mention]" }];
  },
  renderHTML({ node, HTMLAttributes }) {
    return ["span", mergeAttributes(HTMLAttributes, { "data-person-mention": "" }), `@${node.attrs.label ?? ""}`];
  },
  renderText: ({ node }) => `@${node.attrs.label ?? ""}`,
  renderMarkdown: (node) => `@${node.attrs?.label ?? ""}`,
});
