"use client";

import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { type OutlineEntry, placeOfSection, sectionAtCaret } from "#components/reviews/document/use-outline.ts";
import { CompletenessMark } from "#components/reviews/review/completeness-mark.tsx";
import { goToSection } from "#components/reviews/review/go-to-section.ts";
import { Avatar } from "#components/ui/labels/avatar.tsx";
import type { Presence } from "#components/ui/marks/presence-avatars.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { COMPLETENESS_WORDS } from "#lib/reviews/review/completeness.ts";
import styles from "./outline-list.module.css";

interface OutlineListProps {
  editor: Editor | null;
  outline: readonly OutlineEntry[];
  /** Their avatars are next to the section where they write. */
  people?: readonly Presence[];
  /** Runs before the text scrolls, for a sheet that covers it. */
  onGo?: () => void;
}

/** The sections, each with its completeness, as links into the text. The one with the caret has a bar. */
export function OutlineList({ editor, outline, people = [], onGo }: OutlineListProps) {
  const current = useEditorState({ editor, selector: ({ editor: now }) => now && sectionAtCaret(now) });
  const go = (number: number) => {
    onGo?.();
    const place = editor ? placeOfSection(editor, number) : null;
    if (editor && place !== null) goToSection(editor, place);
  };
  return (
    <ul className={styles.list}>
      {outline.map((entry) => (
        <li key={entry.number} data-state={entry.state}>
          <button
            type="button"
            aria-current={entry.number === current ? "location" : undefined}
            onClick={() => go(entry.number)}
          >
            <CompletenessMark state={entry.state} />
            {entry.title}
            <span className={textStyles.visuallyHidden}>, {COMPLETENESS_WORDS[entry.state]}</span>
          </button>
          {people
            .filter(({ where }) => where === entry.title)
            .map(({ id, name, hue }) => (
              <Avatar key={id} name={name} hue={hue} />
            ))}
        </li>
      ))}
    </ul>
  );
}
