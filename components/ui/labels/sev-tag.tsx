import styles from "./sev-tag.module.css";

/** Severity, solid only at level 1. People read the word, and colour repeats it. */
export function SevTag({ level, label = `SEV${level}` }: { level: 1 | 2 | 3 | 4; label?: string | undefined }) {
  return (
    <span className={styles.tag} data-level={level}>
      {label}
    </span>
  );
}
