import type { ReactNode } from "react";
import { CopyButton } from "./copy-button.tsx";
import styles from "./secret-once.module.css";

type SecretOnceProps = { what: string; secret: string; note?: ReactNode };

/** A token, link or code that is shown only this once. */
export function SecretOnce({
  what,
  secret,
  note = "Shown once. Copy it now, because you can't see it again.",
}: SecretOnceProps) {
  return (
    <div className={styles.secret} role="status">
      <code>{secret}</code>
      <CopyButton text={secret} what={what} />
      <p>{note}</p>
    </div>
  );
}
