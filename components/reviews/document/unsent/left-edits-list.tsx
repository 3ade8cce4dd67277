"use client";

import { useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/fields/copy-button.tsx";
import { Moment } from "#components/ui/labels/moment.tsx";
import { ButtonLink } from "#components/ui/link.tsx";
import { ConfirmDialog } from "#components/ui/overlays/confirm-dialog.tsx";
import { Banner } from "#components/ui/page/banner.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import { discard, type LeftEdits, useLeftEdits } from "./left-edits.ts";

const WHY: Record<NonNullable<LeftEdits["why"]>, string> = {
  refused: "the server rejected the text",
  no_access: "you no longer have access to it",
  document_full: "it has reached its maximum size",
  too_big: "the text is too large",
  read_only: "you can no longer write in it",
  gap: "the text around has changed too much",
  other_schema: "Afterword was updated since",
};

interface LeftEditsListProps {
  userId: string | undefined;
  /** Only this review. Without it, all reviews. */
  reviewKey?: string;
  /** Whether the text is open, which sends what can be sent, or can't be opened. */
  text?: "open" | "closed" | undefined;
}

/** Unsaved changes that this person left on the device: open, copy or discard them. */
export function LeftEditsList({ userId, reviewKey, text }: LeftEditsListProps) {
  const left = useLeftEdits(userId).filter(
    (group) => (text !== "open" || group.why !== null) && (reviewKey ?? group.reviewKey) === group.reviewKey,
  );
  return left.map((group) => (
    <LeftBanner key={`${group.reviewKey} ${group.why}`} left={group} mayOpen={text === undefined} />
  ));
}

/** The text of these edits. Empty until the code that reads them has loaded, which most pages never need. */
function useWords(edits: LeftEdits["edits"]): string {
  const [words, setWords] = useState("");
  useEffect(() => {
    let isCurrent = true;
    const updates = edits.map(({ update }) => update);
    import("#lib/document/unsent-words.ts").then(
      ({ wordsOfEdits }) => isCurrent && setWords(wordsOfEdits(updates)),
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [edits]);
  return words;
}

function LeftBanner({ left, mayOpen }: { left: LeftEdits; mayOpen: boolean }) {
  const [isAsked, setAsked] = useState(false);
  const { reviewKey, edits, why } = left;
  const what = `${countWords(edits.length, "change")} of ${reviewKey}`;
  const words = useWords(edits);
  const isOne = edits.length === 1;
  return (
    <Banner
      className="noprint"
      tone="warn"
      action={
        <span className={layoutStyles.row}>
          {why === null && mayOpen ? (
            <ButtonLink href={`/reviews/${reviewKey}?as=draft`}>Open review</ButtonLink>
          ) : null}
          {words === "" ? null : <CopyButton text={words} what={what} />}
          <Button aria-label={`Discard ${what}`} onClick={() => setAsked(true)}>
            Discard
          </Button>
        </span>
      }
    >
      {why === null
        ? `${what} ${isOne ? "isn't" : "aren't"} saved, and ${isOne ? "is" : "are"} kept on this device.`
        : `${what} can't be saved, because ${WHY[why]}. ${isOne ? "It is" : "They are"} kept on this device until you discard ${isOne ? "it" : "them"}.`}{" "}
      {why === null && mayOpen ? `Open the review to save ${isOne ? "it" : "them"}. ` : null}
      Last change: <Moment at={new Date(edits.at(-1)?.keptAt ?? 0).toISOString()} />.
      <ConfirmDialog
        open={isAsked}
        onOpenChange={setAsked}
        title={`Discard ${what}?`}
        description="Only this device has the text. You can't undo this."
        confirmLabel="Discard changes"
        onConfirm={() => void discard(left)}
      />
    </Banner>
  );
}
