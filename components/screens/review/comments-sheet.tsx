"use client";

import { TextQuote } from "lucide-react";
import { useState } from "react";
import { ThreadCard } from "#components/reviews/comment/thread-card.tsx";
import type { Threads } from "#components/reviews/comment/use-threads.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import styles from "./narrow-bar.module.css";

interface CommentsSheetProps {
  reviewKey: string;
  threads: Threads;
  mayComment: boolean;
  /** Shows a thread below its passage. */
  onGo: (threadId: string) => void;
  onClose: () => void;
}

/** All comments on a narrow screen. Resolved ones are folded to a count. */
export function CommentsSheet({ reviewKey, threads, mayComment, onGo, onClose }: CommentsSheetProps) {
  const [showResolved, setShowResolved] = useState(false);
  const open = threads.threads.filter((thread) => thread.resolvedAt === null);
  const resolved = threads.threads.filter((thread) => thread.resolvedAt !== null);
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => isOpen || onClose()}
      title="Comments"
      actions={<Button onClick={onClose}>Close</Button>}
    >
      <div className={styles.sheet}>
        {open.length === 0 ? <p className={textStyles.muted}>No open comments. Select text to comment on it.</p> : null}
        {[...open, ...(showResolved ? resolved : [])].map((thread) => (
          <div key={thread.id}>
            {thread.quote ? (
              <>
                <Button kind="ghost" icon={<TextQuote size={14} />} onClick={() => onGo(thread.id)}>
                  Show in the text
                </Button>
                <blockquote className={textStyles.prose}>“{thread.quote}”</blockquote>
              </>
            ) : null}
            <ThreadCard
              reviewKey={reviewKey}
              thread={thread}
              threads={threads}
              isActive={false}
              isOrphan={false}
              mayComment={mayComment}
            />
          </div>
        ))}
        {resolved.length > 0 ? (
          <Button kind="ghost" onClick={() => setShowResolved(!showResolved)}>
            {showResolved ? "Hide resolved comments" : `Show ${resolved.length} resolved`}
          </Button>
        ) : null}
      </div>
    </Dialog>
  );
}
