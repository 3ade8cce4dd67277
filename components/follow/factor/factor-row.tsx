"use client";

import { CircleAlert, Plus, Repeat2 } from "lucide-react";
import NextLink from "next/link";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { useKeys } from "#components/ui/keys/use-keys.ts";
import { Tag } from "#components/ui/labels/tag.tsx";
import { Therefore } from "#components/ui/marks/therefore.tsx";
import { Note } from "#components/ui/note.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { useLinkedRow } from "#components/ui/use-linked-row.ts";
import { listWords } from "#lib/base/text/sentence.ts";
import {
  FACTOR_ACTOR_WORDS,
  FACTOR_EXPLAINS_WORDS,
  FACTOR_ROLE_WORDS,
  FACTOR_STATUS_WORDS,
} from "#lib/base/vocabulary/factor.ts";
import type { Factor } from "#lib/contract/factor.ts";
import { answersOf, FactorEvidence, FactorQuestions } from "./factor-links.tsx";
import styles from "./factor-row.module.css";

interface FactorRowProps {
  factor: Factor;
  place: number;
  onOpen: () => void;
  onAddAction: () => void;
}

/** One factor: statement, role, evidence, actions, and its gaps in words. */
export function FactorRow({ factor, place, onOpen, onAddAction }: FactorRowProps) {
  const row = useLinkedRow("factor", factor.id);
  useKeys(
    factor.abilities.edit
      ? [
          {
            keys: "a",
            label: "New action for the focused factor",
            group: "Review",
            when: ({ target }) => target instanceof Node && row.current?.contains(target) === true,
            run: onAddAction,
          },
        ]
      : [],
  );
  const answers = answersOf(factor);
  return (
    <li ref={row} tabIndex={-1} data-record-keys className={styles.factor} id={`factor-${factor.id}`}>
      {factor.abilities.edit ? (
        <button type="button" className={styles.statement} onClick={onOpen}>
          <span className={styles.place}>{place}</span>
          {factor.statement}
        </button>
      ) : (
        <h3 className={styles.statement}>
          <span className={styles.place}>{place}</span>
          {factor.statement}
        </h3>
      )}
      {factor.detail ? <p className={cx(textStyles.secondary, textStyles.keepsLines)}>{factor.detail}</p> : null}
      <p className={layoutStyles.wrappingRow}>
        <Tag>{FACTOR_ROLE_WORDS[factor.role]}</Tag>
        <Tag dashed={factor.status === "hypothesis"}>{FACTOR_STATUS_WORDS[factor.status]}</Tag>
        {factor.explains.length > 0 ? (
          <Tag>Explains {listWords(factor.explains.map((part) => FACTOR_EXPLAINS_WORDS[part].toLowerCase()))}</Tag>
        ) : null}
        {factor.actedBy ? <Tag>{FACTOR_ACTOR_WORDS[factor.actedBy]} acted</Tag> : null}
        {factor.threadId ? (
          <NextLink
            className={cx(textStyles.link, textStyles.small)}
            href={`/reviews/${factor.reviewKey}?thread=${factor.threadId}`}
          >
            From a comment
          </NextLink>
        ) : null}
        <FactorEvidence factor={factor} />
      </p>
      {factor.condition ? (
        <p className={cx(textStyles.caption, layoutStyles.row)}>
          <Repeat2 size={14} />
          <NextLink className={cx(textStyles.link, textStyles.breaksAnywhere)} href={`/factors/${factor.condition.id}`}>
            Condition: {factor.condition.name}
          </NextLink>
        </p>
      ) : null}
      {factor.condition ? <FactorQuestions reviewKey={factor.reviewKey} factorId={factor.id} /> : null}
      {answers.length > 0 ? (
        <p className={styles.answers}>
          <Therefore className={styles.mark} />
          <span>
            {answers.map((answer) => (
              <NextLink key={answer.key} href={answer.href}>
                <b className={textStyles.figure}>{answer.key}</b> {answer.title}{" "}
                <small className={textStyles.muted}>{answer.state}</small>
              </NextLink>
            ))}
          </span>
        </p>
      ) : null}
      {factor.acceptedReason ? <Note>Not addressed: {factor.acceptedReason}</Note> : null}
      {factor.holes.map((hole) => (
        <p key={hole.code} className={styles.hole}>
          <CircleAlert size={14} /> {hole.message}
        </p>
      ))}
      {factor.abilities.edit ? (
        <Button className="noprint" kind="ghost" icon={<Plus size={14} />} keys="A" onClick={onAddAction}>
          Add action
        </Button>
      ) : null}
    </li>
  );
}
