import { mergeAttributes, Node } from "@tiptap/core";
import { EVENT_CHOICES, LIVE_BLOCK_KINDS } from "#lib/base/vocabulary/review.ts";
import { stringAttribute } from "./attribute.ts";

/**
 * Marks where data is rendered. `ref` narrows it to one record, `events` and `columns` are what people chose to show.
 * The data itself is never in the document.
 */
export const LiveBlock = Node.create({
  name: "liveBlock",
  group: "block",
  atom: true,
  selectable: true,
  draggable: true,
  isolating: true,

  addAttributes() {
    return {
      kind: stringAttribute("kind", { oneOf: LIVE_BLOCK_KINDS }),
      ref: stringAttribute("ref"),
      events: stringAttribute("events", { oneOf: EVENT_CHOICES }),
      columns: stringAttribute("columns", { maxLength: 200 }),
    };
  },
  parseHTML() {
    return [{ tag: "div[data-live-block]" }];
  },
  renderHTML({ HTMLAttributes }) {
    return ["div", mergeAttributes(HTMLAttributes, { "data-live-block": "" })];
  },
  renderMarkdown: () => "",
});
