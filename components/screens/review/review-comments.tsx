"use client";

import type { Editor } from "@tiptap/core";
import { parseAsString, useQueryState } from "nuqs";
import { type RefObject, useCallback, useEffect, useEffectEvent, useState } from "react";
import { Margin } from "#components/reviews/comment/margin.tsx";
import { ThreadSheet } from "#components/reviews/comment/thread-sheet.tsx";
import { passageOf, useThreadSteps } from "#components/reviews/comment/use-thread-steps.ts";
import type { Threads } from "#components/reviews/comment/use-threads.ts";
import { returnToText } from "#components/reviews/document/take-selection.ts";
import textStyles from "#components/ui/roles/text.module.css";
import { useMediaQuery } from "#components/ui/use-media-query.ts";
import type { Thread } from "#lib/contract/comment.ts";

interface OpenThreadsProps {
  threads: readonly Thread[];
  activeId: string | null;
  /** A comment being written. */
  pendingId: string | null;
}

const select = (id: string) => `[data-review-text] [data-thread-id="${id.replace(/[^0-9a-f-]/gi, "")}"]`;

/** Highlights the passages of open threads. The mark of a resolved thread stays in the text, without highlighting. */
function OpenThreads({ threads, activeId, pendingId }: OpenThreadsProps) {
  const open = threads.filter((thread) => thread.resolvedAt === null).map((thread) => thread.id);
  const rules = [
    // Below the bars, and above the sheet of a phone.
    "[data-review-text] [data-thread-id]{scroll-margin-top:calc(var(--mast-h) + 72px)}",
    ...open.map((id) => `${select(id)}{background:var(--comment)}`),
    ...[activeId, pendingId].flatMap((id) => (id ? [`${select(id)}{background:var(--comment-active)}`] : [])),
  ];
  return <style>{rules.join("\n")}</style>;
}

interface ReviewCommentsProps {
  reviewKey: string;
  editor: Editor | null;
  /** Before the text has loaded, no passage counts as missing. */
  isTextHere: boolean;
  threads: Threads;
  mayComment: boolean;
  /** A comment being written. */
  pendingId: string | null;
  /** Gets what goes to the next comment. */
  nextComment: RefObject<() => void>;
  /** The margin has no room on a wide screen either: something else is there, or only the text is shown. */
  isInSheet: boolean;
}

/** Where the margin has no room. */
const NARROW = "(max-width: 940px)";

/** The comments on a text: next to it, or on a narrow screen one at a time in a sheet below its passage. */
export function ReviewComments(props: ReviewCommentsProps) {
  const { reviewKey, editor, isTextHere, threads, mayComment, pendingId, nextComment, isInSheet } = props;
  const [activeId, setActiveId] = useQueryState("thread", parseAsString);
  const isNarrow = useMediaQuery(NARROW) || isInSheet;
  const isTouched = useMediaQuery("(pointer: coarse)");
  const active = threads.threads.find(({ id }) => id === activeId);
  const show = (id: string) => {
    void setActiveId(id);
    if (isNarrow) return;
    const thread = threads.threads.find((one) => one.id === id);
    if (thread) passageOf(thread)?.scrollIntoView({ block: "center" });
    const card = document.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"] > article`);
    card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: "nearest" });
  };
  const open = threads.threads.filter(({ resolvedAt }) => resolvedAt === null);
  const { step, said } = useThreadSteps({ open, activeId, editor, show });
  useEffect(() => {
    nextComment.current = () => step(1);
  });
  const [linkedId] = useState(activeId);
  const linked = threads.threads.some(({ id }) => id === linkedId) ? linkedId : null;
  useLinkedThread(isTextHere ? linked : null, show);
  usePressedPassage(editor, (id, wasWriting) => {
    if (!open.some((thread) => thread.id === id)) return;
    if (!isNarrow) void setActiveId(id);
    else if (!wasWriting) show(id);
  });
  const leave = useCallback(() => {
    if (editor?.isEditable) returnToText(editor);
  }, [editor]);
  const activate = useCallback((id: string) => void setActiveId(id), [setActiveId]);
  return (
    <>
      <OpenThreads threads={threads.threads} activeId={activeId} pendingId={pendingId} />
      <p className={textStyles.visuallyHidden} role="status">
        {said}
      </p>
      {isInSheet ? null : (
        <Margin
          reviewKey={reviewKey}
          editor={editor}
          isTextHere={isTextHere}
          threads={threads}
          mayComment={mayComment}
          activeId={activeId}
          onActivate={activate}
          onLeave={leave}
        />
      )}
      {isNarrow && active ? (
        <ThreadSheet
          reviewKey={reviewKey}
          thread={active}
          threads={threads}
          isOrphan={isTextHere && active.quote !== "" && passageOf(active) === null}
          mayComment={mayComment}
          onStep={step}
          onClose={() => {
            void setActiveId(null);
            // Where the focus would open the keyboard of the screen, it stays away.
            if (!isTouched) leave();
          }}
        />
      ) : null}
    </>
  );
}

/** Shows the thread that the page was opened for, once its text is there. */
function useLinkedThread(id: string | null, show: (id: string) => void): void {
  const arrive = useEffectEvent(show);
  useEffect(() => {
    if (id !== null) arrive(id);
  }, [id]);
}

/** Calls back when someone presses a commented passage, and whether they were writing in the text before. */
function usePressedPassage(editor: Editor | null, onPress: (id: string, wasWriting: boolean) => void): void {
  const press = useEffectEvent(onPress);
  useEffect(() => {
    const text = editor?.view.dom;
    if (!editor || !text) return;
    let wasWriting = false;
    const down = () => {
      wasWriting = editor.isEditable && editor.isFocused;
    };
    const click = ({ target }: MouseEvent) => {
      const passage = target instanceof Element ? target.closest<HTMLElement>("[data-thread-id]") : null;
      if (passage?.dataset.threadId) press(passage.dataset.threadId, wasWriting);
    };
    text.addEventListener("pointerdown", down);
    text.addEventListener("click", click);
    return () => {
      text.removeEventListener("pointerdown", down);
      text.removeEventListener("click", click);
    };
  }, [editor]);
}
