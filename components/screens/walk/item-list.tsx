import { Check, Circle } from "lucide-react";
import { cx } from "#components/ui/cx.ts";
import textStyles from "#components/ui/roles/text.module.css";
import { SUBJECT_WORDS, type Subject, type SubjectKind } from "./subject.ts";
import styles from "./walk.module.css";

interface ItemListProps {
  kind: SubjectKind;
  list: readonly Subject[];
  at: number;
  /** The decision of this meeting. */
  decidedOf: (key: string) => string | undefined;
  onGo: (index: number) => void;
}

/** The items of one kind, with their places in the whole list, and what was decided about them. */
export function ItemList({ kind, list, at, decidedOf, onGo }: ItemListProps) {
  const items = list.flatMap((subject, index) => (subject.kind === kind ? [{ subject, index }] : []));
  if (items.length === 0) return null;
  const { many } = SUBJECT_WORDS[kind];
  return (
    <>
      <h2 className={styles.kind}>
        {many} <span className={cx(textStyles.secondary, textStyles.figure)}>{items.length}</span>
      </h2>
      <ol aria-label={many}>
        {items.map(({ subject: { key, title }, index }) => {
          const decided = decidedOf(key);
          return (
            <li key={key}>
              <button type="button" aria-current={index === at ? "step" : undefined} onClick={() => onGo(index)}>
                {decided === undefined ? <Circle size={14} aria-hidden /> : <Check size={14} aria-label="decided" />}
                {kind === "condition" ? null : <span className={textStyles.recordKey}>{key}</span>}
                <span className={styles.title}>
                  <span className={styles.name}>{title}</span>
                  {decided ? <span className={cx(textStyles.note, styles.decided)}>{decided}</span> : null}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </>
  );
}
