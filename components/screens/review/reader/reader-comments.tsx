"use client";

import { MessageSquarePlus } from "lucide-react";
import { parseAsString, useQueryState } from "nuqs";
import { useState } from "react";
import { Composer } from "#components/reviews/comment/composer.tsx";
import { ThreadCard } from "#components/reviews/comment/thread-card.tsx";
import { useThreadSteps } from "#components/reviews/comment/use-thread-steps.ts";
import { useThreads } from "#components/reviews/comment/use-threads.ts";
import { Button } from "#components/ui/button.tsx";
import { useKeys } from "#components/ui/keys/use-keys.ts";
import textStyles from "#components/ui/roles/text.module.css";
import type { Review } from "#lib/contract/review.ts";
import styles from "./reader.module.css";

const MOST_QUOTED = 2000;

interface Passage {
  quote: string;
  blockId: string | null;
}

/** The selected text and the block where it starts, or the whole review without a selection. */
function selectedPassage(): Passage {
  const selection = window.getSelection();
  const node = selection?.anchorNode;
  const element = node instanceof Element ? node : node?.parentElement;
  if (!selection || !element?.closest("[data-reader-text]")) return { quote: "", blockId: null };
  const block = element.closest<HTMLElement>("[data-id]");
  return { quote: selection.toString().trim().slice(0, MOST_QUOTED), blockId: block?.dataset.id ?? null };
}

/** Comments on a published review. Members can continue commenting, but the text doesn't change. */
export function ReaderComments({ review, version }: { review: Review; version: number }) {
  const threads = useThreads(review.key);
  const [activeId, setActiveId] = useQueryState("thread", parseAsString);
  const [passage, setPassage] = useState<Passage | null>(null);
  const [showsResolved, setShowsResolved] = useState(false);
  const mayComment = review.abilities.comment;
  const begin = () => setPassage(selectedPassage());
  useKeys([
    {
      keys: "mod+shift+m",
      label: "Comment on the selection",
      group: "Review",
      when: () => mayComment,
      run: begin,
    },
  ]);
  const open = threads.threads.filter(({ resolvedAt }) => resolvedAt === null);
  const resolved = threads.threads.length - open.length;
  const { said } = useThreadSteps({
    ...{ open, activeId, editor: null },
    show: (id) => {
      void setActiveId(id);
      const card = document.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"] > article`);
      card?.focus({ preventScroll: true });
      card?.scrollIntoView({ block: "center" });
    },
  });
  const shown = showsResolved ? threads.threads : open;
  return (
    <aside className={styles.comments} aria-labelledby="comments">
      <h2 id="comments">Comments</h2>
      <p className={textStyles.visuallyHidden} role="status">
        {said}
      </p>
      {shown.length === 0 && !passage ? (
        <p className={textStyles.muted}>
          {mayComment ? "No comments. Select text to comment on it." : "No comments on this review"}
        </p>
      ) : null}
      {shown.map((thread) => (
        <div key={thread.id} data-card={thread.id}>
          {thread.quote ? <blockquote>{thread.quote}</blockquote> : null}
          <ThreadCard
            reviewKey={review.key}
            thread={thread}
            threads={threads}
            isActive={thread.id === activeId}
            isOrphan={false}
            mayComment={mayComment}
            onActivate={(id) => void setActiveId(id)}
          />
        </div>
      ))}
      {passage ? (
        <div>
          {passage.quote ? <blockquote>{passage.quote}</blockquote> : null}
          <Composer
            label={passage.quote ? "Comment on the selection" : "Comment on this review"}
            send="Comment"
            busy={threads.start.isPending}
            onCancel={() => setPassage(null)}
            onSend={(body, mentionIds) =>
              threads.start.mutate(
                { key: review.key, version, ...passage, body, mentionIds },
                { onSuccess: () => setPassage(null) },
              )
            }
          />
        </div>
      ) : mayComment ? (
        // The press would clear the selection before it is read.
        <Button icon={<MessageSquarePlus size={14} />} onMouseDown={(event) => event.preventDefault()} onClick={begin}>
          Comment
        </Button>
      ) : null}
      {resolved > 0 ? (
        <Button kind="ghost" onClick={() => setShowsResolved(!showsResolved)}>
          {showsResolved ? "Hide resolved comments" : `Show ${resolved} resolved`}
        </Button>
      ) : null}
    </aside>
  );
}
