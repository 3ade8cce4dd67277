import { Extension } from "@tiptap/core";
import { stringAttribute } from "./attribute.ts";

/** Ties a heading to a section of its template, so renaming the heading loses nothing. */
export const SectionKey = Extension.create({
  name: "sectionKey",

  addGlobalAttributes() {
    return [
      { types: ["heading"], attributes: { sectionKey: { ...stringAttribute("sectionKey"), keepOnSplit: false } } },
    ];
  },
});
