"use client";

import { Extension } from "@tiptap/core";
import { Collaboration } from "@tiptap/extension-collaboration";
import { CollaborationCaret } from "@tiptap/extension-collaboration-caret";
import { Placeholder } from "@tiptap/extension-placeholder";
import { type Editor, type NodeViewProps, NodeViewWrapper, ReactNodeViewRenderer, useEditor } from "@tiptap/react";
import { type CSSProperties, startTransition, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { DrawnCodeBlock } from "#components/reviews/document/code/code-view.tsx";
import { HighlightCode } from "#components/reviews/document/code/highlight-code.ts";
import { DrawnCollapsible } from "#components/reviews/document/collapsible/collapsible-view.tsx";
import { EditorSurface, prepareViews, TEXT_BOX } from "#components/reviews/document/editor-surface.tsx";
import { FactNotesInText } from "#components/reviews/document/facts/fact-notes.ts";
import { FindInText } from "#components/reviews/document/find/find-in-text.ts";
import { linkKey } from "#components/reviews/document/link/link-key.ts";
import { DrawnLinkCard } from "#components/reviews/document/link-card/link-card-view.tsx";
import { CaretMenu } from "#components/reviews/document/menu/caret-menu.tsx";
import { caretSuggestion } from "#components/reviews/document/menu/caret-suggestion.ts";
import { type MenuItem, MenuStore } from "#components/reviews/document/menu/menu-store.ts";
import { slashItems } from "#components/reviews/document/menu/slash-items.ts";
import moveStyles from "#components/reviews/document/move/block-handle.module.css";
import { BlockHandle } from "#components/reviews/document/move/block-handle.tsx";
import { blockMoves } from "#components/reviews/document/move/move-block.ts";
import { fromElsewhere } from "#components/reviews/document/paste/from-elsewhere.ts";
import { ReadPasted } from "#components/reviews/document/paste/paste.ts";
import { choosePictures, givenPictures } from "#components/reviews/document/picture/given-pictures.ts";
import { DrawnPicture } from "#components/reviews/document/picture/picture-view.tsx";
import { ReadOnlyGuard } from "#components/reviews/document/read-only-guard.ts";
import { servedHeight, takeServedText, whenComposed } from "#components/reviews/document/served/take-served-text.ts";
import { TabOnward } from "#components/reviews/document/tab-onward.ts";
import { ReviewTableView } from "#components/reviews/document/table/review-table-view.ts";
import { TableMenu } from "#components/reviews/document/table/table-menu.tsx";
import { tableKeys } from "#components/reviews/document/table-keys.ts";
import { TemplateGuard } from "#components/reviews/document/template-guard.ts";
import { TemplateGuardCard } from "#components/reviews/document/template-guard-card.tsx";
import { DrawnEventChip, DrawnPersonMention, DrawnRecordChip } from "#components/reviews/document/views/chips.tsx";
import { DrawnDraftBlock } from "#components/reviews/document/views/draft-block-view.tsx";
import { DrawnGuidance } from "#components/reviews/document/views/guidance-view.tsx";
import { HintsInText } from "#components/reviews/hint/hints-in-text.ts";
import { useReviewScope } from "#components/reviews/review/review-scope.tsx";
import { type SuggestingState, suggesting as suggestingExtension } from "#components/reviews/suggestion/suggesting.ts";
import { hueOf } from "#components/ui/labels/hue.ts";
import { toastError } from "#components/ui/overlays/toast.tsx";
import { LIVE_BLOCK_KINDS, type LiveBlockKind } from "#lib/base/vocabulary/review.ts";
import type { DocumentConnection } from "#lib/document/document-connection.ts";
import { liveBlockOptions, optionAttributes } from "#lib/document/live-block-options.ts";
import { LiveBlock } from "#lib/document/nodes/live-block.ts";
import { editorExtensions } from "#lib/document/schema.ts";
import { TEXT_FRAGMENT } from "#lib/document/schema-version.ts";
import { BlockPlace } from "./live-blocks/block-frame.tsx";
import { LiveBlock as Records } from "./live-blocks/live-block.tsx";

const isKind = (kind: unknown): kind is LiveBlockKind => (LIVE_BLOCK_KINDS as readonly unknown[]).includes(kind);

function LiveBlockView({ node, selected, editor, updateAttributes }: NodeViewProps) {
  const kind: unknown = node.attrs.kind;
  // People can write before the records are drawn.
  const [isDrawn, setDrawn] = useState(false);
  useEffect(() => startTransition(() => setDrawn(true)), []);
  // What is below stays where it was in the text that came with the page.
  const [reserved] = useState(() => servedHeight(node.attrs.id));
  return (
    <NodeViewWrapper
      data-live-block={String(kind)}
      data-selected={selected || undefined}
      contentEditable={false}
      style={{ "--reserved": `${reserved}px` } as CSSProperties}
    >
      {isKind(kind) && isDrawn ? (
        <Records
          kind={kind}
          options={liveBlockOptions({ type: node.type.name, attrs: node.attrs })}
          choose={editor.isEditable ? (options) => updateAttributes(optionAttributes(options)) : null}
        />
      ) : (
        <BlockPlace />
      )}
    </NodeViewWrapper>
  );
}

/** The live block in the browser: its records, not editable text. */
const DrawnLiveBlock = LiveBlock.extend({
  addNodeView: () => ReactNodeViewRenderer(LiveBlockView, { stopEvent: () => true }),
});

const IDLE_MS = 2000;

/** A person's caret in the text: the name while they write, a dot when they pause. */
function drawCaret(user: Record<string, unknown>): HTMLElement {
  const caret = document.createElement("span");
  caret.className = "person-caret";
  caret.dataset.person = String(user.id ?? "");
  caret.dataset.n = typeof user.name === "string" ? user.name : "";
  caret.style.setProperty("--caret", `var(--cursor-${hueOf(String(user.id ?? ""))})`);
  window.setTimeout(() => caret.toggleAttribute("data-idle", true), IDLE_MS);
  return caret;
}

/** Attributes of someone's selection. */
const drawSelection = (user: Record<string, unknown>) => ({
  class: "person-selection",
  style: `--caret: var(--cursor-${hueOf(String(user.id ?? ""))})`,
});

/** The text would keep Escape from the page, even where it doesn't use it. */
const escapeKey = (run: () => boolean) =>
  Extension.create({ name: "escapeKey", priority: 1, addKeyboardShortcuts: () => ({ Escape: run }) });

const NOT_MOVED = {
  busy: "Someone is writing in this block. Move it in a moment.",
  large: "This block is too large to move. Split it, or cut and paste it.",
};

interface ReviewEditorProps {
  connection: DocumentConnection;
  me: { id: string; name: string };
  isEditable: boolean;
  /** Commands of the page that are in the slash menu. */
  commands: readonly MenuItem[];
  at: (typed: string) => Promise<MenuItem[]>;
  /** Opens the form of the link at the selection. */
  onLink: () => void;
  /** Opens the form of a new link card. */
  onCard: () => void;
  /** Gets Escape where nothing in the text uses it. Returns whether it did. */
  onEscape: () => boolean;
  /** Called once the editor is in the place of the text that came with the page. */
  onTaken: () => void;
  onReady: (editor: Editor) => void;
  suggesting: SuggestingState;
  /** Ids of the comment threads of this review. Null until they are known. */
  threadIds: readonly string[] | null;
}

/** The shared text: the server's schema, other people's carets, and menus at the caret. */
export function ReviewEditor(props: ReviewEditorProps) {
  const { connection, me, isEditable, commands, at, onLink, onCard, onEscape, onTaken, onReady } = props;
  const { suggesting, threadIds } = props;
  const store = useMemo(() => new MenuStore(), []);
  const [isTableOpen, setTableOpen] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const { key: reviewKey } = useReviewScope().review;
  const latest = useRef({ commands, at, onLink, onCard, onEscape, suggesting, threadIds });
  useEffect(() => {
    latest.current = { commands, at, onLink, onCard, onEscape, suggesting, threadIds };
  });
  const editor = useEditor(
    {
      immediatelyRender: false,
      onBeforeCreate: prepareViews,
      editable: isEditable,
      editorProps: {
        attributes: {
          ...TEXT_BOX,
          class: "document-text",
          spellcheck: "true",
        },
      },
      extensions: [
        ...editorExtensions(
          {
            eventChip: DrawnEventChip,
            personMention: DrawnPersonMention,
            recordChip: DrawnRecordChip,
            draftBlock: DrawnDraftBlock,
            guidance: DrawnGuidance,
            liveBlock: DrawnLiveBlock,
            codeBlock: DrawnCodeBlock,
            collapsible: DrawnCollapsible,
            linkCard: DrawnLinkCard,
            picture: DrawnPicture,
          },
          { View: ReviewTableView },
        ),
        ReadOnlyGuard,
        suggestingExtension(() => latest.current.suggesting),
        TemplateGuard,
        FactNotesInText,
        HintsInText,
        tableKeys(() => setTableOpen(true)),
        TabOnward,
        blockMoves({
          isSuggesting: () => latest.current.suggesting.isSuggesting,
          onRefused: (why) =>
            why === "suggesting" ? latest.current.suggesting.onRefused("move") : toastError(NOT_MOVED[why]),
        }),
        FindInText,
        HighlightCode,
        givenPictures(reviewKey),
        ReadPasted,
        fromElsewhere(reviewKey, () => latest.current.threadIds),
        linkKey(() => latest.current.onLink()),
        escapeKey(() => latest.current.onEscape()),
        Collaboration.configure({ document: connection.document, field: TEXT_FRAGMENT }),
        CollaborationCaret.configure({
          provider: connection.provider,
          user: { id: me.id, name: me.name },
          render: drawCaret,
          selectionRender: drawSelection,
        }),
        Placeholder.configure({
          placeholder: "Enter text, / for blocks or @ for evidence and people",
          showOnlyCurrent: true,
        }),
        caretSuggestion({
          name: "slashMenu",
          char: "/",
          label: "Insert",
          store,
          items: (typed, at) =>
            slashItems(typed, {
              more: latest.current.commands,
              isInTable: at.isActive("table"),
              addPicture: () => choosePictures(at.view, reviewKey),
              addCard: () => latest.current.onCard(),
            }),
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
    [connection, reviewKey],
  );
  useEffect(() => {
    editor?.setEditable(isEditable, false);
  }, [editor, isEditable]);
  const [isShown, setShown] = useState(false);
  useLayoutEffect(() => (editor ? whenComposed(() => setShown(true)) : undefined), [editor]);
  useLayoutEffect(() => {
    if (!editor || !isShown) return;
    takeServedText(editor);
    onTaken();
  }, [editor, isShown, onTaken]);
  useEffect(() => {
    if (editor) onReady(editor);
  }, [editor, onReady]);
  return (
    <>
      <div ref={frame} className={moveStyles.frame} hidden={!isShown}>
        {editor ? <EditorSurface editor={editor} /> : null}
        {editor && isEditable ? <BlockHandle editor={editor} frame={frame} /> : null}
      </div>
      <CaretMenu store={store} />
      {editor ? <TemplateGuardCard editor={editor} /> : null}
      {editor ? <TableMenu editor={editor} isOpen={isTableOpen} onOpenChange={setTableOpen} /> : null}
    </>
  );
}
