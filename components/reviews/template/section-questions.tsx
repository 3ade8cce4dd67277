"use client";

import { Plus, X } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { EditableText } from "#components/ui/fields/editable-text.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Section } from "#components/ui/page/section.tsx";
import { LENGTHS } from "#lib/contract/lengths.ts";
import type { TemplateSection } from "#lib/reviews/template/template.ts";
import { moved } from "./edit-template.ts";
import { Grip } from "./grip.tsx";
import styles from "./section-questions.module.css";
import { useReorder } from "./use-reorder.ts";

interface SectionQuestionsProps {
  section: TemplateSection;
  /** Null if this person can't change it. */
  set: ((part: Partial<TemplateSection>) => void) | null;
}

/** The questions that a section asks while it has no text. */
export function SectionQuestions({ section: { questions }, set }: SectionQuestionsProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const reorder = useReorder(
    questions.length,
    (index) => questions[index] ?? "",
    (from, to) => set?.({ questions: moved(questions, from, to) }),
  );
  const replace = (index: number, ...by: string[]) => set?.({ questions: questions.toSpliced(index, 1, ...by) });
  const add = () => {
    if (typed?.trim()) set?.({ questions: [...questions, typed.trim()] });
    setTyped(null);
  };
  return (
    <Section
      level={3}
      title="Questions while it is empty"
      count={questions.length}
      right={
        set ? (
          <Button kind="ghost" icon={<Plus size={14} />} onClick={() => setTyped("")}>
            Question
          </Button>
        ) : null
      }
    >
      <ul className={styles.list}>
        {reorder.order.map((index, shownAt) => {
          const question = questions[index] ?? "";
          return (
            <li key={question} {...reorder.rowProps(shownAt)} data-picked={reorder.isPicked(index) || undefined}>
              {set ? <Grip name={question} {...reorder.gripProps(index)} /> : <span />}
              {set ? (
                <EditableText
                  label={`Question ${index + 1}`}
                  className={styles.question}
                  value={question}
                  maxLength={LENGTHS.template.question}
                  check={(text) => checkQuestion(text, question, questions)}
                  onSave={(text) => replace(index, text)}
                />
              ) : (
                <span className={styles.question}>{question}</span>
              )}
              {set ? (
                <IconButton label={`Remove ${question}`} icon={<X size={14} />} onClick={() => replace(index)} />
              ) : null}
            </li>
          );
        })}
        {questions.length === 0 && typed === null ? <li className={styles.none}>None</li> : null}
      </ul>
      <p className="visually-hidden" aria-live="assertive">
        {reorder.said}
      </p>
      {typed === null ? null : (
        <form
          className="inline-row"
          onSubmit={(event) => {
            event.preventDefault();
            if (checkQuestion(typed.trim(), "", questions) === null) add();
          }}
        >
          <Input
            autoFocus
            aria-label="New question"
            placeholder="For example, How much was delayed?"
            maxLength={LENGTHS.template.question}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => event.key === "Escape" && setTyped(null)}
          />
          <Button type="submit">Add question</Button>
        </form>
      )}
    </Section>
  );
}

function checkQuestion(text: string, before: string, questions: readonly string[]): string | null {
  if (text === "") return "Enter a question";
  return text !== before && questions.includes(text) ? "The section asks this already" : null;
}
