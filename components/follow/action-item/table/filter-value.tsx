"use client";

import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/choices/select.tsx";
import type { ValueOption } from "#components/ui/choices/value-list.tsx";
import { ValuesMenu } from "#components/ui/choices/value-menu.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { wordsOfDate } from "#lib/base/time/local-date.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { fieldRule } from "#lib/follow/action-item/query/fields.ts";
import { type Condition, dateOfValue } from "#lib/follow/action-item/query/filter.ts";
import { usePeople, useTeams } from "../use-people.ts";
import styles from "./filter-editor.module.css";
import { valueWords } from "./filter-words.ts";

interface FilterValueProps {
  condition: Condition;
  today: string;
  problem: string | null;
  onChange: (values: string[]) => void;
}

/** The value of a condition: chosen from a list, or typed. */
export function FilterValue(props: FilterValueProps) {
  const { kind, label } = fieldRule(props.condition.field);
  if (kind === "flag")
    return (
      <Select
        aria-label={label}
        value={props.condition.values[0] ?? "yes"}
        options={[
          { value: "yes", label: "yes" },
          { value: "no", label: "no" },
        ]}
        onChange={({ target }) => props.onChange([target.value])}
      />
    );
  if (kind === "choice" || kind === "person" || kind === "team") return <ListedValues {...props} />;
  return <TypedValue {...props} />;
}

function ListedValues({ condition, onChange }: FilterValueProps) {
  const { field, values } = condition;
  const { kind, label, choices = {} } = fieldRule(field);
  const people = usePeople();
  const teams = useTeams();
  const found = kind === "person" ? people : kind === "team" ? teams : null;
  const own: ValueOption[] =
    kind === "choice" ? [] : [kind === "person" ? { value: "me", label: "me" } : { value: "mine", label: "my teams" }];
  const options: ValueOption[] = [
    ...own,
    ...(found?.options ?? Object.entries(choices).map(([value, words]) => ({ value, label: words }))),
    ...(kind === "choice" ? [] : [{ value: "none", label: "none" }]),
  ];
  const words = values
    .map((value) => options.find((option) => option.value === value)?.label ?? valueWords(condition, value))
    .join(", ");
  return (
    <ValuesMenu
      label={label}
      values={values}
      options={options}
      onSearch={found?.onSearch}
      onChange={(next) => onChange(next.length > 0 ? next : values)}
      trigger={
        <Button className={styles.value} aria-label={`${label}: ${words}`}>
          <span className={textStyles.truncated}>{words}</span>
          <ChevronDown size={14} />
        </Button>
      }
    />
  );
}

const EXAMPLES = { date: "today+7d", number: "3", key: "INC-12", text: "disk" } as const;

function TypedValue({ condition, today, problem, onChange }: FilterValueProps) {
  const { field, operator, values } = condition;
  const { kind, label, letters } = fieldRule(field);
  const isList = (operator === "=" || operator === "!=") && kind !== "text";
  const valuesIn = (typed: string) => (isList ? typed.split(",").map((one) => one.trim()) : [typed]);
  // What is typed stays as it is while it means these values. Otherwise the condition is another one by now.
  const [draft, setDraft] = useState("");
  const text = String(valuesIn(draft)) === String(values) ? draft : values.join(", ");
  const day = kind === "date" ? dateOfValue(text, today) : null;
  const example = letters ? `${letters}-12` : EXAMPLES[kind === "date" || kind === "number" ? kind : "text"];
  return (
    <Input
      aria-label={label}
      aria-invalid={problem !== null}
      title={day ? wordsOfDate(day, today) : undefined}
      placeholder={`For example, ${example}`}
      value={text}
      maxLength={LENGTHS.search}
      onChange={({ target }) => {
        setDraft(target.value);
        onChange(valuesIn(target.value));
      }}
    />
  );
}
