import styles from "./source-letter.module.css";

/** The letter of the source something came from, in a small box; the full name is read aloud. */
export function SourceLetter({ letter, name }: { letter: string; name: string }) {
  return (
    <span className={styles.letter} role="img" aria-label={`Source ${name}`} title={name}>
      {letter}
    </span>
  );
}
