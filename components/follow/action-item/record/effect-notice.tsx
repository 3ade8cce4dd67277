"use client";

import NextLink from "next/link";
import { Fragment } from "react";
import { useDayOf, useToday } from "#components/people/me/use-today.ts";
import { Button } from "#components/ui/button.tsx";
import { Moment } from "#components/ui/labels/moment.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { wordsOfDate } from "#lib/base/time/local-date.ts";
import { EFFECT_ANSWER_WORDS, EFFECT_ANSWERS } from "#lib/base/vocabulary/action-item.ts";
import type { ActionItem } from "#lib/contract/action-item.ts";
import { useEditLayer } from "../edit/edit-context.ts";
import { EvidenceList } from "../evidence-list.tsx";
import { PutAside } from "./put-aside.tsx";

interface NoticeProps {
  item: ActionItem;
  /** Heading level: 3 in the panel, 2 on the page. */
  level: 2 | 3;
}

/** Whether a verified action worked: the question once it is due, with what asks it, and the last answer. */
export function EffectNotice({ item, level }: NoticeProps) {
  const today = useToday();
  const dayOf = useDayOf();
  const { answerEffect, addEvidence, change } = useEditLayer();
  const { effect, verifiedAt } = item;
  if (!effect || !verifiedAt) return null;
  const { dueOn, answer, recurrences, mayAnswer } = effect;
  const isDue = dueOn !== null && dueOn <= today;
  const verifiedOn = wordsOfDate(dayOf(verifiedAt), today);
  const question = isDue || answer === null;
  const facts = answer
    ? [
        {
          term: question ? "Last answer" : "Answered",
          value: (
            <>
              {question ? `${EFFECT_ANSWER_WORDS[answer.answer]}, ` : ""}
              {answer.by ? `${answer.by} ` : ""}
              <Moment at={answer.at} />
            </>
          ),
        },
        ...(dueOn && !isDue ? [{ term: "Asked again", value: wordsOfDate(dueOn, today) }] : []),
      ]
    : [];
  return (
    <PutAside
      kind="effect"
      level={level}
      tone={isDue ? (mayAnswer ? "yours" : "warm") : "quiet"}
      title={question ? "Did it work?" : `Did it work? ${answer ? EFFECT_ANSWER_WORDS[answer.answer] : ""}`}
      note={question && dueOn ? `${isDue ? "asked on" : "asked from"} ${wordsOfDate(dueOn, today)}` : undefined}
      reason={
        !question && answer ? null : (
          <>
            {recurrences.map(({ incidentKey, title }) => (
              <Fragment key={incidentKey}>
                <NextLink className={textStyles.link} href={`/incidents/${incidentKey}`} title={title}>
                  {incidentKey}
                </NextLink>{" "}
                has the same condition.{" "}
              </Fragment>
            ))}
            {recurrences.length > 0
              ? `${item.key} was verified for this on ${verifiedOn}.`
              : `${item.key} was verified on ${verifiedOn}.`}
          </>
        )
      }
      facts={facts}
      details={
        answer ? (
          <EvidenceList
            evidence={answer.evidence}
            onRemove={
              mayAnswer && answer.evidence.length > 1
                ? ({ id }) => change([item], { kind: "evidence_removed", id, removed: true })
                : undefined
            }
          />
        ) : null
      }
    >
      {mayAnswer && question
        ? EFFECT_ANSWERS.map((one) => (
            <Button key={one} onClick={() => answerEffect(item, one)}>
              {EFFECT_ANSWER_WORDS[one]}
            </Button>
          ))
        : null}
      {answer && mayAnswer ? (
        <Button kind={question ? "ghost" : "default"} onClick={() => addEvidence(item, "effect")}>
          Add evidence
        </Button>
      ) : null}
      {answer?.mine && mayAnswer ? (
        <Button kind="ghost" onClick={() => change([item], { kind: "effect_undone" })}>
          Withdraw the answer
        </Button>
      ) : null}
    </PutAside>
  );
}
