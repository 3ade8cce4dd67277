"use client";

import type { Editor } from "@tiptap/core";
import { useEffect } from "react";
import { goToSection } from "#components/reviews/review/go-to-section.ts";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { isUntouched } from "#lib/document/draft-hash.ts";

/** The first generated text that no one has checked. */
const FIRST_DRAFT = "#first-draft";

/** Returns the position in the text of a URL fragment: `#factors`, `#first-draft`. -1 for none. */
export function placeOfLink({ doc }: Pick<Editor["state"], "doc">, hash: string): number {
  let place = -1;
  doc.forEach((node, position) => {
    const isPlace =
      hash === FIRST_DRAFT
        ? node.type.name === "draftBlock" && isUntouched(node.toJSON() as DocumentNode)
        : node.type.name === "heading" && node.attrs.sectionKey && hash === `#${node.attrs.sectionKey}`;
    if (isPlace && place < 0) place = position;
  });
  return place;
}

/** Follows links into the text, when the page opens and later. */
export function useSectionLink(editor: Editor | null, isLoaded: boolean): void {
  useEffect(() => {
    if (!editor || !isLoaded) return;
    const follow = () => {
      const place = placeOfLink(editor.state, window.location.hash);
      if (place >= 0) goToSection(editor, place);
    };
    follow();
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, [editor, isLoaded]);
}
