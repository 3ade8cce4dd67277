"use client";

import { Collaboration } from "@tiptap/extension-collaboration";
import { CollaborationCaret } from "@tiptap/extension-collaboration-caret";
import { Placeholder } from "@tiptap/extension-placeholder";
import { type Editor, EditorContent, useEditor } from "@tiptap/react";
import { useEffect, useMemo, useRef } from "react";
import { drawCaret, drawSelection } from "#components/reviews/document/caret.ts";
import { CaretMenu } from "#components/reviews/document/menu/caret-menu.tsx";
import { caretSuggestion } from "#components/reviews/document/menu/caret-suggestion.ts";
import { type MenuItem, MenuStore } from "#components/reviews/document/menu/menu-store.ts";
import { slashItems } from "#components/reviews/document/menu/slash-items.ts";
import { ReadOnlyGuard } from "#components/reviews/document/read-only-guard.ts";
import { DrawnEventChip, DrawnRecordChip } from "#components/reviews/document/views/chips.tsx";
import { DrawnDraftBlock } from "#components/reviews/document/views/draft-block-view.tsx";
import { DrawnGuidance } from "#components/reviews/document/views/guidance-view.tsx";
import type { DocumentConnection } from "#lib/document/document-connection.ts";
import { editorExtensions } from "#lib/document/schema.ts";
import { TEXT_FRAGMENT } from "#lib/document/schema-version.ts";
import { DrawnLiveBlock } from "./live-block-view.tsx";

interface ReviewEditorProps {
  connection: DocumentConnection;
  me: { id: string; name: string };
  isEditable: boolean;
  /** Commands of the page that stand in the slash menu. */
  commands: readonly MenuItem[];
  at: (typed: string) => Promise<MenuItem[]>;
  onReady: (editor: Editor) => void;
}

/** The shared text: one schema with the server, carets of the others, menus at the caret. */
export function ReviewEditor({ connection, me, isEditable, commands, at, onReady }: ReviewEditorProps) {
  const store = useMemo(() => new MenuStore(), []);
  const latest = useRef({ commands, at });
  useEffect(() => {
    latest.current = { commands, at };
  });
  const editor = useEditor(
    {
      immediatelyRender: false,
      editable: isEditable,
      editorProps: {
        attributes: {
          class: "art-text",
          role: "textbox",
          "aria-multiline": "true",
          "aria-label": "Review text",
          spellcheck: "true",
        },
      },
      extensions: [
        ...editorExtensions({
          eventChip: DrawnEventChip,
          recordChip: DrawnRecordChip,
          draftBlock: DrawnDraftBlock,
          guidance: DrawnGuidance,
          liveBlock: DrawnLiveBlock,
        }),
        ReadOnlyGuard,
        Collaboration.configure({ document: connection.document, field: TEXT_FRAGMENT }),
        CollaborationCaret.configure({
          provider: connection.provider,
          user: { id: me.id, name: me.name },
          render: drawCaret,
          selectionRender: drawSelection,
        }),
        Placeholder.configure({ placeholder: "Write, / for blocks, @ for evidence and people", showOnlyCurrent: true }),
        caretSuggestion({
          name: "slashMenu",
          char: "/",
          label: "Insert",
          store,
          items: (typed, at) => slashItems(typed, latest.current.commands, at.isActive("table")),
        }),
        caretSuggestion({
          name: "atMenu",
          char: "@",
          label: "Cite or mention",
          store,
          items: (typed) => latest.current.at(typed),
        }),
      ],
    },
    [connection],
  );
  useEffect(() => {
    editor?.setEditable(isEditable, false);
  }, [editor, isEditable]);
  useEffect(() => {
    if (editor) onReady(editor);
  }, [editor, onReady]);
  return (
    <>
      <EditorContent editor={editor} />
      <CaretMenu store={store} />
    </>
  );
}
