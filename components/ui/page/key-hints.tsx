import { cx } from "../cx.ts";
import { Kbd } from "../keys/kbd.tsx";
import styles from "./key-hints.module.css";

/** Keys and what they do. */
export type KeyHint = readonly [keys: readonly string[], words: string];

/** The keys of a list, below it. For the eye only, and `?` lists them all. */
export function KeyHints({ hints, className }: { hints: readonly KeyHint[]; className?: string | undefined }) {
  return (
    <p className={cx(styles.hints, className)} aria-hidden="true">
      {hints.map(([keys, words]) => (
        <span key={words}>
          {keys.map((key) => (
            <Kbd key={key} keys={key} />
          ))}
          {words}
        </span>
      ))}
    </p>
  );
}
