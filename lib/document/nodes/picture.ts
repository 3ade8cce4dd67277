import { mergeAttributes, Node } from "@tiptap/core";
import { numberAttribute, stringAttribute } from "./attribute.ts";

/** Longest description of a picture. */
export const ALT_LENGTH = 250;
/** Narrowest share of the text's width, in percent. */
export const LEAST_SHARE = 20;

const LONGEST_SIDE = 16_384;

/**
 * A picture stored with its review, and its caption as text. `alt` is null until someone has described it, and empty
 * if it only decorates. `share` is its width in percent of the text's width.
 */
export const Picture = Node.create({
  name: "picture",
  group: "block",
  content: "inline*",
  defining: true,
  isolating: true,
  selectable: true,

  addAttributes() {
    return {
      pictureId: stringAttribute("pictureId"),
      alt: stringAttribute("alt", { maxLength: ALT_LENGTH }),
      share: numberAttribute("share", { least: LEAST_SHARE, most: 100, fallback: 100 }),
      pixelWidth: numberAttribute("pixelWidth", { least: 1, most: LONGEST_SIDE }),
      pixelHeight: numberAttribute("pixelHeight", { least: 1, most: LONGEST_SIDE }),
    };
  },
  parseHTML() {
    return [{ tag: "figure[data-picture]", contentElement: "figcaption" }];
  },
  renderHTML({ HTMLAttributes }) {
    return ["figure", mergeAttributes(HTMLAttributes, { "data-picture": "" }), ["figcaption", 0]];
  },
});
