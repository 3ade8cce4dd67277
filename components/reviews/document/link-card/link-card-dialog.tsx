"use client";

import type { Editor } from "@tiptap/core";
import { useState } from "react";
import { api } from "#components/base/api/client.ts";
import { FormDialog } from "#components/ui/fields/form-dialog.tsx";
import { newId } from "#components/ui/new-id.ts";
import { readLinkAddress } from "#lib/document/link-address.ts";
import { AddressField } from "../link/address-field.tsx";
import { returnToText } from "../take-selection.ts";

/** Fills the title of a card from its page, unless someone has written one in the meantime or removed the card. */
async function fillTitle(editor: Editor, reviewKey: string, card: { id: string; href: string }): Promise<void> {
  const { title } = await api.review.linkTitle({ key: reviewKey, url: card.href });
  if (title === null || editor.isDestroyed || !editor.isEditable) return;
  const { tr, doc, schema } = editor.state;
  doc.descendants((node, at) => {
    if (node.type.name === "linkCard" && node.attrs.id === card.id && node.content.size === 0)
      editor.view.dispatch(tr.insert(at + 1, schema.text(title)));
    return !node.isTextblock;
  });
}

interface LinkCardDialogProps {
  editor: Editor;
  reviewKey: string;
  onClose: () => void;
}

/** Asks for the address of a new link card. Its title is read from the page. */
export function LinkCardDialog({ editor, reviewKey, onClose }: LinkCardDialogProps) {
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<string>();
  const close = () => {
    onClose();
    returnToText(editor);
  };
  const send = () => {
    const read = readLinkAddress(typed);
    if ("problem" in read || !/^https?:/.test(read.href)) {
      setProblem("problem" in read ? read.problem : "Enter the address of a page, such as https://example.com/runbook");
      return false;
    }
    const card = { id: newId(), href: read.href };
    editor.commands.insertContent([{ type: "linkCard", attrs: card }, { type: "paragraph" }]);
    close();
    // Without a title, the card shows its address.
    void fillTitle(editor, reviewKey, card).catch(() => undefined);
    return true;
  };
  return (
    <FormDialog title="Add a link card" confirm="Add card" onSend={send} onClose={close}>
      <AddressField
        value={typed}
        hint="The title is read from the page. You can change it."
        error={problem}
        onChange={(address) => {
          setTyped(address);
          setProblem(undefined);
        }}
      />
    </FormDialog>
  );
}
