"use client";

import { type FormEvent, type ReactNode, useId, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { FieldError } from "#components/ui/fields/field-error.tsx";
import { focusFirstError, hasUnread } from "#components/ui/fields/focus-first-error.ts";
import { Input } from "#components/ui/fields/input.tsx";
import { submitOnModEnter } from "#components/ui/keys/submit-on-mod-enter.ts";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";

interface ProposeDialogProps {
  /** "Propose action": the heading, and the button that sends it. */
  act: string;
  description?: string | undefined;
  title: string;
  onTitle: (title: string) => void;
  titleHint: string;
  titleLength: number;
  /** Shown if there is no title. */
  titleMissing: string;
  titleRefused?: string | undefined;
  /** Why the form was rejected, if no field says so. */
  refused?: string | undefined;
  isBusy: boolean;
  /** Called with a title. `onRefused` focuses the first invalid field. */
  onSend: (onRefused: () => void) => void;
  onCancel: () => void;
  /** The fields after the title. */
  children: ReactNode;
}

/** A form that proposes a record by its title and more. */
export function ProposeDialog(props: ProposeDialogProps) {
  const { act, description, title, onTitle, isBusy, onSend, onCancel, refused } = props;
  const id = useId();
  const [isTried, setTried] = useState(false);
  const isMissing = title.trim() === "";
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    setTried(true);
    if (isMissing || hasUnread(form)) focusFirstError(form);
    else if (!isBusy) onSend(() => focusFirstError(form));
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onCancel()}
      title={act}
      description={description}
      widthPx={600}
      actions={
        <>
          <Button kind="ghost" onClick={onCancel}>
            Cancel
          </Button>
          <Button kind="primary" type="submit" form={id} busy={isBusy} busyLabel="Proposing">
            {act}
          </Button>
        </>
      }
    >
      <form id={id} className={layoutStyles.stack} onSubmit={submit} onKeyDown={submitOnModEnter} noValidate>
        <Field
          label="Title"
          hint={props.titleHint}
          error={isTried && isMissing ? props.titleMissing : props.titleRefused}
        >
          <Input
            autoFocus
            maxLength={props.titleLength}
            value={title}
            onChange={(event) => onTitle(event.target.value)}
          />
        </Field>
        {props.children}
        {refused ? <FieldError id={`${id}-error`} message={refused} /> : null}
      </form>
    </Dialog>
  );
}
