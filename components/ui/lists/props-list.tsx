import type { ReactNode } from "react";
import styles from "./props-list.module.css";

export type Prop = { term: string; value: ReactNode };

/** Names on the left, values on the right, as in a panel. A value can be its own menu. */
export function PropsList({ items }: { items: readonly Prop[] }) {
  return (
    <dl className={styles.list}>
      {items.map((item) => (
        <div key={item.term} className={styles.prop}>
          <dt>{item.term}</dt>
          <dd className={styles.value}>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
