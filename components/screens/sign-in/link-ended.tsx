import { ButtonLink } from "#components/ui/link.tsx";
import styles from "./entry-form.module.css";

/** A one-time link that doesn't work, with the same text for every reason. */
export function LinkEnded({ what }: { what: string }) {
  return (
    <>
      <h1>This link doesn't work</h1>
      <p>It was used, has expired or was revoked. Ask an admin for a new {what}, or sign in if you have an account.</p>
      <ButtonLink className={styles.submit} href="/signin" kind="primary" size="lg">
        Go to sign in
      </ButtonLink>
    </>
  );
}
