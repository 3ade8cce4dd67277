"use client";

import type { Editor } from "@tiptap/core";
import { useContext, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import styles from "./margin.module.css";
import { type Anchor, placeThreads } from "./place-threads.ts";
import { ThreadCard } from "./thread-card.tsx";
import { ThreadRecordsContext } from "./thread-records.ts";
import { passageOf } from "./use-thread-steps.ts";
import type { Threads } from "./use-threads.ts";

const WAIT_MS = 250;

interface MarginProps {
  reviewKey: string;
  editor: Editor | null;
  /** Before the text has loaded, no passage counts as missing. */
  isTextHere: boolean;
  threads: Threads;
  mayComment: boolean;
  activeId: string | null;
  onActivate: (id: string) => void;
  /** Returns to the text. */
  onLeave: () => void;
}

/** Comments next to their passages. Resolved ones are folded to a count. */
export function Margin(props: MarginProps) {
  const { reviewKey, editor, isTextHere, threads, mayComment, activeId, onActivate, onLeave } = props;
  const margin = useRef<HTMLElement>(null);
  const [tops, setTops] = useState<Map<string, number>>(new Map());
  const [showResolved, setShowResolved] = useState(false);
  const [orphans, setOrphans] = useState<ReadonlySet<string>>(new Set());
  const open = threads.threads.filter((thread) => thread.resolvedAt === null);
  const resolved = threads.threads.length - open.length;
  const shown = showResolved ? threads.threads : open;
  const records = useContext(ThreadRecordsContext);
  const ids = shown
    .map(({ id, version, comments }) => `${id}.${version}.${comments.length}.${records?.of(id).length ?? 0}`)
    .join(" ");

  const measure = useEffectEvent(() => {
    const box = margin.current;
    if (!box?.offsetParent) return;
    const origin = box.getBoundingClientRect().top;
    const anchors: Anchor[] = shown.map((thread) => {
      const { id } = thread;
      const passage = passageOf(thread);
      const card = box.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`);
      return {
        id,
        top: passage ? passage.getBoundingClientRect().top - origin - 6 : null,
        height: card?.offsetHeight ?? 80,
      };
    });
    const lost = new Set(anchors.filter((anchor) => anchor.top === null).map((anchor) => anchor.id));
    setOrphans((before) => (before.size === lost.size && [...before].every((id) => lost.has(id)) ? before : lost));
    const next = placeThreads(anchors);
    setTops((before) =>
      anchors.every(({ id }) => before.get(id) === next.get(id)) && before.size === next.size ? before : next,
    );
  });
  useLayoutEffect(() => {
    if (ids !== undefined) measure();
  }, [ids]);
  // Cards glide once they have been seen where they belong.
  const [isPlaced, setPlaced] = useState(false);
  useEffect(() => {
    if (tops.size === 0) return;
    const timer = window.setTimeout(() => setPlaced(true), WAIT_MS);
    return () => window.clearTimeout(timer);
  }, [tops]);
  useEffect(() => {
    let waiting = 0;
    const again = () => {
      window.clearTimeout(waiting);
      waiting = 0;
      measure();
    };
    // The observer reports a new line before it is painted. Everything else waits for a pause in typing.
    const later = () => {
      waiting ||= window.setTimeout(again, WAIT_MS);
    };
    const box = margin.current;
    const observer = new ResizeObserver(again);
    if (box) observer.observe(box);
    const article = document.querySelector("[data-review-text]");
    if (article) observer.observe(article);
    editor?.on("update", later);
    return () => {
      window.clearTimeout(waiting);
      observer.disconnect();
      editor?.off("update", later);
    };
  }, [editor]);

  return (
    <aside className={styles.margin} aria-label="Comments" ref={margin} data-placed={isPlaced || undefined}>
      {shown.map((thread) => (
        <div
          key={thread.id}
          data-card={thread.id}
          className={styles.card}
          style={{ transform: `translateY(${tops.get(thread.id) ?? 0}px)` }}
        >
          <ThreadCard
            reviewKey={reviewKey}
            thread={thread}
            threads={threads}
            isActive={thread.id === activeId}
            isOrphan={isTextHere && thread.quote !== "" && orphans.has(thread.id)}
            mayComment={mayComment}
            onActivate={onActivate}
            onLeave={onLeave}
          />
        </div>
      ))}
      {resolved > 0 ? (
        <Button kind="ghost" className={styles.resolved} onClick={() => setShowResolved(!showResolved)}>
          {showResolved ? "Hide resolved comments" : `${resolved} resolved`}
        </Button>
      ) : null}
    </aside>
  );
}
