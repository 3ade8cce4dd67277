import { cx } from "#components/ui/cx.ts";
import textStyles from "#components/ui/roles/text.module.css";
import styles from "./linked-text.module.css";

const LINK = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]])/;

/** Splits text at URLs. Every second part is a URL. */
function partsOf(text: string): { from: number; part: string; isLink: boolean }[] {
  let from = 0;
  return text.split(LINK).map((part, at) => {
    const here = from;
    from += part.length;
    return { from: here + (at % 2) / 2, part, isLink: at % 2 === 1 };
  });
}

/** Text as it was written, with its URLs as links. */
export function LinkedText({ text }: { text: string }) {
  return (
    <span className={cx(textStyles.keepsLines, textStyles.breaksAnywhere)}>
      {partsOf(text).map(({ from, part, isLink }) =>
        isLink ? (
          <a
            key={from}
            className={cx(textStyles.link, styles.link)}
            href={part}
            target="_blank"
            rel="noreferrer noopener"
          >
            {part.replace(/^https?:\/\//, "")}
          </a>
        ) : (
          <span key={from}>{part}</span>
        ),
      )}
    </span>
  );
}
