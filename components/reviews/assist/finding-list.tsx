import { EvidenceChip, EvidenceLink } from "#components/ui/labels/evidence-chip.tsx";
import { Tag } from "#components/ui/labels/tag.tsx";
import { Rows } from "#components/ui/lists/rows.tsx";
import { FINDING_WORDS } from "#lib/base/vocabulary/assist.ts";
import type { AssistFinding } from "#lib/contract/assist.ts";
import type { Review } from "#lib/contract/review.ts";
import styles from "./finding-list.module.css";

interface FindingListProps {
  review: Review;
  findings: readonly AssistFinding[];
  /** Someone follows a link. */
  onLeave: () => void;
}

/** Findings of a second look, each with links to the records that it cites. The assistant's text is plain text. */
export function FindingList({ review, findings, onLeave }: FindingListProps) {
  return (
    <Rows>
      {findings.map(({ kind, text, events, sections, incidents }) => (
        <li key={text} className={styles.finding}>
          <p>
            <Tag>{FINDING_WORDS[kind]}</Tag> {text}
          </p>
          <ul className={styles.cited} aria-label="Cites">
            {sections.map(({ key, title }) => (
              <li key={key}>
                {/* The text follows links within the page itself. */}
                <a href={`#${key}`} onClick={onLeave}>
                  <EvidenceChip>{title}</EvidenceChip>
                </a>
              </li>
            ))}
            {events.map(({ id, title }) => (
              <li key={id}>
                <EvidenceLink className={styles.link} href={`/incidents/${review.incident.key}?event=${id}`}>
                  <span className={styles.title}>{title}</span>
                </EvidenceLink>
              </li>
            ))}
            {incidents.map(({ key, title }) => (
              <li key={key}>
                <EvidenceLink className={styles.link} href={`/incidents/${key}`}>
                  <span className={styles.title}>
                    {key} {title}
                  </span>
                </EvidenceLink>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </Rows>
  );
}
