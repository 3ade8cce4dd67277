import type { Thread } from "#lib/contract/comment.ts";

interface OpenThreadsProps {
  threads: readonly Thread[];
  activeId: string | null;
  /** A comment being written. */
  pendingId: string | null;
}

const select = (id: string) => `[data-review-text] [data-thread-id="${id.replace(/[^0-9a-f-]/gi, "")}"]`;

/** Highlights the passages of open threads. The mark of a resolved thread stays in the text, without highlighting. */
export function OpenThreads({ threads, activeId, pendingId }: OpenThreadsProps) {
  const open = threads.filter((thread) => thread.resolvedAt === null).map((thread) => thread.id);
  const rules = [
    // Below the bars, and above the sheet of a phone.
    "[data-review-text] [data-thread-id]{scroll-margin-top:calc(var(--mast-h) + 72px)}",
    ...open.map((id) => `${select(id)}{background:var(--comment)}`),
    ...[activeId, pendingId].flatMap((id) => (id ? [`${select(id)}{background:var(--comment-active)}`] : [])),
  ];
  return <style>{rules.join("\n")}</style>;
}
