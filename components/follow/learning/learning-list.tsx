"use client";

import NextLink from "next/link";
import type { ReactNode } from "react";
import { cx } from "#components/ui/cx.ts";
import { EvidenceLink } from "#components/ui/labels/evidence-chip.tsx";
import { Tag } from "#components/ui/labels/tag.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { useLinkedRow } from "#components/ui/use-linked-row.ts";
import { LEARNING_KIND_WORDS } from "#lib/base/vocabulary/learning.ts";
import type { Learning } from "#lib/contract/learning.ts";
import styles from "./learning-list.module.css";

interface LearningListProps {
  learnings: readonly Learning[];
  /** Opens one for editing. Without it, nothing is a button. */
  onOpen?: ((id: string) => void) | undefined;
  /** Returns the part that the list doesn't know: the review of each, or its condition. */
  aboutOf: (learning: Learning) => ReactNode;
}

/** Learnings with their kind, evidence and details. */
export function LearningList({ learnings, onOpen, aboutOf }: LearningListProps) {
  return (
    <ul className={styles.list}>
      {learnings.map((learning) => (
        <LearningRow key={learning.id} {...{ learning, onOpen, aboutOf }} />
      ))}
    </ul>
  );
}

function LearningRow({ learning, onOpen, aboutOf }: Omit<LearningListProps, "learnings"> & { learning: Learning }) {
  const row = useLinkedRow("learning", learning.id);
  return (
    <li ref={row} tabIndex={-1} id={`learning-${learning.id}`}>
      {onOpen && learning.abilities.edit ? (
        <button type="button" className={styles.statement} onClick={() => onOpen(learning.id)}>
          {learning.statement}
        </button>
      ) : (
        <p className={styles.statement}>{learning.statement}</p>
      )}
      {learning.detail ? <p className={cx(textStyles.secondary, textStyles.keepsLines)}>{learning.detail}</p> : null}
      <p className={layoutStyles.wrappingRow}>
        <Tag>{LEARNING_KIND_WORDS[learning.kind]}</Tag>
        {learning.threadId ? (
          <NextLink
            className={cx(textStyles.link, textStyles.small)}
            href={`/reviews/${learning.reviewKey}?thread=${learning.threadId}`}
          >
            From a comment
          </NextLink>
        ) : null}
        {learning.evidence.map(({ eventId, number, title }) => (
          <EvidenceLink key={eventId} href={`/incidents/${learning.incidentKey}?event=${eventId}`} title={title}>
            E{number}
          </EvidenceLink>
        ))}
        {aboutOf(learning)}
      </p>
    </li>
  );
}

/** The condition that a learning is about, as a link. */
export const conditionLink = ({ condition }: Learning): ReactNode =>
  condition ? (
    <NextLink
      className={cx(textStyles.link, textStyles.breaksAnywhere, textStyles.small)}
      href={`/factors/${condition.id}`}
    >
      Condition: {condition.name}
    </NextLink>
  ) : null;
