"use client";

import { type Editor, useEditorState } from "@tiptap/react";
import { CaseSensitive, ChevronDown, ChevronUp, WholeWord, X } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { overlayClass } from "#components/ui/overlays/overlay.ts";
import { toastDone } from "#components/ui/overlays/toast.tsx";
import { countWords } from "#lib/base/text/sentence.ts";
import styles from "./find-bar.module.css";
import {
  type Found,
  foundIn,
  goToNext,
  goToPrevious,
  replaceCurrent,
  replaceEvery,
  type Sought,
  seek,
} from "./find-in-text.ts";

const MOST_WORDS = 200;

/** Returns the selected words to start with, if they are on one line. */
function selectedIn({ state: { doc, selection } }: Editor): string {
  const words = doc.textBetween(selection.from, selection.to, "\n");
  return words.length > MOST_WORDS || words.includes("\n") ? "" : words;
}

function wordsOf({ count, current }: Found, words: string): string {
  if (words === "") return "";
  if (count === 0) return "No matches";
  return current === null ? countWords(count, "match", "matches") : `${current} of ${count}`;
}

/**
 * Finds words in the text, and replaces them for those who can write. Enter goes to the next match, Shift Enter to the
 * previous one.
 */
export function FindBar({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const [sought, setSought] = useState<Sought>(() => ({
    words: selectedIn(editor),
    replacement: "",
    isCaseSensitive: false,
    isWholeWord: false,
  }));
  const field = useRef<HTMLInputElement>(null);
  const found = useEditorState({ editor, selector: ({ editor: { state } }) => foundIn(state) });
  const change = (part: Partial<Sought>) => setSought((before) => ({ ...before, ...part }));
  useEffect(() => field.current?.select(), []);
  useEffect(() => seek(editor, sought), [editor, sought]);
  useEffect(
    () => () => {
      if (!editor.isDestroyed) seek(editor, null);
    },
    [editor],
  );

  const close = () => {
    onClose();
    editor.commands.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
    event.stopPropagation();
    close();
  };
  /** The buttons are disabled without a match, and a disabled one would lose the focus. */
  const keepFocus = () => {
    if (foundIn(editor.state).count === 0) field.current?.focus();
  };
  const onEnter = (run: (back: boolean) => void) => (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    run(event.shiftKey);
  };
  const replaceIt = () => {
    replaceCurrent(editor);
    keepFocus();
  };
  const replaceThem = () => {
    const count = replaceEvery(editor);
    keepFocus();
    if (count > 0)
      toastDone(`${countWords(count, "match", "matches")} replaced`, {
        action: { label: "Undo", run: () => void editor.commands.undo() },
      });
  };
  const isNone = found.count === 0;
  return (
    <search className={overlayClass(null, styles.bar)} aria-label="Find in the text" onKeyDown={onKeyDown}>
      <div className={styles.row}>
        <div className={styles.field}>
          <Input
            ref={field}
            aria-label="Find"
            placeholder="Find"
            maxLength={MOST_WORDS}
            value={sought.words}
            onChange={(event) => change({ words: event.target.value })}
            onKeyDown={onEnter((back) => (back ? goToPrevious(editor) : goToNext(editor)))}
          />
          <span className={styles.count} role="status">
            {wordsOf(found, sought.words)}
          </span>
        </div>
        <IconButton
          label="Match case"
          icon={<CaseSensitive size={16} />}
          aria-pressed={sought.isCaseSensitive}
          onClick={() => change({ isCaseSensitive: !sought.isCaseSensitive })}
        />
        <IconButton
          label="Whole words"
          icon={<WholeWord size={16} />}
          aria-pressed={sought.isWholeWord}
          onClick={() => change({ isWholeWord: !sought.isWholeWord })}
        />
        <IconButton
          label="Previous match"
          keys="shift+Enter"
          icon={<ChevronUp size={16} />}
          disabled={isNone}
          onClick={() => goToPrevious(editor)}
        />
        <IconButton
          label="Next match"
          keys="Enter"
          icon={<ChevronDown size={16} />}
          disabled={isNone}
          onClick={() => goToNext(editor)}
        />
        <IconButton label="Close" keys="Esc" icon={<X size={16} />} onClick={close} />
      </div>
      {editor.isEditable ? (
        <div className={styles.row}>
          <Input
            aria-label="Replace with"
            placeholder="Replace with"
            value={sought.replacement}
            onChange={(event) => change({ replacement: event.target.value })}
            onKeyDown={onEnter(replaceIt)}
          />
          <Button disabled={isNone} onClick={replaceIt}>
            Replace
          </Button>
          <Button disabled={isNone} onClick={replaceThem}>
            Replace all
          </Button>
        </div>
      ) : null}
    </search>
  );
}
