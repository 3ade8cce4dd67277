"use client";

import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { type OutlineEntry, placeOfSection, sectionAtCaret } from "#components/reviews/document/use-outline.ts";
import { CompletenessMark } from "#components/reviews/review/completeness-mark.tsx";
import { goToSection } from "#components/reviews/review/go-to-section.ts";
import { cx } from "#components/ui/cx.ts";
import { Avatar } from "#components/ui/labels/avatar.tsx";
import type { Presence } from "#components/ui/marks/presence-avatars.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import { COMPLETENESS_WORDS } from "#lib/reviews/review/completeness.ts";
import styles from "./outline-list.module.css";

interface OutlineListProps {
  editor: Editor | null;
  outline: readonly OutlineEntry[];
  /** Number of open suggestions by section. */
  suggested: ReadonlyMap<number, number>;
  /** Their avatars are next to the section where they write. */
  people?: readonly Presence[];
  /** Runs before the text scrolls, for a sheet that covers it. */
  onGo?: () => void;
}

const wordsOf = ({ state }: OutlineEntry, suggestions: number) =>
  suggestions === 0
    ? COMPLETENESS_WORDS[state]
    : `${COMPLETENESS_WORDS[state]}, ${countWords(suggestions, "open suggestion")}`;

/** The sections, each with its completeness and its open suggestions, as links into the text. The one with the caret has a bar. */
export function OutlineList({ editor, outline, suggested, people = [], onGo }: OutlineListProps) {
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
            <span className={textStyles.visuallyHidden}>, {wordsOf(entry, suggested.get(entry.number) ?? 0)}</span>
          </button>
          {people
            .filter(({ part }) => part === entry.number)
            .map(({ id, name, hue }) => (
              <Avatar key={id} name={name} hue={hue} />
            ))}
          {suggested.has(entry.number) ? (
            <span className={cx(textStyles.note, styles.suggested)} aria-hidden="true">
              {suggested.get(entry.number)}
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
