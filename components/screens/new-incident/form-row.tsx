import type { ReactNode } from "react";
import { FieldError } from "#components/ui/fields/field-error.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import styles from "./form-row.module.css";

type FormRowProps = {
  label: string;
  /** Id of the only control. Left out if the control has its own name. */
  htmlFor?: string | undefined;
  hint: ReactNode;
  error?: string | undefined;
  children: ReactNode;
};

/** One question: its label on the left, the field, and its purpose on the right. */
export function FormRow({ label, htmlFor, hint, error, children }: FormRowProps) {
  return (
    <div className={styles.row} data-form-field>
      {htmlFor ? (
        <label className={styles.label} htmlFor={htmlFor}>
          {label}
        </label>
      ) : (
        <span className={styles.label} aria-hidden="true">
          {label}
        </span>
      )}
      <div className={layoutStyles.tighterStack}>
        {children}
        {error ? <FieldError id={`${htmlFor ?? label}-error`} message={error} /> : null}
      </div>
      <p className={styles.hint}>{hint}</p>
    </div>
  );
}
