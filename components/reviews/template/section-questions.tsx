"use client";

import { ChevronDown, Plus, X } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { ValueMenu } from "#components/ui/choices/value-menu.tsx";
import { EditableText } from "#components/ui/fields/editable-text.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { ValueButton } from "#components/ui/fields/value-button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Section } from "#components/ui/page/section.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { QUESTION_CONDITION_WORDS, QUESTION_CONDITIONS } from "#lib/base/vocabulary/template.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { askIf, replaceQuestion } from "#lib/reviews/template/questions.ts";
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

const ALWAYS = "always";
const WHENS = [
  { value: ALWAYS, label: "Always asked" },
  ...QUESTION_CONDITIONS.map((value) => ({ value, label: `Only if ${QUESTION_CONDITION_WORDS[value]}` })),
];

/** The questions that a section asks while it has no text. */
export function SectionQuestions({ section, set }: SectionQuestionsProps) {
  const { questions } = section;
  const [typed, setTyped] = useState<string | null>(null);
  const reorder = useReorder(
    questions.length,
    (index) => questions[index] ?? "",
    (from, to) => set?.({ questions: moved(questions, from, to) }),
  );
  const add = () => {
    if (typed?.trim()) set?.({ questions: [...questions, typed.trim()] });
    setTyped(null);
  };
  return (
    <Section
      level={3}
      title="Questions shown while the section is empty"
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
              <div>
                {set ? (
                  <EditableText
                    label={`Question ${index + 1}`}
                    className={styles.question}
                    value={question}
                    maxLength={LENGTHS.template.question}
                    check={(text) => checkQuestion(text, question, questions)}
                    onSave={(text) => set(replaceQuestion(section, question, text))}
                  />
                ) : (
                  <span className={styles.question}>{question}</span>
                )}
                <AskedWhen section={section} question={question} set={set} />
              </div>
              {set ? (
                <IconButton
                  label={`Remove ${question}`}
                  icon={<X size={14} />}
                  onClick={() => set(replaceQuestion(section, question, null))}
                />
              ) : null}
            </li>
          );
        })}
        {questions.length === 0 && typed === null ? <li className={styles.none}>None</li> : null}
      </ul>
      <p className={textStyles.visuallyHidden} aria-live="assertive">
        {reorder.said}
      </p>
      {typed === null ? null : (
        <form
          className={layoutStyles.row}
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

/** When a question is asked. Without `set`, only what differs from always. */
function AskedWhen({ section, question, set }: SectionQuestionsProps & { question: string }) {
  const value = section.askedIf?.find((one) => one.question === question)?.when ?? ALWAYS;
  const words = WHENS.find((one) => one.value === value)?.label ?? "";
  if (!set) return value === ALWAYS ? null : <small className={styles.condition}>{words}</small>;
  return (
    <ValueMenu
      label={`When “${question}” is asked`}
      value={value}
      options={WHENS}
      onChange={(chosen) => set(askIf(section, question, QUESTION_CONDITIONS.find((one) => one === chosen) ?? null))}
      trigger={
        <ValueButton className={styles.condition} aria-label={`${question}: ${words}`}>
          {words} <ChevronDown size={12} />
        </ValueButton>
      }
    />
  );
}

function checkQuestion(text: string, before: string, questions: readonly string[]): string | null {
  if (text === "") return "Enter a question";
  return text !== before && questions.includes(text) ? "This question is already in the section" : null;
}
