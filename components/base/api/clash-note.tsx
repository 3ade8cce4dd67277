"use client";

import { Button } from "#components/ui/button.tsx";
import { Banner } from "#components/ui/page/banner.tsx";
import { listWords } from "#lib/base/text/sentence.ts";

interface ClashNoteProps<Field extends string> {
  /** The fields that both changed. */
  clashes: readonly Field[];
  /** The form's name for each field, in the middle of a sentence. */
  labels: Readonly<Record<Field, string>>;
  /** Someone else removed the record while the form was open. */
  isRemoved: boolean;
  onTakeTheirs: () => void;
}

/** Shows the changes of other people to the record of an open form, before a save would replace them. */
export function ClashNote<Field extends string>(props: ClashNoteProps<Field>) {
  const { clashes, labels, isRemoved, onTakeTheirs } = props;
  if (isRemoved) return <Banner tone="warn">Someone else removed this. If you save, it is added again.</Banner>;
  if (clashes.length === 0) return null;
  return (
    <Banner tone="warn" action={<Button onClick={onTakeTheirs}>Use theirs</Button>}>
      Someone else changed the {listWords(clashes.map((field) => labels[field]))} too. If you save, yours replaces it.
    </Banner>
  );
}
