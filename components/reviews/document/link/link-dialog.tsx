"use client";

import type { Editor } from "@tiptap/core";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { FormDialog } from "#components/ui/fields/form-dialog.tsx";
import { readLinkAddress } from "#lib/document/link-address.ts";
import { returnToText } from "../take-selection.ts";
import { AddressField } from "./address-field.tsx";
import { linkAt } from "./link-key.ts";

/** Sets, changes or removes the link of the selected words. */
export function LinkDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const [before] = useState(() => linkAt(editor));
  const [typed, setTyped] = useState(before);
  const [problem, setProblem] = useState<string>();
  const close = () => {
    onClose();
    returnToText(editor);
  };
  const send = () => {
    const read = readLinkAddress(typed);
    if ("problem" in read) {
      setProblem(read.problem);
      return false;
    }
    editor.chain().extendMarkRange("link").setLink({ href: read.href }).run();
    close();
    return true;
  };
  const remove = () => {
    editor.chain().extendMarkRange("link").unsetLink().run();
    close();
  };
  return (
    <FormDialog
      title={before === "" ? "Add a link" : "Change the link"}
      confirm={before === "" ? "Add link" : "Change link"}
      aside={
        before === "" ? null : (
          <Button kind="ghost" onClick={remove}>
            Remove link
          </Button>
        )
      }
      onSend={send}
      onClose={close}
    >
      <AddressField
        value={typed}
        error={problem}
        onChange={(address) => {
          setTyped(address);
          setProblem(undefined);
        }}
      />
    </FormDialog>
  );
}
