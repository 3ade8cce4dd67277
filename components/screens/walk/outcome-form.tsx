"use client";

import { type FormEvent, type KeyboardEvent, useRef, useState } from "react";
import { usePeople } from "#components/follow/action-item/use-people.ts";
import { useMe } from "#components/people/me/use-me.ts";
import { Button } from "#components/ui/button.tsx";
import { Combobox } from "#components/ui/choices/combobox.tsx";
import { DateField } from "#components/ui/fields/date-field.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { focusFirstError, hasUnread } from "#components/ui/fields/focus-first-error.ts";
import { Input } from "#components/ui/fields/input.tsx";
import { Kbd } from "#components/ui/keys/kbd.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import type { LocalDate } from "#lib/base/time/local-date.ts";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { waiverFaults } from "#lib/follow/action-item/transition.ts";
import { dateEffect, NewDate } from "./new-date.tsx";
import type { Outcome, OutcomeFields } from "./subject.ts";
import styles from "./walk.module.css";

/** An outcome that asks for something. */
type Asked = Exclude<Outcome, "accept">;

const WORDS: Record<Asked, { day: string | null; reason: string; person: string | null; effect: string }> = {
  date: { day: "New date", reason: "Because", person: null, effect: "" },
  help: {
    day: "By",
    reason: "What you need",
    person: "From",
    effect: "It is blocked until then, and reminders pause. They get a message if they can read the action.",
  },
  decline: {
    day: null,
    reason: "Remaining risk",
    person: null,
    effect: "The action is declined with this reason.",
  },
  waive: {
    ...{ day: "Until", reason: "Because", person: null },
    effect: "The approvers in its policy are asked. You can't approve your own request.",
  },
  ask: {
    day: "By",
    reason: "Question",
    person: "Person to ask",
    effect: "They get a message that asks for an answer.",
  },
  set_aside: {
    ...{ day: null, reason: "Reason", person: null },
    effect: "It is proposed again only when something new happens.",
  },
};

/** The error of an empty field. */
const MISSING: Record<Exclude<Asked, "waive">, { day?: string; reason: string; person?: string }> = {
  date: { day: "Enter the new date", reason: "Enter the reason" },
  help: { day: "Enter a date", reason: "Enter what is needed", person: "Choose who can help" },
  decline: { reason: "Enter the remaining risk" },
  ask: { day: "Enter a date", reason: "Enter the question", person: "Choose the person to ask" },
  set_aside: { reason: "Enter the reason" },
};

type Plain = keyof typeof MISSING;

/** Returns what is wrong with the day. A due date can be in the past, as everywhere. */
function dayError(outcome: Plain, day: LocalDate | null, today: LocalDate): string | undefined {
  if (day === null) return MISSING[outcome].day;
  if (outcome === "ask") return day < today ? "Enter today or a later day" : undefined;
  return outcome === "help" && day <= today ? "Enter a day after today" : undefined;
}

type Errors = Partial<Record<"day" | "person" | "reason" | "mitigation", string | undefined>>;

function errorsOf(outcome: Asked, row: ActionItemRow | undefined, fields: OutcomeFields, today: LocalDate): Errors {
  const { day, personId, reason, mitigation } = fields;
  if (outcome !== "waive")
    return {
      day: WORDS[outcome].day ? dayError(outcome, day, today) : undefined,
      person: WORDS[outcome].person && personId === "" ? MISSING[outcome].person : undefined,
      reason: reason.trim() ? undefined : MISSING[outcome].reason,
    };
  if (!row) return {};
  const faults = waiverFaults(row, { reason, mitigation, ...(day === null ? {} : { until: day }) }, today);
  return { day: faults.until?.message, reason: faults.reason?.message, mitigation: faults.mitigation?.message };
}

interface OutcomeFormProps {
  outcome: Asked;
  /** The action as it is now, if it is about one. */
  row: ActionItemRow | undefined;
  today: LocalDate;
  /** The fields as someone left them, or as they were rejected. */
  started: OutcomeFields;
  onChange: (fields: OutcomeFields) => void;
  onSend: (fields: OutcomeFields) => void;
  /** Called for Escape in the form, not in a list that one of its fields has opened. */
  onLeave: () => void;
}

/** The fields of an outcome, in place. Mount it again for another one. */
export function OutcomeForm({ outcome, row, today, started, onChange, onSend, onLeave }: OutcomeFormProps) {
  const people = usePeople();
  const form = useRef<HTMLFormElement>(null);
  const [fields, setFields] = useState(started);
  const [isTried, setTried] = useState(false);
  const set = (patch: Partial<OutcomeFields>) => {
    setFields({ ...fields, ...patch });
    onChange({ ...fields, ...patch });
  };
  const words = WORDS[outcome];
  const me = useMe()?.id;
  const effect = outcome === "date" && row ? dateEffect(row, me) : words.effect;
  const missing = errorsOf(outcome, row, fields, today);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (hasUnread(form.current) || Object.values(missing).some(Boolean)) focusFirstError(form.current);
    else onSend({ ...fields, reason: fields.reason.trim(), mitigation: fields.mitigation.trim() });
  };
  const leave = (event: KeyboardEvent<HTMLFormElement>) => {
    const isOwn = event.target instanceof Node && event.currentTarget.contains(event.target);
    if (event.key === "Escape" && isOwn && !event.defaultPrevented) onLeave();
  };
  return (
    <form ref={form} className={styles.form} noValidate onSubmit={send} onKeyDown={leave}>
      {words.person ? (
        <Field label={words.person} error={isTried ? missing.person : undefined}>
          <Combobox
            label={words.person}
            autoFocus
            value={fields.personId || null}
            options={people.options}
            nameOf={people.nameOf}
            onSearch={people.onSearch}
            onChange={(personId) => set({ personId })}
          />
        </Field>
      ) : null}
      {words.day ? (
        <DateField
          label={words.day}
          value={fields.day}
          today={today}
          autoFocus={!words.person}
          error={isTried ? missing.day : undefined}
          onChange={(day) => set({ day })}
        />
      ) : null}
      <Field label={words.reason} error={isTried ? missing.reason : undefined}>
        <Input
          autoFocus={!words.person && !words.day}
          maxLength={LENGTHS.actionItem.dueReason}
          value={fields.reason}
          onChange={({ target }) => set({ reason: target.value })}
        />
      </Field>
      {outcome === "waive" ? (
        <Field label="What limits the risk" error={isTried ? missing.mitigation : undefined}>
          <Input
            maxLength={LENGTHS.actionItem.dueReason}
            value={fields.mitigation}
            onChange={({ target }) => set({ mitigation: target.value })}
          />
        </Field>
      ) : null}
      <Button kind="primary" type="submit">
        Save and next <Kbd keys="Enter" />
      </Button>
      <p className={textStyles.caption} aria-live="polite">
        {outcome === "date" && row && fields.day ? (
          <NewDate row={row} day={fields.day} today={today} effect={effect} />
        ) : (
          effect
        )}
      </p>
    </form>
  );
}
