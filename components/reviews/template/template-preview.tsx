"use client";

import { RefreshCw } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { LIVE_BLOCK_WORDS } from "#lib/base/vocabulary/review.ts";
import {
  QUESTION_CONDITION_WORDS,
  type QuestionCondition,
  TEMPLATE_FACT_MEANINGS,
} from "#lib/base/vocabulary/template.ts";
import { HEADER, type TemplateContent } from "#lib/reviews/template/template.ts";
import styles from "./template-preview.module.css";

/** The document that a review of the template starts as, without the facts of an incident. */
export function TemplatePreview({ content, onClose }: { content: TemplateContent; onClose: () => void }) {
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title="Preview"
      description="What a new review starts with. Grey lines show where the records of the incident go."
      widthPx={760}
      actions={<Button onClick={onClose}>Close</Button>}
    >
      <div className={styles.document}>
        {content.sections.map(({ key, title, live, facts, questions, askedIf }) => (
          <section key={key}>
            {key === HEADER ? null : <h3>{title}</h3>}
            {live.map((kind) => (
              <p key={kind} className={styles.records}>
                <RefreshCw size={14} />
                {LIVE_BLOCK_WORDS[kind]}
              </p>
            ))}
            {facts.map((fact) => (
              <p key={fact} className={styles.records}>
                {TEMPLATE_FACT_MEANINGS[fact]}
              </p>
            ))}
            <ul>
              {questions.map((question) => (
                <li key={question}>
                  {question}
                  <Condition when={askedIf?.find((one) => one.question === question)?.when} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

const Condition = ({ when }: { when: QuestionCondition | undefined }) =>
  when ? <small className={textStyles.muted}> Only if {QUESTION_CONDITION_WORDS[when]}</small> : null;
