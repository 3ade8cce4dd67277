"use client";

import type { Editor } from "@tiptap/core";
import { findTable } from "@tiptap/pm/tables";
import { useEditorState } from "@tiptap/react";
import { Table } from "lucide-react";
import { createPortal } from "react-dom";
import { Button } from "#components/ui/button.tsx";
import { Menu, MenuItem } from "#components/ui/overlays/menu.tsx";
import { TABLE_COMMANDS } from "./table-commands.ts";

/** The place for the menu below the table of the caret. */
function barOf({ view, state, isEditable }: Editor): Element | null {
  const table = isEditable ? findTable(state.selection.$from) : null;
  const dom = table && view.nodeDOM(table.pos);
  return dom instanceof HTMLElement ? dom.querySelector(":scope > [data-table-bar]") : null;
}

interface TableMenuProps {
  editor: Editor;
  isOpen: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Adds, moves and removes rows and columns of the table of the caret. Also opened by Alt F10. */
export function TableMenu({ editor, isOpen, onOpenChange }: TableMenuProps) {
  const bar = useEditorState({ editor, selector: ({ editor: now }) => barOf(now), equalityFn: Object.is });
  if (!bar) return null;
  return createPortal(
    <Menu
      open={isOpen}
      onOpenChange={onOpenChange}
      returnFocus={() => editor.view.focus()}
      trigger={
        <Button kind="ghost" icon={<Table size={14} />} keys="alt+f10">
          Table
        </Button>
      }
    >
      {TABLE_COMMANDS.map(({ label, keys, command }) => (
        <MenuItem
          key={label}
          keys={keys}
          disabled={isOpen && !command(editor.state)}
          onSelect={() => command(editor.state, editor.view.dispatch, editor.view)}
        >
          {label}
        </MenuItem>
      ))}
    </Menu>,
    bar,
  );
}
