"use client";

import { Button } from "#components/ui/button.tsx";
import { Banner } from "#components/ui/page/banner.tsx";
import { fieldWords } from "#lib/across/audit/change-words.ts";
import { listWords } from "#lib/base/text/sentence.ts";

interface ClashNoteProps {
  /** Names of the fields that both changed. */
  clashes: readonly string[];
  /** Someone else removed the record while the form was open. */
  isRemoved: boolean;
  onTakeTheirs: () => void;
}

/** What someone else did to the record of an open form, before a save would replace it. */
export function ClashNote({ clashes, isRemoved, onTakeTheirs }: ClashNoteProps) {
  if (isRemoved) return <Banner tone="warn">Someone else removed this. If you save, it is added again.</Banner>;
  if (clashes.length === 0) return null;
  return (
    <Banner tone="warn" action={<Button onClick={onTakeTheirs}>Use theirs</Button>}>
      Someone else changed the {listWords(clashes.map(fieldWords))} too. If you save, yours replaces it.
    </Banner>
  );
}
