import { cx } from "#components/ui/cx.ts";
import { CopyButton } from "#components/ui/fields/copy-button.tsx";
import styles from "./code-box.module.css";

type CodeBoxProps = {
  label: string;
  /** What is shown, and copied unless `copied` is given. */
  text: string;
  copied?: string | undefined;
  /** What the button copies, in words. */
  what: string;
  mostLines?: number | undefined;
  className?: string | undefined;
};

/** Text of a machine to read and to copy. */
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
