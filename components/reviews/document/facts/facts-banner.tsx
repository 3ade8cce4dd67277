"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Editor } from "@tiptap/core";
import { type ReactNode, useEffect, useEffectEvent } from "react";
import { query, reads } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import { Banner } from "#components/ui/page/banner.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords, listWords } from "#lib/base/text/sentence.ts";
import type { StaleDraft } from "#lib/contract/review.ts";
import { showFactNotes } from "./fact-notes.ts";
import styles from "./facts-banner.module.css";

const onError = (error: unknown) => toastError(wordsOf(error));

const NONE: readonly StaleDraft[] = [];
/** Nothing was waiting any more, or people have written over all of it. */
const TOO_LATE = "The text stayed as it is, because someone has edited it or decided about it.";

/** Tells what an undo left: sections that someone changed or decided about since. */
function tellUndone(decided: readonly StaleDraft[], undone: readonly string[]) {
  const kept = decided.filter(({ key }) => !undone.includes(key));
  toastDone(kept.length === 0 ? "Undone" : `Undone. Kept because it changed since: ${named(kept)}.`);
}

/** Sections that the facts would fill differently now, with the two ways to settle them. Both can be undone. */
function useFactsChanged(key: string) {
  const client = useQueryClient();
  const stale = useQuery(reads.review.staleDrafts(key));
  const items = stale.data?.items ?? NONE;
  const settled = () => refresh(client, "review");
  // Other screens may be told before this one has the answer, so the list is read at the start.
  const onMutate = () => items;
  const undo = useMutation(query.review.undoDrafts.mutationOptions({ onSuccess: settled, onError }));
  const tell = (message: string, decision: string | null, decided: readonly StaleDraft[]) => {
    const run = (id: string) =>
      void undo.mutateAsync({ key, decision: id }).then(
        ({ undone }) => tellUndone(decided, undone),
        () => undefined,
      );
    toastDone(message, decision === null ? {} : { undo: () => run(decision) });
  };
  const update = useMutation(
    query.review.updateDrafts.mutationOptions({
      onMutate,
      onSuccess: ({ updated, decision }, _input, listed) => {
        const decided = listed.filter((item) => updated.includes(item.key));
        const done = `${countWords(updated.length, "section")} updated`;
        tell(updated.length > 0 ? done : TOO_LATE, decision, decided);
        return settled();
      },
      onError,
    }),
  );
  const dismiss = useMutation(
    query.review.dismissDrafts.mutationOptions({
      onMutate,
      onSuccess: ({ dismissed, decision }, _input, listed) => {
        const decided = listed.filter((item) => dismissed.includes(item.key));
        const done = decided.some(({ kind }) => kind === "missing") ? "Section left out" : "Text kept";
        tell(dismissed.length > 0 ? done : TOO_LATE, decision, decided);
        return settled();
      },
      onError,
    }),
  );
  return {
    items,
    busy: update.isPending || dismiss.isPending || undo.isPending,
    update: (keys?: string[]) => update.mutate({ key, ...(keys ? { keys } : {}) }),
    dismiss: (section: string) => dismiss.mutate({ key, keys: [section] }),
  };
}

/** Offers to bring the text up to date with the facts. Words by people change only where a person says so. */
export function FactsBanner({ reviewKey, editor }: { reviewKey: string; editor: Editor }) {
  const { items, busy, update, dismiss } = useFactsChanged(reviewKey);
  const show = useEffectEvent((text: Editor, notes: readonly StaleDraft[]) => {
    showFactNotes(text, { items: notes, take: (key) => update([key]), keep: dismiss });
  });
  useEffect(() => {
    show(
      editor,
      items.filter(({ kind }) => kind === "edited"),
    );
  }, [editor, items]);
  if (items.length === 0) return null;
  const free = items.filter(({ kind }) => kind !== "edited");
  const edited = items.filter(({ kind }) => kind === "edited");
  return (
    <Banner
      className={cx("noprint", styles.banner)}
      action={
        free.length > 0 ? (
          <Button busy={busy} busyLabel="Updating" onClick={() => update()}>
            {free.every(({ kind }) => kind === "missing") ? "Fill in" : "Update"}
          </Button>
        ) : undefined
      }
    >
      <details>
        <summary>{summaryOf(free, edited)}</summary>
        {free.map((item) => (
          <FreeSection key={item.key} item={item}>
            {item.kind === "missing" ? (
              <Button kind="ghost" disabled={busy} onClick={() => dismiss(item.key)}>
                Leave out
              </Button>
            ) : null}
          </FreeSection>
        ))}
        {edited.map((item) => (
          <EditedSection key={item.key} item={item}>
            {item.changes.some(({ replaceable }) => replaceable) ? (
              <Button disabled={busy} onClick={() => update([item.key])}>
                Use the new facts
              </Button>
            ) : null}
            <Button kind="ghost" disabled={busy} onClick={() => dismiss(item.key)}>
              Keep the text
            </Button>
          </EditedSection>
        ))}
      </details>
    </Banner>
  );
}

const named = (items: readonly StaleDraft[]) => listWords(items.map(({ section }) => section));

/** Names the sections by what happens to them: updated, filled, or decided by a person. */
function summaryOf(free: readonly StaleDraft[], edited: readonly StaleDraft[]): string {
  const outdated = free.filter(({ kind }) => kind === "outdated");
  const missing = free.filter(({ kind }) => kind === "missing");
  return [
    outdated.length > 0 ? `Facts changed, text unedited: ${named(outdated)}.` : "",
    missing.length > 0 ? `The facts can now fill: ${named(missing)}.` : "",
    edited.length > 0 ? `Facts changed in text that people edited: ${named(edited)}.` : "",
  ]
    .filter((part) => part !== "")
    .join(" ");
}

function FreeSection({ item, children }: { item: StaleDraft; children: ReactNode }) {
  return (
    <section className={styles.section} aria-label={item.section}>
      <b>{item.section}</b>
      {item.before === "" ? null : (
        <p className={textStyles.keepsLines}>
          <del className={styles.before}>{item.before}</del>
        </p>
      )}
      <p className={textStyles.keepsLines}>
        <ins className={styles.after}>{item.after}</ins>
      </p>
      {children}
    </section>
  );
}

function EditedSection({ item, children }: { item: StaleDraft; children: ReactNode }) {
  const byHand = item.changes.filter(({ replaceable }) => !replaceable).length;
  return (
    <section className={styles.section} aria-label={item.section}>
      <b>{item.section}</b>
      <ul className={styles.changes}>
        {item.changes.map(({ was, now }) => (
          <li key={`${was} ${now}`}>
            {was === null ? "New: " : "Was: "}
            {was === null ? null : <del className={styles.before}>{was}</del>}
            {was !== null && now !== null ? " Now: " : null}
            {now === null ? " The records no longer contain this." : <ins className={styles.after}>{now}</ins>}
          </li>
        ))}
      </ul>
      {byHand === 0 ? null : (
        <p className={styles.note}>
          {byHand === item.changes.length
            ? "People worded this differently, so the text stays as it is. Edit it, or keep it."
            : `${countWords(byHand, "sentence")} ${byHand === 1 ? "is" : "are"} worded differently and stay as they are.`}
        </p>
      )}
      <div className={styles.actions}>{children}</div>
    </section>
  );
}
