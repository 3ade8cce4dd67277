"use client";

import { X } from "lucide-react";
import { IconButton } from "#components/ui/icon-button.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { EVENT_KINDS, wordsOfKind } from "#lib/base/vocabulary/event-kinds.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { RULE_FIELDS, RULE_OPERATOR_WORDS, RULE_OPERATORS, type RuleCondition } from "#lib/intake/rule/rule.ts";
import { conditionFor } from "./rule-draft.ts";
import { ChoiceSlot, TextSlot } from "./slot.tsx";

type ConditionSlotsProps = {
  condition: RuleCondition;
  /** Names of known labels. */
  labelNames: readonly string[];
  onChange: (condition: RuleCondition) => void;
  onRemove: () => void;
};

const SUBJECTS = RULE_FIELDS.filter((field) => field !== "label").map((field) => ({ value: field, label: field }));

/** "label team" "is" "mail", each part editable. */
export function ConditionSlots({ condition, labelNames, onChange, onRemove }: ConditionSlotsProps) {
  const { field, name, operator, values } = condition;
  const subject = field === "label" ? `label:${name ?? ""}` : field;
  const labels = [...new Set([...labelNames, ...(name ? [name] : []), "service"])].sort();
  const subjects = [...SUBJECTS, ...labels.map((label) => ({ value: `label:${label}`, label: `label ${label}` }))];
  return (
    <span className={textStyles.unbroken}>
      <ChoiceSlot
        label="Field"
        isCode
        value={subject}
        options={subjects}
        onChange={(next) => {
          if (next.startsWith("label:"))
            onChange({ ...conditionFor("label"), name: next.slice(6), values: [...values] });
          else onChange(conditionFor(RULE_FIELDS.find((one) => one === next) ?? "text"));
        }}
      />{" "}
      {field === "label" && !labelNames.includes(name ?? "") ? (
        <TextSlot
          label="Label name"
          value={name ?? ""}
          placeholder="name"
          maxLength={LENGTHS.rule.label}
          onChange={(next) => onChange({ ...condition, name: next })}
        />
      ) : null}{" "}
      <ChoiceSlot
        label="Comparison"
        value={operator}
        options={RULE_OPERATORS.map((one) => ({ value: one, label: RULE_OPERATOR_WORDS[one] }))}
        onChange={(next) => onChange({ ...condition, operator: RULE_OPERATORS.find((one) => one === next) ?? "is" })}
      />{" "}
      {field === "kind" ? (
        <ChoiceSlot
          label="Kind of event"
          value={values[0] ?? ""}
          options={EVENT_KINDS.map((kind) => ({ value: kind, label: wordsOfKind(kind) }))}
          onChange={(kind) => onChange({ ...condition, values: [kind] })}
        />
      ) : (
        <TextSlot
          label="Value"
          value={values.join(", ")}
          placeholder="value"
          hint="Separate several values with commas. Any of them matches."
          onChange={(typed) => onChange({ ...condition, values: typed.split(",").map((value) => value.trim()) })}
        />
      )}
      <IconButton label="Remove condition" icon={<X size={14} />} onClick={onRemove} />
    </span>
  );
}
