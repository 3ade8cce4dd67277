import styles from "./sev-tag.module.css";

/** Severity, the only solid tag at level 1. The word is what people read; colour repeats it. */
export function SevTag({ level, label = `SEV${level}` }: { level: 1 | 2 | 3 | 4; label?: string | undefined }) {
  return (
    <span className={styles.tag} data-level={level}>
      {label}
    </span>
  );
}
