import { Checkbox } from "#components/ui/fields/checkbox.tsx";
import { FINDING_KIND_WORDS } from "#lib/base/vocabulary/finding.ts";
import type { Finding } from "#lib/contract/finding.ts";
import styles from "./finding.module.css";
import { becomesWords, lineWords } from "./finding-words.ts";

type FindingListProps = {
  label: string;
  findings: readonly Finding[];
  ticked: ReadonlySet<string>;
  onTick: (id: string, on: boolean) => void;
};

/** Findings with a check box each: what it is, what it becomes, and its line. */
export function FindingList({ label, findings, ticked, onTick }: FindingListProps) {
  return (
    <ul className={styles.list} aria-label={label}>
      {findings.map((finding) => (
        <li key={finding.id}>
          <label className={styles.row} htmlFor={`found-${finding.id}`}>
            <Checkbox
              id={`found-${finding.id}`}
              checked={ticked.has(finding.id)}
              onChange={(event) => onTick(finding.id, event.target.checked)}
            />
            <span className={styles.kind}>{FINDING_KIND_WORDS[finding.kind]}</span>
            <span className={styles.words}>
              <span className={styles.text}>{finding.text}</span>
              <small>{becomesWords(finding)}</small>
            </span>
            <span className={styles.line}>{lineWords(finding)}</span>
          </label>
        </li>
      ))}
    </ul>
  );
}

/** Selected by default: findings without a doubt. */
export const certainIds = (findings: readonly Finding[]): ReadonlySet<string> =>
  new Set(findings.filter(({ doubt }) => doubt === null).map(({ id }) => id));
