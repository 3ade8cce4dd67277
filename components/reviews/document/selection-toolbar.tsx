"use client";

import type { Editor } from "@tiptap/core";
import { BubbleMenu } from "@tiptap/react/menus";
import { Bold, Code, Italic, Link, MessageSquarePlus, Split, Strikethrough, UserRoundPen } from "lucide-react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { overlayClass } from "#components/ui/overlays/overlay.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import styles from "./selection-toolbar.module.css";

interface SelectionToolbarProps {
  editor: Editor;
  onLink: () => void;
  onComment: () => void;
  onFactor: (statement: string) => void;
  onWho: (editor: Editor) => void;
}

const selected = (editor: Editor) => {
  const { from, to } = editor.state.selection;
  return editor.state.doc.textBetween(from, to, " ").trim();
};

/** Actions for the selected text. Each also has a key. */
export function SelectionToolbar({ editor, onLink, onComment, onFactor, onWho }: SelectionToolbarProps) {
  const chain = () => editor.chain().focus();
  return (
    <BubbleMenu
      editor={editor}
      className={overlayClass(null, styles.bar)}
      shouldShow={({ view, element, from, to }) =>
        from !== to &&
        editor.isEditable &&
        (view.hasFocus() || element.contains(document.activeElement)) &&
        selected(editor) !== ""
      }
    >
      <IconButton label="Bold" keys="mod+b" icon={<Bold size={14} />} onClick={() => chain().toggleBold().run()} />
      <IconButton
        label="Italic"
        keys="mod+i"
        icon={<Italic size={14} />}
        onClick={() => chain().toggleItalic().run()}
      />
      <IconButton label="Strike" icon={<Strikethrough size={14} />} onClick={() => chain().toggleStrike().run()} />
      <IconButton label="Code" keys="mod+e" icon={<Code size={14} />} onClick={() => chain().toggleCode().run()} />
      <IconButton label="Link" keys="mod+k" icon={<Link size={14} />} onClick={onLink} />
      <IconButton label="Comment" keys="mod+shift+m" icon={<MessageSquarePlus size={14} />} onClick={onComment} />
      <IconButton
        label="New factor from this"
        keys="mod+shift+f"
        icon={<Split size={14} />}
        onClick={() => onFactor(selected(editor).slice(0, LENGTHS.factor.statement))}
      />
      <IconButton label="Who wrote this" icon={<UserRoundPen size={14} />} onClick={() => onWho(editor)} />
    </BubbleMenu>
  );
}
