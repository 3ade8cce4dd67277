"use client";

import { useQuery } from "@tanstack/react-query";
import { MessageSquarePlus } from "lucide-react";
import { parseAsString, useQueryState } from "nuqs";
import { useState } from "react";
import { reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { useMe } from "#components/people/me/use-me.ts";
import { Composer } from "#components/reviews/comment/composer.tsx";
import { ThreadCard } from "#components/reviews/comment/thread-card.tsx";
import { useThreads } from "#components/reviews/comment/use-threads.ts";
import { Button } from "#components/ui/button.tsx";
import { createDrafts } from "#components/ui/page/kept-drafts.ts";
import { Section } from "#components/ui/page/section.tsx";
import { SkeletonText } from "#components/ui/page/skeleton.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import styles from "./comments-section.module.css";

interface Written {
  body: string;
  mentionIds: string[];
}

/** New comments that aren't sent, each by its record and person. */
const drafts = createDrafts<Written>({
  blank: { body: "", mentionIds: [] },
  isWritten: ({ body }) => body.trim() !== "",
});

/** The conversations about an action item or a strategic change, and a field for a new one. */
export function CommentsSection({ recordKey }: { recordKey: string }) {
  const list = useQuery(reads.comment.of(recordKey));
  const threads = useThreads(recordKey);
  const [activeId, setActiveId] = useQueryState("thread", parseAsString);
  const name = `${recordKey} ${useMe()?.id}`;
  const [isWriting, setWriting] = useState(() => drafts.isKept(name));
  const stopWriting = () => {
    drafts.keep(name, null);
    setWriting(false);
  };
  const [showsResolved, setShowsResolved] = useState(false);
  const { mayComment } = threads;
  const open = threads.threads.filter(({ id, resolvedAt }) => resolvedAt === null || id === activeId);
  const resolved = threads.threads.length - open.length;
  const shown = showsResolved ? threads.threads : open;
  return (
    <Section title="Comments" count={open.length > 0 ? String(open.length) : undefined} level={2}>
      {list.isPending ? <SkeletonText lines={2} label="Loading comments" /> : null}
      {list.isError ? <NotRead what="comments" error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.isSuccess && shown.length === 0 && !mayComment ? <p className={textStyles.muted}>No comments</p> : null}
      <div className={styles.threads}>
        {shown.map((thread) => (
          <ThreadCard
            key={thread.id}
            reviewKey={recordKey}
            thread={thread}
            threads={threads}
            isActive={thread.id === activeId}
            isOrphan={false}
            mayComment={mayComment}
            onActivate={(id) => void setActiveId(id)}
          />
        ))}
      </div>
      {isWriting ? (
        <Composer
          label={`Comment on ${recordKey}`}
          send="Comment"
          initial={drafts.of(name).body}
          initialMentionIds={drafts.of(name).mentionIds}
          busy={threads.start.isPending}
          onWrite={(body, mentionIds) => drafts.keep(name, { body, mentionIds })}
          onCancel={stopWriting}
          onSend={(body, mentionIds) =>
            threads.start.mutate({ key: recordKey, body, mentionIds }, { onSuccess: stopWriting })
          }
        />
      ) : mayComment ? (
        <Button icon={<MessageSquarePlus size={14} />} onClick={() => setWriting(true)}>
          Comment
        </Button>
      ) : null}
      {resolved > 0 ? (
        <Button kind="ghost" onClick={() => setShowsResolved(!showsResolved)}>
          {showsResolved ? "Hide resolved comments" : `Show ${resolved} resolved`}
        </Button>
      ) : null}
    </Section>
  );
}
