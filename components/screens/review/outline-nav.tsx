"use client";

import type { Editor } from "@tiptap/core";
import { Check, Maximize, Search } from "lucide-react";
import { useRef, useState } from "react";
import { acceptGenerated } from "#components/reviews/document/accept-generated.ts";
import type { OutlineEntry } from "#components/reviews/document/use-outline.ts";
import { Button } from "#components/ui/button.tsx";
import type { Presence } from "#components/ui/marks/presence-avatars.tsx";
import { toastDone } from "#components/ui/overlays/toast.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { useSettledText } from "#components/ui/use-settled-text.ts";
import { countWords } from "#lib/base/text/sentence.ts";
import { readingMinutes, wordCountOf } from "#lib/base/text/word-count.ts";
import { readByBlock } from "#lib/document/read-by-block.ts";
import { standingText } from "#lib/document/text-as.ts";
import { countWritten } from "#lib/reviews/review/completeness.ts";
import { OpenPoints, type OpenPointsProps } from "./open-points.tsx";
import { OutlineList } from "./outline-list.tsx";
import styles from "./outline-nav.module.css";

const WAIT_MS = 500;

const wordCountOfBlock = readByBlock((block) =>
  block.attrs.suggestInsert ? 0 : wordCountOf(standingText(block, "\n")),
);

/** Number of words in the text, without its questions and live blocks. Null until the text is loaded. */
function useWordCount(editor: Editor | null): number | null {
  const [count, setCount] = useState<number | null>(null);
  useSettledText(editor, WAIT_MS, ({ state }) =>
    setCount(state.doc.children.reduce((sum, block) => sum + wordCountOfBlock(block), 0)),
  );
  return count;
}

function acceptAll(editor: Editor, nav: HTMLElement | null): void {
  const accepted = acceptGenerated(editor.state);
  if (!accepted) return;
  // The button is about to be removed, so the focus moves within the outline.
  nav?.querySelector<HTMLElement>("li button")?.focus();
  editor.view.dispatch(accepted.step);
  toastDone(`${countWords(accepted.count, "generated block")} accepted`, {
    action: { label: "Undo", run: () => void editor.commands.undo() },
  });
}

interface OutlineNavProps {
  editor: Editor | null;
  outline: readonly OutlineEntry[];
  /** Everyone else in this text. */
  people: readonly Presence[];
  /** Number of open suggestions by section. */
  suggested: ReadonlyMap<number, number>;
  points: OpenPointsProps;
  onFind: () => void;
  onFocusMode: () => void;
}

/** Sections of the text and their completeness. A click goes there. Facts and unchecked text don't count. */
export function OutlineNav({ editor, outline, people, suggested, points, onFind, onFocusMode }: OutlineNavProps) {
  const nav = useRef<HTMLElement>(null);
  const { written, toWrite, toRead, facts } = countWritten(outline.map(({ state }) => state));
  const words = useWordCount(editor);
  const generated = outline.filter(({ state }) => state === "generated" || state === "part").length;
  const notes = [toRead > 0 ? `${toRead} to read and accept` : "", facts > 0 ? `${facts} show facts` : ""];
  return (
    <nav ref={nav} className={styles.outline} aria-label="Sections">
      {outline.length > 0 ? (
        <p className={styles.count}>
          <b>
            {written} of {toWrite} written
          </b>
          <small>{notes.filter((note) => note !== "").join(", ")}</small>
          {words === null ? null : (
            <small>
              {countWords(words, "word")}, {readingMinutes(words)} min to read
            </small>
          )}
        </p>
      ) : null}
      {editor ? (
        <Button kind="ghost" icon={<Search size={14} />} onClick={onFind}>
          {editor.isEditable ? "Find and replace" : "Find in the text"}
        </Button>
      ) : null}
      {editor ? (
        <Button kind="ghost" icon={<Maximize size={14} />} onClick={onFocusMode}>
          Focus mode
        </Button>
      ) : null}
      {generated > 0 && editor?.isEditable ? (
        <Button kind="ghost" icon={<Check size={14} />} onClick={() => acceptAll(editor, nav.current)}>
          Accept all generated
        </Button>
      ) : null}
      <OutlineList editor={editor} outline={outline} suggested={suggested} people={people} />
      {suggested.size > 0 ? <p className={textStyles.note}>Numbers are open suggestions.</p> : null}
      <OpenPoints {...points} />
    </nav>
  );
}
