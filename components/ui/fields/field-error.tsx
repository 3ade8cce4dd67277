import { CircleAlert } from "lucide-react";
import styles from "./field-error.module.css";

/** One line below an input with what is wrong. Empty for a valid value. */
export function FieldError({ id, message }: { id: string; message?: string | undefined }) {
  if (!message) return null;
  return (
    <p id={id} className={styles.error} data-field-error>
      <CircleAlert size={14} />
      {message}
    </p>
  );
}
