"use client";

import { Composer } from "#components/reviews/comment/composer.tsx";
import type { Threads } from "#components/reviews/comment/use-threads.ts";
import type { useCommentSelection } from "#components/reviews/document/use-comment-selection.ts";
import { Dialog } from "#components/ui/overlays/dialog.tsx";

interface PendingCommentProps {
  reviewKey: string;
  comment: ReturnType<typeof useCommentSelection>;
  start: Threads["start"];
}

/** Writes the first comment on the passage that was selected. */
export function PendingComment({ reviewKey, comment: { pending, leave, sent }, start }: PendingCommentProps) {
  if (!pending) return null;
  return (
    <Dialog open onOpenChange={(open) => open || leave()} title="Comment" description={`“${pending.quote}”`}>
      <Composer
        label="Comment"
        send="Comment"
        busy={start.isPending}
        onCancel={leave}
        onSend={(body, mentionIds) =>
          start.mutate({ key: reviewKey, ...pending, body, mentionIds }, { onSuccess: sent })
        }
      />
    </Dialog>
  );
}
