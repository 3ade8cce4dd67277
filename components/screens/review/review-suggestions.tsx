"use client";

import type { Editor } from "@tiptap/core";
import { SuggestionList } from "#components/reviews/suggestion/suggestion-list.tsx";
import type { Suggesting } from "#components/reviews/suggestion/use-suggesting.ts";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/choices/select.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import { useMediaQuery } from "#components/ui/use-media-query.ts";
import { proposalOf } from "#lib/document/decide-suggestions.ts";
import { BLOCK_PROPOSAL_NAMES, readProposed } from "#lib/document/nodes/proposal-attributes.ts";
import { SUGGESTION_READING_WORDS, SUGGESTION_READINGS, type SuggestionReading } from "#lib/document/text-as.ts";
import styles from "./review-suggestions.module.css";

interface ReviewSuggestionsProps {
  reviewKey: string;
  editor: Editor | null;
  suggesting: Suggesting;
  mayDecide: boolean;
  /** Comments on what is selected. */
  onComment: () => void;
}

const NARROW = "(max-width: 940px)";

const isReading = (value: string): value is SuggestionReading => SUGGESTION_READINGS.some((one) => one === value);

/** The list of suggestions: next to the text in place of the comments, or on a narrow screen in a sheet. */
export function ReviewSuggestions({ reviewKey, editor, suggesting, mayDecide, onComment }: ReviewSuggestionsProps) {
  const { suggestions, activeId, activate, step, setOpen, printAs, setPrintAs } = suggesting;
  const isNarrow = useMediaQuery(NARROW);
  const toText = () => void (editor?.isEditable && !isNarrow && editor.commands.focus());
  const close = () => {
    setOpen(false);
    toText();
  };
  const list = (
    <>
      <SuggestionList
        reviewKey={reviewKey}
        suggestions={suggestions}
        activeId={activeId}
        mayDecide={mayDecide}
        onActivate={activate}
        onNext={() => step(1) || toText()}
        onComment={(id) => {
          if (!editor || !selectSuggestion(editor, id)) return;
          if (isNarrow) setOpen(false);
          onComment();
        }}
      />
      <div className={styles.paper}>
        <Field label="When printed">
          <Select
            value={printAs}
            options={SUGGESTION_READINGS.map((value) => ({ value, label: SUGGESTION_READING_WORDS[value] }))}
            onChange={({ target }) => isReading(target.value) && setPrintAs(target.value)}
          />
        </Field>
      </div>
    </>
  );
  if (isNarrow) {
    return (
      <Dialog
        open
        onOpenChange={(open) => open || close()}
        title="Suggestions"
        actions={<Button onClick={close}>Close</Button>}
      >
        <div className={styles.sheet}>{list}</div>
      </Dialog>
    );
  }
  return (
    <aside className={styles.panel} aria-label="Suggestions">
      <div className={styles.head}>
        <h2>Suggestions</h2>
        <Button kind="ghost" onClick={close}>
          Show comments
        </Button>
      </div>
      {list}
    </aside>
  );
}

/** Selects the first words that a suggestion concerns. Returns false if nothing of it is in the text. */
function selectSuggestion(editor: Editor, id: string): boolean {
  let range: { from: number; to: number } | null = null;
  editor.state.doc.descendants((node, at) => {
    if (range) return false;
    const isMarked = node.marks.some(({ type, attrs }) => proposalOf({ type: type.name, attrs }) === id);
    const isBlock = BLOCK_PROPOSAL_NAMES.some((name) => readProposed(node.attrs[name])?.id === id);
    if (isMarked) range = { from: at, to: at + node.nodeSize };
    else if (isBlock && node.content.size > 0) range = { from: at + 1, to: at + node.nodeSize - 1 };
    return true;
  });
  if (!range) return false;
  return editor.chain().focus().setTextSelection(range).run();
}
