import { Mark, mergeAttributes } from "@tiptap/core";
import { stringAttribute } from "./attribute.ts";

/** Anchors a comment thread, which is a database row. Marks of several threads can overlap. */
export const CommentMark = Mark.create({
  name: "comment",
  inclusive: false,
  excludes: "",

  addAttributes() {
    return { threadId: stringAttribute("threadId") };
  },
  parseHTML() {
    return [{ tag: "span[data-thread-id]" }];
  },
  renderHTML({ HTMLAttributes }) {
    return ["span", mergeAttributes(HTMLAttributes), 0];
  },
});
