import { Extension, Mark, mergeAttributes } from "@tiptap/core";
import { stringAttribute } from "./attribute.ts";
import { BLOCK_PROPOSALS, FORMATS, PROPOSABLE_BLOCKS } from "./proposal-attributes.ts";

const suggestionId = stringAttribute("suggestionId", { maxLength: 36 });

// The editor reads its own HTML while someone types. What is pasted is never a proposal: the editor removes these marks.

/** Proposed text. Also a proposed Enter, which is one character: see `PROPOSED_BREAK`. */
export const SuggestInsert = Mark.create({
  name: "suggestInsert",
  inclusive: false,

  addAttributes() {
    return { suggestionId };
  },
  parseHTML() {
    return [{ tag: 'span[data-suggest="insert"]' }];
  },
  renderHTML({ HTMLAttributes }) {
    return ["span", mergeAttributes(HTMLAttributes, { "data-suggest": "insert", role: "insertion" }), 0];
  },
});

/** Text that a proposal removes. Several people can propose it for the same words. */
export const SuggestDelete = Mark.create({
  name: "suggestDelete",
  inclusive: false,
  excludes: "",

  addAttributes() {
    return { suggestionId };
  },
  parseHTML() {
    return [{ tag: 'span[data-suggest="delete"]' }];
  },
  renderHTML({ HTMLAttributes }) {
    return ["span", mergeAttributes(HTMLAttributes, { "data-suggest": "delete", role: "deletion" }), 0];
  },
});

/** A format that a proposal gives to text, or takes from it. */
export const SuggestFormat = Mark.create({
  name: "suggestFormat",
  inclusive: false,
  excludes: "",

  addAttributes() {
    return {
      suggestionId,
      format: stringAttribute("format", { oneOf: FORMATS, fallback: "bold" }),
      takes: {
        default: false,
        parseHTML: (element: HTMLElement) => element.hasAttribute("data-takes"),
        renderHTML: ({ takes }: Record<string, unknown>) => (takes === true ? { "data-takes": "" } : {}),
      },
      href: stringAttribute("href", { maxLength: 4000 }),
    };
  },
  parseHTML() {
    return [{ tag: 'span[data-suggest="format"]' }];
  },
  renderHTML({ HTMLAttributes }) {
    return ["span", mergeAttributes(HTMLAttributes, { "data-suggest": "format" }), 0];
  },
});

/** Proposals for a whole block. Each kind is a separate attribute, so they merge independently. */
export const BlockProposals = Extension.create({
  name: "blockProposals",

  addGlobalAttributes() {
    const attributes = Object.fromEntries(
      Object.entries(BLOCK_PROPOSALS).map(([name, { keepOnSplit }]) => [
        name,
        { ...stringAttribute(name, { maxLength: 80 }), parseHTML: () => null, keepOnSplit },
      ]),
    );
    return [{ types: [...PROPOSABLE_BLOCKS], attributes }];
  },
});
