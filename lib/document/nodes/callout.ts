import { mergeAttributes, Node } from "@tiptap/core";
import { stringAttribute } from "./attribute.ts";

const CALLOUT_TONES = ["note", "tip", "warning"] as const;

/** A boxed aside. */
export const Callout = Node.create({
  name: "callout",
  group: "block",
  content: "block+",
  defining: true,

  addAttributes() {
    return { tone: stringAttribute("tone", { oneOf: CALLOUT_TONES, fallback: "note" }) };
  },
  parseHTML() {
    return [{ tag: "aside[data-callout]" }];
  },
  renderHTML({ HTMLAttributes }) {
    return ["aside", mergeAttributes(HTMLAttributes, { "data-callout": "" }), 0];
  },
  renderMarkdown: (node, helpers) => {
    const body = helpers.renderChildren(node.content ?? [], "\n\n");
    const lines = [`[!${String(node.attrs?.tone ?? "note").toUpperCase()}]`, ...body.split("\n")];
    return lines.map((line) => (line === "" ? ">" : `> ${line}`)).join("\n");
  },
});
