"use client";
import { type ReactNode, useId, useMemo } from "react";
import { cx } from "../cx.ts";
import textStyles from "../roles/text.module.css";
import styles from "./field.module.css";
import { FieldContext } from "./field-context.tsx";
import { FieldError } from "./field-error.tsx";

type FieldFrameProps = {
  label: string;
  /** Id of the control inside. Hint and error append "-hint" and "-error". Left out if the control has its own name. */
  id?: string | undefined;
  labelHidden?: boolean | undefined;
  hint?: ReactNode;
  error?: string | undefined;
  optional?: boolean | undefined;
  /** On the right of the label, such as a link. Tab comes to it after the control. */
  aside?: ReactNode;
  className?: string | undefined;
  children: ReactNode;
};

/** Label above, a control inside that connects itself to it, and hint or error below. */
export function FieldFrame(props: FieldFrameProps) {
  const { label, id, labelHidden, hint, error, optional, aside, className, children } = props;
  return (
    <div className={cx(styles.field, className)} data-form-field>
      <div className={labelHidden ? textStyles.visuallyHidden : styles.label}>
        {id === undefined ? <span>{label}</span> : <label htmlFor={id}>{label}</label>}
        {optional ? <span className={styles.optional}>optional</span> : null}
      </div>
      {children}
      {aside ? <span className={styles.aside}>{aside}</span> : null}
      {id === undefined ? null : <FieldError id={`${id}-error`} message={error} />}
      {hint ? <FieldHint id={id && `${id}-hint`}>{hint}</FieldHint> : null}
    </div>
  );
}

/** A hint about what to enter, or its effect, in small type below a field. */
export function FieldHint({ id, children }: { id?: string | undefined; children: ReactNode }) {
  return (
    <p id={id} className={styles.hint}>
      {children}
    </p>
  );
}

type FieldProps = Omit<FieldFrameProps, "id" | "labelHidden">;

/** A field whose only input gets its id and description automatically. */
export function Field({ children, ...frame }: FieldProps) {
  const id = useId();
  const { error, hint } = frame;
  const describedBy = cx(error && `${id}-error`, hint != null && hint !== "" && `${id}-hint`) || undefined;
  const value = useMemo(() => ({ id, describedBy, invalid: Boolean(error) }), [id, describedBy, error]);
  return (
    <FieldFrame {...frame} id={id}>
      <FieldContext value={value}>{children}</FieldContext>
    </FieldFrame>
  );
}
