"use client";

import { Plus, X } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/choices/select.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { newId } from "#components/ui/new-id.ts";
import { Note } from "#components/ui/note.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { capital } from "#lib/base/text/sentence.ts";
import { addTemplate, DEADLINE_TEMPLATES } from "#lib/people/policy/deadlines.ts";
import {
  askedOf,
  DEADLINE_ASKED,
  DEADLINE_EVENTS,
  type DeadlineAsked,
  type DeadlineEvent,
  type DeadlineLength,
  type DeadlineRule,
} from "#lib/people/policy/values.ts";
import { DeadlineLane, type LanePoint } from "./deadline-lane.tsx";
import styles from "./policy.module.css";
import { DEADLINE_ASKED_WORDS, deadlineWords, EVENT_WORDS } from "./policy-words.ts";

type DeadlineFieldsProps = {
  rules: readonly DeadlineRule[];
  /** Left out for someone who can only read them. */
  onChange?: ((rules: DeadlineRule[]) => void) | undefined;
};

/** The deadlines of a policy that count from an event, and the ready templates. */
export function DeadlineFields({ rules, onChange }: DeadlineFieldsProps) {
  const replace = (key: string, next: DeadlineRule | null) => {
    const kept = rules.flatMap((one) => (one.key !== key ? one : (next ?? [])));
    // What counted from a removed one counts from the detection.
    onChange?.(
      kept.map((one) =>
        "sent" in one.after && !kept.some(({ key: of }) => "sent" in one.after && of === one.after.sent)
          ? { ...one, after: { event: "detected" } }
          : one,
      ),
    );
  };
  const add = () => {
    // Never that of a removed deadline or of another policy, which can be marked as sent.
    const key = `d-${newId()}`;
    onChange?.([
      ...rules,
      { key, name: "Report", after: { event: "detected" }, length: { count: 24, unit: "hours" }, atMost: null },
    ]);
  };
  const points: LanePoint[] = [
    ...DEADLINE_EVENTS.filter((event) => rules.some(({ after }) => "event" in after && after.event === event)).map(
      (event) => ({ key: event, kind: "event" as const, name: capital(EVENT_WORDS[event]), detail: "event" }),
    ),
    ...rules.map((rule) => ({
      key: rule.key,
      kind: "tick" as const,
      name: rule.name,
      detail: deadlineWords(rule, rules),
    })),
  ];
  return (
    <>
      {rules.length > 0 ? <DeadlineLane label="Deadlines in their order" points={points} /> : null}
      {onChange ? (
        <ul>
          {rules.map((rule, at) => (
            <DeadlineRow
              key={rule.key}
              rule={rule}
              earlier={rules.slice(0, at)}
              onChange={(next) => replace(rule.key, next)}
            />
          ))}
        </ul>
      ) : null}
      {onChange ? (
        <div className={styles.slots}>
          <span className={textStyles.secondary}>Start from a template</span>
          {DEADLINE_TEMPLATES.map((template) => (
            <Button key={template.name} onClick={() => onChange(addTemplate(rules, template))}>
              {template.name}
            </Button>
          ))}
          <Button icon={<Plus size={14} />} onClick={add}>
            Deadline
          </Button>
        </div>
      ) : null}
      <Note>
        Hours include nights and holidays. Days and months follow the calendar of the team. People are reminded before a
        deadline, and once it has passed. These are reminders, not legal advice: ask your legal team which of them
        apply.
      </Note>
    </>
  );
}

const UNITS = [
  { value: "hours", label: "hours" },
  { value: "days", label: "days" },
  { value: "business_days", label: "business days" },
  { value: "months", label: "months" },
];

type RowProps = { rule: DeadlineRule; earlier: readonly DeadlineRule[]; onChange: (rule: DeadlineRule | null) => void };

function DeadlineRow({ rule, earlier, onChange }: RowProps) {
  const { name, after, length, atMost } = rule;
  const anchors = [
    ...DEADLINE_EVENTS.map((event) => ({ value: `event:${event}`, label: EVENT_WORDS[event] })),
    ...earlier.map((one) => ({ value: `sent:${one.key}`, label: `${one.name}, sent` })),
  ];
  const anchorOf = (value: string): DeadlineRule["after"] => {
    const [kind, what = ""] = value.split(":");
    return kind === "sent" ? { sent: what } : { event: what as DeadlineEvent };
  };
  const setLength = (more: Partial<DeadlineLength>) => onChange({ ...rule, length: { ...length, ...more } });
  return (
    <li className={styles.slots}>
      <Input
        className={styles.valueField}
        aria-label="Name of the deadline"
        value={name}
        onChange={({ target }) => onChange({ ...rule, name: target.value })}
      />
      <Input
        className={styles.number}
        type="number"
        min={1}
        aria-label={`${name}, length`}
        value={Number.isNaN(length.count) ? "" : length.count}
        onChange={({ target }) => setLength({ count: target.valueAsNumber })}
      />
      <Select
        className={styles.unit}
        aria-label={`${name}, unit`}
        value={length.unit}
        options={UNITS}
        onChange={({ target }) => setLength({ unit: target.value as DeadlineLength["unit"] })}
      />
      <span>after</span>
      <Select
        className={styles.valueField}
        aria-label={`${name}, counts from`}
        value={"event" in after ? `event:${after.event}` : `sent:${after.sent}`}
        options={anchors}
        onChange={({ target }) => onChange({ ...rule, after: anchorOf(target.value) })}
      />
      <AtMostFields name={name} value={atMost} onChange={(latest) => onChange({ ...rule, atMost: latest })} />
      <span className={layoutStyles.row}>
        <span>reminds</span>
        <Select
          className={styles.valueField}
          aria-label={`${name}, reminds`}
          value={askedOf(rule)}
          options={DEADLINE_ASKED.map((value) => ({ value, label: DEADLINE_ASKED_WORDS[value] }))}
          onChange={({ target }) => onChange({ ...rule, asks: target.value as DeadlineAsked })}
        />
      </span>
      <IconButton label={`Remove ${name}`} icon={<X size={14} />} onClick={() => onChange(null)} />
    </li>
  );
}

type AtMostProps = {
  name: string;
  value: DeadlineRule["atMost"];
  onChange: (value: DeadlineRule["atMost"]) => void;
};

/** The latest time of a deadline, from another event. */
function AtMostFields({ name, value, onChange }: AtMostProps) {
  const length: DeadlineLength = value?.length ?? { count: 24, unit: "hours" };
  const options = [
    { value: "", label: "without a latest time" },
    ...DEADLINE_EVENTS.map((event) => ({ value: event, label: `at most, after ${EVENT_WORDS[event]}` })),
  ];
  const setLength = (more: Partial<DeadlineLength>) =>
    value && onChange({ ...value, length: { ...value.length, ...more } });
  return (
    <>
      <Select
        className={styles.valueField}
        aria-label={`${name}, latest time`}
        value={value?.event ?? ""}
        options={options}
        onChange={({ target }) => onChange(target.value ? { event: target.value as DeadlineEvent, length } : null)}
      />
      {value ? (
        <span className={layoutStyles.row}>
          <Input
            className={styles.number}
            type="number"
            min={1}
            aria-label={`${name}, latest length`}
            value={Number.isNaN(length.count) ? "" : length.count}
            onChange={({ target }) => setLength({ count: target.valueAsNumber })}
          />
          <Select
            className={styles.unit}
            aria-label={`${name}, latest unit`}
            value={length.unit}
            options={UNITS}
            onChange={({ target }) => setLength({ unit: target.value as DeadlineLength["unit"] })}
          />
        </span>
      ) : null}
    </>
  );
}
