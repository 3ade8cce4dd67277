"use client";

import { type ComponentProps, type ReactNode, useId, useRef } from "react";
import { Button } from "../button.tsx";
import { submitOnModEnter } from "../keys/submit-on-mod-enter.ts";
import { Dialog } from "../overlays/dialog.tsx";
import { focusFirstError, hasUnread } from "./focus-first-error.ts";
import styles from "./form-dialog.module.css";
import { useEscGuard } from "./use-esc-guard.ts";

interface FormDialogProps extends Pick<ComponentProps<typeof Dialog>, "title" | "description" | "widthPx"> {
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

/**
 * A dialog with fields, sent by its button or by Ctrl or ⌘ with Enter. After input, a click outside doesn't close it, and
 * Esc asks for a second one.
 */
export function FormDialog(props: FormDialogProps) {
  const { confirm, dismiss = "Cancel", isBusy = false, busyLabel = "Saving", aside, onSend, onClose } = props;
  const { title, description, widthPx, children } = props;
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  const guard = useEscGuard(onClose);
  return (
    <Dialog
      open
      onOpenChange={(open) => open || guard.onEsc()}
      closesOutside={!guard.isTyped}
      title={title}
      description={description}
      widthPx={widthPx}
      actions={
        <>
          <span role="status" className={styles.warning}>
            {guard.warning}
          </span>
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
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy && (hasUnread(form.current) || !onSend())) focusFirstError(form.current);
        }}
        onInput={guard.onInput}
        onKeyDown={submitOnModEnter}
      >
        {children}
      </form>
    </Dialog>
  );
}
