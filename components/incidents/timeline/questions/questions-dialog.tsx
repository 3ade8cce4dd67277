"use client";

import { useMemo } from "react";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { SourceLetter } from "#components/ui/labels/source-letter.tsx";
import { Rows } from "#components/ui/lists/rows.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import { instantWords } from "#lib/base/time/instant-words.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { localChoices } from "#lib/incidents/import/local-choices.ts";
import { useTimelineScope } from "../state/scope.tsx";
import { DayChoice } from "./day-choice.tsx";
import styles from "./questions-dialog.module.css";
import { isZoneQuestion, type QuestionGroup, timeQuestions } from "./time-questions.ts";
import { ZoneChoice } from "./zone-choice.tsx";

type QuestionsDialogProps = { events: readonly TimelineEvent[]; onClose: () => void };

/** Every time with an open question, in one list by import. Nothing is guessed. */
export function QuestionsDialog({ events, onClose }: QuestionsDialogProps) {
  const groups = useMemo(() => timeQuestions(events), [events]);
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title="Times to review"
      description="Afterword doesn't guess times. The original text is kept, and you can edit any time later."
      widthPx={680}
      actions={
        <Button kind="ghost" onClick={onClose}>
          Close
        </Button>
      }
    >
      {groups.length === 0 ? <p className={textStyles.prose}>No more times to review</p> : null}
      {groups.map((group) => (
        <QuestionSection key={group.importId ?? group.label} group={group} onClose={onClose} />
      ))}
    </Dialog>
  );
}

function QuestionSection({ group, onClose }: { group: QuestionGroup; onClose: () => void }) {
  const { label, letter, importId, withoutZone, withoutDay, daylessZone, events } = group;
  return (
    <section className={styles.group} aria-label={label}>
      <h3>
        <SourceLetter letter={letter} name={label} /> {label} <span className={textStyles.muted}>{events.length}</span>
      </h3>
      {withoutDay > 0 && importId !== null ? (
        <div className={styles.whole}>
          <span>
            {countWords(withoutDay, "time")} {withoutDay === 1 ? "has" : "have"} no day. Which is it?
          </span>
          <DayChoice importId={importId} label={label} asksZone={daylessZone} />
        </div>
      ) : null}
      {withoutZone > 0 && importId !== null ? (
        <div className={styles.whole}>
          <span>
            {countWords(withoutZone, "time")} {withoutZone === 1 ? "has" : "have"} no time zone. Which is it?
          </span>
          <ZoneChoice importId={importId} label={label} />
        </div>
      ) : null}
      <Rows>
        {events.map((event) => (
          <Question key={event.id} event={event} onClose={onClose} />
        ))}
      </Rows>
    </section>
  );
}

function Question({ event, onClose }: { event: TimelineEvent; onClose: () => void }) {
  const { zone, curate, open } = useTimelineScope();
  const choices = localChoices(event);
  return (
    <li className={styles.question}>
      <span>
        <b className={textStyles.emphasis}>{event.title}</b>
        <span className={cx(textStyles.caption, layoutStyles.ownLine)}>
          E{event.number}
          {event.statedText ? `, reads “${event.statedText}”` : ""}
          {isZoneQuestion(event) ? "" : `. ${event.ambiguity?.question ?? ""}`}
        </span>
      </span>
      <span className={layoutStyles.wrappingRow}>
        {choices.map(({ label, at }) => (
          <Button
            key={at}
            title={instantWords(at, zone, true)}
            onClick={() =>
              void curate.change(
                event,
                { at, precision: event.precision === "unknown" ? "minute" : event.precision },
                `Time of E${event.number} set`,
              )
            }
          >
            {label}
          </Button>
        ))}
        <Button
          kind="ghost"
          onClick={() => {
            onClose();
            open(event, "time");
          }}
        >
          {choices.length > 0 ? "Another time" : "Set time"}
        </Button>
      </span>
    </li>
  );
}
