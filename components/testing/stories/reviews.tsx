import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { EditorContent, useEditor } from "@tiptap/react";
import { StarterKit } from "@tiptap/starter-kit";
import { useMemo, useState } from "react";
import { reads } from "#components/base/api/client.ts";
import { useThreads } from "#components/reviews/comment/use-threads.ts";
import { caretSuggestion } from "#components/reviews/document/menu/caret-suggestion.ts";
import { type MenuItem, MenuStore } from "#components/reviews/document/menu/menu-store.ts";
import { EditableTasks } from "#components/reviews/review-task/editable-tasks.tsx";
import { CommentsSheet } from "#components/screens/review/comments-sheet.tsx";
import { NotSavedBanner } from "#components/screens/review/not-saved-banner.tsx";
import { Button } from "#components/ui/button.tsx";
import type { Thread } from "#lib/contract/comment.ts";
import { type ConnectionStatus, NOT_CONNECTED } from "#lib/document/document-connection.ts";
import type { Room } from "#lib/document/room.ts";

const SAVED: ConnectionStatus = { ...NOT_CONNECTED, save: "saved", isLoaded: true, isReadOnly: false };

/** A text whose server says how full it is. */
export function NearlyFullStory() {
  const [connection, say] = useMemo(() => {
    let status = SAVED;
    const listeners = new Set<() => void>();
    const tell = (change: Partial<ConnectionStatus>) => {
      status = { ...status, ...change };
      for (const listener of listeners) listener();
    };
    const subscribe = (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    };
    return [{ status: () => status, subscribe, unsentUpdates: () => [] }, tell] as const;
  }, []);
  const room: Room = { of: "nodes", percent: 81, left: 3800 };
  return (
    <>
      <Button onClick={() => say({ room, isReadOnly: false })}>Fill</Button>
      <Button onClick={() => say({ room: null })}>Delete</Button>
      <Button onClick={() => say({ room, isReadOnly: true })}>Read only</Button>
      <Button onClick={() => say({ room, ended: "document_full" })}>Overfill</Button>
      <NotSavedBanner connection={connection} />
    </>
  );
}

function Tasks() {
  const { data } = useQuery(reads.review.get("REV-1"));
  return data ? <EditableTasks review={data} /> : null;
}

export function TasksStory() {
  const [client] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={client}>
      <Tasks />
    </QueryClientProvider>
  );
}

const thread = (id: string, body: string, resolvedAt: string | null): Thread => ({
  ...{ id, quote: "", blockId: null, resolvedAt, resolvedBy: null, assignee: null, doneAt: null, version: 1 },
  comments: [
    {
      ...{ id: `${id}-1`, author: null, body, mentions: [], createdAt: "2026-03-02T12:00:00Z", editedAt: null },
      ...{ deleted: false, mine: false, reactions: [] },
    },
  ],
});

function Comments() {
  const threads = useThreads("REV-1");
  const nothing = () => undefined;
  return <CommentsSheet reviewKey="REV-1" threads={threads} mayComment={false} onGo={nothing} onClose={nothing} />;
}

/** The sheet of a phone, with nothing but a resolved comment. */
export function ResolvedCommentStory() {
  const [client] = useState(() => {
    const made = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
    made.setQueryData(reads.comment.of("REV-1").queryKey, {
      items: [thread("t1", "Which pool was it?", "2026-03-03T12:00:00Z")],
      mayComment: false,
    });
    return made;
  });
  return (
    <QueryClientProvider client={client}>
      <Comments />
    </QueryClientProvider>
  );
}

const INES: MenuItem = {
  ...{ id: "ines", label: "Ines", group: "People" },
  run: (editor, range) => void editor.chain().insertContentAt(range, "Ines ").run(),
};

/** A text whose menu at the caret gets its items with the next event "answer", which has their number. */
export function CaretMenuStory() {
  const editor = useEditor({
    immediatelyRender: false,
    extensions: [
      StarterKit.configure({ trailingNode: false }),
      caretSuggestion({
        name: "atMenu",
        char: "@",
        label: "Mention",
        store: new MenuStore(),
        items: () =>
          new Promise((resolve) =>
            window.addEventListener("answer", (event) => resolve((event as CustomEvent).detail ? [INES] : []), {
              once: true,
            }),
          ),
      }),
    ],
  });
  return <EditorContent editor={editor} />;
}
