import type { ReactNode } from "react";
import styles from "./person-name.module.css";

type PersonNameProps = {
  /** An avatar, or what stands for one. */
  mark: ReactNode;
  name: ReactNode;
  detail: ReactNode;
};

/** A person at the head of a row: mark, name, and a second line. */
export function PersonName({ mark, name, detail }: PersonNameProps) {
  return (
    <span className={styles.person}>
      {mark}
      <span className={styles.words}>
        {name}
        <span className="muted small">{detail}</span>
      </span>
    </span>
  );
}
