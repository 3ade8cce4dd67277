import { mergeAttributes, Node } from "@tiptap/core";
import { stringAttribute } from "./attribute.ts";

/** Cites one timeline event as evidence. */
export const EventChip = Node.create({
  name: "eventChip",
  group: "inline",
  inline: true,
  atom: true,
  selectable: true,

  addAttributes() {
    return { eventId: stringAttribute("eventId") };
  },
  parseHTML() {
    return [{ tag: "span[data-event-chip]" }];
  },
  renderHTML({ HTMLAttributes }) {
    return ["span", mergeAttributes(HTMLAttributes, { "data-event-chip": "" })];
  },
  renderMarkdown: () => "",
});
