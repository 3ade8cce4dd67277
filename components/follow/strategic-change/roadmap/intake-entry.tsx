"use client";

import NextLink from "next/link";
import { useState } from "react";
import { useToday } from "#components/people/me/use-today.ts";
import { SegFrame } from "#components/ui/choices/seg.tsx";
import { Note } from "#components/ui/note.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords, listWords } from "#lib/base/text/sentence.ts";
import { type LocalDate, wordsOfDate } from "#lib/base/time/local-date.ts";
import type { IntakeRow } from "#lib/contract/roadmap.ts";
import { scoreWords } from "../figure-words.ts";
import styles from "./intake.module.css";
import { DECISION_WORDS, DECISIONS, type IntakeDecision, IntakeForm } from "./intake-form.tsx";

interface IntakeEntryProps {
  row: IntakeRow;
  /** Someone else decided it while its form was open. */
  isDecided: boolean;
  onOpen: (isOpen: boolean) => void;
}

/** One proposal of the triage, with what speaks for it and the four decisions. */
export function IntakeEntry({ row, isDecided, onOpen }: IntakeEntryProps) {
  const today = useToday();
  const [decision, setDecision] = useState<IntakeDecision | null>(null);
  const choose = (next: IntakeDecision | null) => {
    setDecision(next);
    onOpen(next !== null);
  };
  return (
    <li className={styles.entry}>
      <div className={styles.row}>
        <div>
          <p>
            <NextLink className={textStyles.strong} href={`/strategy/${row.key}`} prefetch={false}>
              {row.title}
            </NextLink>{" "}
            <span className={textStyles.recordKey}>{row.key}</span>
          </p>
          <p className={styles.problem}>{aboutWords(row, today)}</p>
        </div>
        <p className={styles.score}>
          <b>{row.score === null ? "none" : scoreWords(row.score)}</b>
          {row.score === null ? "score" : row.isRough ? "rough score, minutes unknown" : "score"}
        </p>
        {row.abilities.decide ? (
          <SegFrame aria-label={`Decision on ${row.key}`}>
            {DECISIONS.map((one) => (
              <button
                key={one}
                type="button"
                aria-pressed={decision === one}
                onClick={() => choose(decision === one ? null : one)}
              >
                {DECISION_WORDS[one]}
              </button>
            ))}
          </SegFrame>
        ) : null}
      </div>
      <div role="status">
        {isDecided ? (
          <Note>Someone else has decided on {row.key}. What you entered stays here until you close the form.</Note>
        ) : null}
      </div>
      {decision ? <IntakeForm key={decision} row={row} decision={decision} onDone={() => choose(null)} /> : null}
    </li>
  );
}

/** Who proposed it, what it is based on and what it lacks. */
function aboutWords({ proposedBy, incidents, returned, lacks }: IntakeRow, today: LocalDate): string {
  const first = proposedBy === null ? "Proposed" : `Proposed by ${proposedBy}`;
  const based = incidents.length === 0 ? "" : ` after ${countWords(incidents.length, "incident")}`;
  const again = returned && {
    decline: `Declined until ${wordsOfDate(returned.on, today)}`,
    deferral: `Deferred until ${wordsOfDate(returned.on, today)}`,
    assessment: `Assessed, back on the list since ${wordsOfDate(returned.on, today)}`,
  };
  const missing = lacks.length === 0 ? "" : `No ${listWords(lacks).replace(" and ", " or ")} yet`;
  return [
    `${first}${based}`,
    again && returned ? again[returned.from] : "",
    missing,
    lacks.includes("measure") ? "Add a measure to commit" : "",
  ]
    .filter((part) => part !== "")
    .map((part) => `${part}.`)
    .join(" ");
}
