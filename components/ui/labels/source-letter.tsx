import styles from "./source-letter.module.css";

/** The letter of an event's source, in a small box. The full name is its accessible name. */
export function SourceLetter({ letter, name }: { letter: string; name: string }) {
  return (
    <span className={styles.letter} role="img" aria-label={`Source ${name}`} title={name}>
      {letter}
    </span>
  );
}
