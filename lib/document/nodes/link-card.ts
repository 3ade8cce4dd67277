import { mergeAttributes, Node } from "@tiptap/core";
import { stringAttribute } from "./attribute.ts";

/** Longest address of a card, as of any link. */
const HREF_LENGTH = 2000;

/** A link on a line of its own. Its title is text that people can change, comment on and propose like other words. */
export const LinkCard = Node.create({
  name: "linkCard",
  group: "block",
  content: "inline*",
  defining: true,
  selectable: true,

  addAttributes() {
    return { href: stringAttribute("href", { maxLength: HREF_LENGTH }) };
  },
  parseHTML() {
    return [{ tag: "div[data-link-card]" }];
  },
  renderHTML({ HTMLAttributes }) {
    return ["div", mergeAttributes(HTMLAttributes, { "data-link-card": "" }), 0];
  },
});
