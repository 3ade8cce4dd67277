import { cx } from "#components/ui/cx.ts";
import { CopyButton } from "#components/ui/fields/copy-button.tsx";
import styles from "./code-box.module.css";

type CodeBoxProps = {
  label: string;
  /** Shown, and copied unless `copied` is given. */
  text: string;
  copied?: string | undefined;
  /** Accessible name of the copied content. */
  what: string;
  mostLines?: number | undefined;
  className?: string | undefined;
};

/** Machine text to read and to copy. */
export function CodeBox({ label, text, copied = text, what, mostLines = Infinity, className }: CodeBoxProps) {
  return (
    <div className={cx(styles.box, className)}>
      <div className={styles.copy}>
        <CopyButton text={copied} what={what} />
      </div>
      <textarea readOnly aria-label={label} value={text} rows={Math.min(mostLines, text.split("\n").length)} />
    </div>
  );
}
