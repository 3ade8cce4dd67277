"use client";

import { Dialog as Radix } from "radix-ui";
import { useEffect, useEffectEvent, useRef } from "react";
import { cx } from "#components/ui/cx.ts";
import overlay from "#components/ui/overlay.module.css";
import { PeekHeader } from "#components/ui/overlays/peek-header.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import type { Thread } from "#lib/contract/comment.ts";
import { ThreadCard } from "./thread-card.tsx";
import styles from "./thread-sheet.module.css";
import { passageOf } from "./use-thread-steps.ts";
import type { Threads } from "./use-threads.ts";

interface ThreadSheetProps {
  reviewKey: string;
  thread: Thread;
  threads: Threads;
  isOrphan: boolean;
  mayComment: boolean;
  onStep: (by: 1 | -1) => void;
  onClose: () => void;
}

/** A thread at the bottom of a phone, below its passage. The text stays in use above it. */
export function ThreadSheet(props: ThreadSheetProps) {
  const { reviewKey, thread, threads, isOrphan, mayComment, onStep, onClose } = props;
  const sheet = useRef<HTMLDivElement>(null);
  const { id } = thread;
  const arrive = useEffectEvent(() => {
    passageOf(thread)?.scrollIntoView({ block: "start" });
    if (!sheet.current?.contains(document.activeElement)) sheet.current?.focus({ preventScroll: true });
  });
  useEffect(() => {
    // A dialog that closes at the same moment returns its focus first.
    const waiting = id ? window.setTimeout(arrive) : 0;
    return () => window.clearTimeout(waiting);
  }, [id]);
  return (
    <Radix.Root open modal={false} onOpenChange={(open) => open || onClose()}>
      <Radix.Portal>
        <Radix.Content
          ref={sheet}
          tabIndex={-1}
          className={cx(overlay.surface, styles.sheet)}
          aria-describedby={undefined}
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
          onEscapeKeyDown={(event) => {
            // Escape leaves only the reply.
            if (event.target instanceof HTMLTextAreaElement) event.preventDefault();
          }}
          onInteractOutside={(event) => event.preventDefault()}
        >
          <Radix.Title className={textStyles.visuallyHidden}>Comment</Radix.Title>
          <PeekHeader onPrevious={() => onStep(-1)} onNext={() => onStep(1)} onClose={onClose} />
          <div className={styles.thread}>
            <ThreadCard
              key={id}
              reviewKey={reviewKey}
              thread={thread}
              threads={threads}
              isActive={false}
              isOrphan={isOrphan}
              mayComment={mayComment}
            />
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
