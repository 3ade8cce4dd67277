"use client";

import type { Editor } from "@tiptap/core";
import { useOutline } from "#components/reviews/document/use-outline.ts";
import { goToSection } from "#components/reviews/review/go-to-section.ts";

const CLASSES = { written: "d", drafted: "h", empty: "" } as const;
const WORDS = { written: "written", drafted: "drafted, waits for a person", empty: "empty" } as const;

/** Sections of the text and how far each is; a click goes there. */
export function OutlineNav({ editor }: { editor: Editor | null }) {
  const outline = useOutline(editor);
  const written = outline.filter((entry) => entry.state === "written").length;
  return (
    <nav className="toc" aria-label="Sections">
      <ul>
        {outline.map((entry) => (
          <li key={entry.position} className={CLASSES[entry.state]}>
            <button type="button" onClick={() => editor && goToSection(editor, entry.position)}>
              <i />
              {entry.title}
              <span className="vh">, {WORDS[entry.state]}</span>
            </button>
          </li>
        ))}
      </ul>
      {outline.length > 0 ? (
        <footer>
          {written} of {outline.length} sections written
        </footer>
      ) : null}
    </nav>
  );
}
