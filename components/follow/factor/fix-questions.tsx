"use client";

import { useQuery } from "@tanstack/react-query";
import NextLink from "next/link";
import { reads } from "#components/base/api/client.ts";
import { useDayOf, useToday } from "#components/people/me/use-today.ts";
import { Note } from "#components/ui/note.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { wordsOfDate } from "#lib/base/time/local-date.ts";
import { EFFECT_ANSWER_WORDS } from "#lib/base/vocabulary/action-item.ts";
import type { FixQuestion } from "#lib/contract/factor.ts";

export interface FixQuestionsProps {
  reviewKey: string;
  factorId: string;
}

/** Actions that were verified for the condition of a factor before this incident, and whether they worked. */
export function FixQuestions({ reviewKey, factorId }: FixQuestionsProps) {
  const { data } = useQuery(reads.factor.questions(reviewKey));
  return data?.items
    .filter((question) => question.factorId === factorId)
    .map((question) => <Question key={question.key} question={question} />);
}

function Question({ question }: { question: FixQuestion }) {
  const today = useToday();
  const dayOf = useDayOf();
  const { key, title, verifiedAt } = question;
  return (
    <Note>
      <NextLink className={textStyles.link} href={`/actions/${key}`} title={title}>
        {key}
      </NextLink>{" "}
      was verified for this on {wordsOfDate(dayOf(verifiedAt), today)}.{" "}
      {stateWords(question, (at) => wordsOfDate(dayOf(at), today))}
    </Note>
  );
}

function stateWords({ state, answer, answeredAt }: FixQuestion, day: (at: string) => string): string {
  if (state === "reopened") return "It was reopened since.";
  if (state === "verified_again") return "It was reopened and verified again since.";
  if (state === "asked" || answer === null || answeredAt === null) return "Did it work? Not answered yet.";
  return `Did it work? ${EFFECT_ANSWER_WORDS[answer]}, answered on ${day(answeredAt)}.`;
}
