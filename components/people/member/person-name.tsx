import type { ReactNode } from "react";
import textStyles from "#components/ui/roles/text.module.css";
import styles from "./person-name.module.css";

type PersonNameProps = {
  /** An avatar, or a placeholder. */
  mark: ReactNode;
  name: ReactNode;
  detail: ReactNode;
};

/** A person at the start of a row: avatar, name, and a second line. */
export function PersonName({ mark, name, detail }: PersonNameProps) {
  return (
    <span className={styles.person}>
      {mark}
      <span className={styles.words}>
        {name}
        <span className={textStyles.note}>{detail}</span>
      </span>
    </span>
  );
}
