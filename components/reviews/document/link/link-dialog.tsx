"use client";

import type { Editor } from "@tiptap/core";
import { type FormEvent, useId, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { readLinkAddress } from "#lib/document/link-address.ts";
import { returnToText } from "../take-selection.ts";
import { linkAt } from "./link-key.ts";

/** Sets, changes or removes the link of the selected words. */
export function LinkDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const formId = useId();
  const [before] = useState(() => linkAt(editor));
  const [typed, setTyped] = useState(before);
  const [problem, setProblem] = useState<string>();
  const close = () => {
    onClose();
    returnToText(editor);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readLinkAddress(typed);
    if ("problem" in read) {
      setProblem(read.problem);
      return;
    }
    editor.chain().extendMarkRange("link").setLink({ href: read.href }).run();
    close();
  };
  const remove = () => {
    editor.chain().extendMarkRange("link").unsetLink().run();
    close();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => open || close()}
      title={before === "" ? "Add a link" : "Change the link"}
      actions={
        <>
          {before === "" ? null : (
            <Button kind="ghost" onClick={remove}>
              Remove link
            </Button>
          )}
          <Button kind="ghost" onClick={close}>
            Cancel
          </Button>
          <Button kind="primary" type="submit" form={formId}>
            {before === "" ? "Add link" : "Change link"}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate>
        <Field label="Address" error={problem}>
          <Input
            type="url"
            inputMode="url"
            autoFocus
            autoComplete="off"
            maxLength={LENGTHS.url}
            value={typed}
            onFocus={(event) => event.target.select()}
            onChange={(event) => {
              setTyped(event.target.value);
              setProblem(undefined);
            }}
          />
        </Field>
      </form>
    </Dialog>
  );
}
