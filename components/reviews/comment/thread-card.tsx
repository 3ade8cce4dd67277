"use client";

import { Check, Pencil, Reply, RotateCcw, Trash2 } from "lucide-react";
import { memo, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Avatar } from "#components/ui/labels/avatar.tsx";
import { Moment } from "#components/ui/labels/moment.tsx";
import { Note } from "#components/ui/note.tsx";
import { toastDone } from "#components/ui/overlays/toast.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import type { Comment, Thread } from "#lib/contract/comment.ts";
import { Assignee, AssignMenu } from "./assignee.tsx";
import { BecameLine, BecomeMenu } from "./become.tsx";
import { Composer } from "./composer.tsx";
import { Reactions, ReactMenu } from "./reactions.tsx";
import styles from "./thread-card.module.css";
import type { Threads } from "./use-threads.ts";

interface ThreadCardProps {
  reviewKey: string;
  thread: Thread;
  threads: Threads;
  isActive: boolean;
  isOrphan: boolean;
  mayComment: boolean;
  onActivate?: ((id: string) => void) | undefined;
  /** Returns to the passage in the text. Escape does. */
  onLeave?: (() => void) | undefined;
}

/** One conversation about a passage: flat in the margin, raised when active. Not drawn again while others move. */
export const ThreadCard = memo(function ThreadCard({
  reviewKey: key,
  thread,
  threads,
  isActive,
  isOrphan,
  mayComment,
  onActivate,
  onLeave,
}: ThreadCardProps) {
  const [replying, setReplying] = useState(false);
  const card = useRef<HTMLElement>(null);
  const activate = () => onActivate?.(thread.id);
  const resolve = (resolved: boolean) => {
    threads.resolve.mutate({ key, id: thread.id, version: thread.version, resolved });
    if (resolved)
      toastDone("Comment resolved", {
        undo: () => threads.resolve.mutate({ key, id: thread.id, version: thread.version + 1, resolved: false }),
      });
  };
  return (
    <article
      ref={card}
      data-record-keys
      className={cx(styles.card, isActive && styles.active)}
      aria-label={thread.quote ? `Comment on “${thread.quote}”` : `Comment on ${key}`}
      tabIndex={-1}
      onFocus={activate}
      onMouseDown={activate}
      onKeyDown={(event) => {
        if (event.key === "Escape" && onLeave) {
          event.stopPropagation();
          onLeave();
        }
      }}
    >
      {isOrphan ? <Note>The text was deleted: “{thread.quote}”</Note> : null}
      {thread.comments.map((comment, index) => (
        <div key={comment.id} className={index > 0 ? styles.reply : undefined}>
          <CommentBody reviewKey={key} comment={comment} threads={threads} mayComment={mayComment} />
        </div>
      ))}
      <BecameLine thread={thread} />
      <Assignee reviewKey={key} thread={thread} threads={threads} />
      {thread.resolvedAt ? <Note>Resolved{thread.resolvedBy ? ` by ${thread.resolvedBy.name}` : ""}</Note> : null}
      {replying ? (
        <Composer
          label="Reply"
          send="Reply"
          busy={threads.reply.isPending}
          onCancel={() => setReplying(false)}
          onSend={(body, mentionIds) =>
            threads.reply.mutate({ key, id: thread.id, body, mentionIds }, { onSuccess: () => setReplying(false) })
          }
        />
      ) : mayComment ? (
        <div className={styles.foot}>
          <Button kind="ghost" icon={<Reply size={14} />} onClick={() => setReplying(true)}>
            Reply
          </Button>
          <Button
            kind="ghost"
            icon={thread.resolvedAt ? <RotateCcw size={14} /> : <Check size={14} />}
            onClick={() => resolve(thread.resolvedAt === null)}
          >
            {thread.resolvedAt ? "Reopen" : "Resolve"}
          </Button>
          <BecomeMenu thread={thread} card={card} />
          {thread.resolvedAt ? null : <AssignMenu reviewKey={key} thread={thread} threads={threads} />}
        </div>
      ) : null}
    </article>
  );
});

interface CommentBodyProps {
  reviewKey: string;
  comment: Comment;
  threads: Threads;
  mayComment: boolean;
}

function CommentBody({ reviewKey: key, comment, threads, mayComment }: CommentBodyProps) {
  const [editing, setEditing] = useState(false);
  const name = comment.author?.name ?? "Former user";
  const remove = () => {
    threads.edit.mutate({ key, id: comment.id, deleted: true });
    toastDone("Comment deleted", { undo: () => threads.edit.mutate({ key, id: comment.id, deleted: false }) });
  };
  if (comment.deleted) return <p className={textStyles.muted}>Comment deleted</p>;
  return (
    <>
      <header className={styles.head}>
        <Avatar name={name} />
        <b>{name}</b>
        <Moment at={comment.createdAt} />
        {mayComment ? <ReactMenu reviewKey={key} comment={comment} threads={threads} /> : null}
      </header>
      {editing ? (
        <Composer
          label="Edit comment"
          send="Save"
          initial={comment.body}
          busy={threads.edit.isPending}
          onCancel={() => setEditing(false)}
          onSend={(body) => threads.edit.mutate({ key, id: comment.id, body }, { onSuccess: () => setEditing(false) })}
        />
      ) : (
        <p className={textStyles.keepsLines}>
          {comment.body} {comment.editedAt ? <span className={textStyles.note}>edited</span> : null}
        </p>
      )}
      {comment.mentions.length > 0 ? (
        <p className={textStyles.note}>To {comment.mentions.map((person) => person.name).join(", ")}</p>
      ) : null}
      <Reactions reviewKey={key} comment={comment} threads={threads} mayComment={mayComment} />
      {comment.mine && !editing ? (
        <div className={styles.foot}>
          <IconButton label="Edit" icon={<Pencil size={14} />} onClick={() => setEditing(true)} />
          <IconButton label="Delete" icon={<Trash2 size={14} />} onClick={remove} />
        </div>
      ) : null}
    </>
  );
}
