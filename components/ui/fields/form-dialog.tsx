"use client";

import { type ComponentProps, type ReactNode, useId, useRef } from "react";
import { Button } from "../button.tsx";
import { submitOnModEnter } from "../keys/submit-on-mod-enter.ts";
import { Dialog } from "../overlays/dialog.tsx";
import layoutStyles from "../roles/layout.module.css";
import { focusFirstError, hasUnread } from "./focus-first-error.ts";

interface FormDialogProps
  extends Pick<ComponentProps<typeof Dialog>, "title" | "description" | "widthPx" | "hasInput"> {
  confirm: string;
  dismiss?: string | undefined;
  isBusy?: boolean | undefined;
  busyLabel?: string | undefined;
  /** Another way out, left of the buttons, such as a removal. */
  aside?: ReactNode;
  /** Returns false if the form shows an error, which then gets the focus. */
  onSend: () => boolean;
  onClose: () => void;
  children: ReactNode;
}

/** A dialog with fields, sent by its button or by Ctrl or ⌘ with Enter. */
export function FormDialog(props: FormDialogProps) {
  const { confirm, dismiss = "Cancel", isBusy = false, busyLabel = "Saving", aside, onSend, onClose } = props;
  const { title, description, widthPx, hasInput, children } = props;
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={title}
      description={description}
      widthPx={widthPx}
      hasInput={hasInput}
      actions={
        <>
          {aside}
          <Button kind="ghost" onClick={onClose}>
            {dismiss}
          </Button>
          <Button kind="primary" type="submit" form={formId} busy={isBusy} busyLabel={busyLabel}>
            {confirm}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        ref={form}
        className={layoutStyles.stack}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy && (hasUnread(form.current) || !onSend())) focusFirstError(form.current);
        }}
        onKeyDown={submitOnModEnter}
      >
        {children}
      </form>
    </Dialog>
  );
}
