import { mergeAttributes, Node } from "@tiptap/core";
import { stringAttribute } from "./attribute.ts";

/** The guiding questions of a section. The text comes from the template, so it can improve later. */
export const Guidance = Node.create({
  name: "guidance",
  group: "block",
  atom: true,
  selectable: true,

  addAttributes() {
    return { sectionKey: stringAttribute("sectionKey") };
  },
  parseHTML() {
    return [{ tag: "div[data-guidance]" }];
  },
  renderHTML({ HTMLAttributes }) {
    return ["div", mergeAttributes(HTMLAttributes, { "data-guidance": "" })];
  },
  renderMarkdown: () => "",
});
