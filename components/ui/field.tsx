"use client";
import { type ReactNode, useId, useMemo } from "react";
import { cx } from "./cx.ts";
import { FieldContext } from "./field-context.tsx";
import { FieldError } from "./field-error.tsx";

type FieldProps = {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  optional?: boolean | undefined;
  /** At the right of the label, such as a link. */
  aside?: ReactNode;
  className?: string | undefined;
  children: ReactNode;
};

/** Label above, one input inside, hint or error below; the input finds its id and description on its own. */
export function Field({ label, hint, error, optional, aside, className, children }: FieldProps) {
  const id = useId();
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const describedBy = cx(error && errorId, hint != null && hint !== "" && hintId) || undefined;
  const value = useMemo(() => ({ id, describedBy, invalid: Boolean(error) }), [id, describedBy, error]);
  return (
    <div className={cx("fld", className)} data-form-field>
      <div className="fld-l">
        <label htmlFor={id}>{label}</label>
        {optional ? <span className="opt">optional</span> : null}
        {aside ? <span className="push">{aside}</span> : null}
      </div>
      <FieldContext value={value}>{children}</FieldContext>
      <FieldError id={errorId} message={error} />
      {hint ? (
        <p id={hintId} className="fld-h">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
