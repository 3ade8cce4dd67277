"use client";

import { Fragment } from "react";
import { useServiceChoices } from "#components/incidents/incident/use-choices.ts";
import { SEVERITIES } from "#lib/base/vocabulary/incident.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { RULE_OUTCOMES } from "#lib/intake/rule/rule.ts";
import { ConditionSlots } from "./condition-slots.tsx";
import { conditionFor, type RuleDraft } from "./rule-draft.ts";
import styles from "./rule-sentence.module.css";
import { SeverityMap } from "./severity-map.tsx";
import { ChoiceSlot, SlotButton, TextSlot } from "./slot.tsx";

type RuleSentenceProps = { draft: RuleDraft; labelNames: readonly string[]; onChange: (draft: RuleDraft) => void };

export const OUTCOME_WORDS = {
  join: "joins the open incident of",
  wait: "stays unassigned for",
  ignore: "is ignored",
} as const;
const OUTCOMES = RULE_OUTCOMES.map((outcome) => ({ value: outcome, label: OUTCOME_WORDS[outcome] }));
const OWN_SERVICE = "its own service";

/** Conditions have no id, so equal ones get their keys from those before them. */
const keyOf = (conditions: RuleDraft["conditions"], index: number) =>
  `${index} ${conditions[index]?.field} ${conditions.length}`;

/** The rule as a sentence. Each part is a menu. */
export function RuleSentence({ draft, labelNames, onChange }: RuleSentenceProps) {
  const services = useServiceChoices();
  const { conditions, outcome, serviceId, opens, severity, titleTemplate } = draft;
  const set = (change: Partial<RuleDraft>) => onChange({ ...draft, ...change });
  return (
    <p className={styles.sentence}>
      {conditions.length === 0 ? "For every event, " : "When "}
      {conditions.map((condition, index) => (
        <Fragment key={keyOf(conditions, index)}>
          {index > 0 ? " and " : ""}
          <ConditionSlots
            condition={condition}
            labelNames={labelNames}
            onChange={(next) => set({ conditions: conditions.map((one, at) => (at === index ? next : one)) })}
            onRemove={() => set({ conditions: conditions.filter((_, at) => at !== index) })}
          />
        </Fragment>
      ))}{" "}
      <SlotButton isEmpty onClick={() => set({ conditions: [...conditions, conditionFor("label")] })}>
        + {conditions.length === 0 ? "when" : "and"}
      </SlotButton>{" "}
      the event{" "}
      <ChoiceSlot
        label="Result"
        value={outcome}
        options={OUTCOMES}
        onChange={(next) => set({ outcome: RULE_OUTCOMES.find((one) => one === next) ?? "join" })}
      />
      {outcome === "ignore" ? null : (
        <>
          {" "}
          <ChoiceSlot
            label="Service"
            value={serviceId ?? ""}
            options={[{ value: "", label: OWN_SERVICE }, ...services.options]}
            onSearch={services.search}
            onChange={(id) => set({ serviceId: id === "" ? null : id })}
          />
        </>
      )}
      .
      {outcome === "join" ? (
        <>
          {" "}
          If none is open,{" "}
          <ChoiceSlot
            label="If none is open"
            value={opens ? "open" : "wait"}
            options={[
              { value: "wait", label: "it stays unassigned" },
              { value: "open", label: "open one" },
            ]}
            onChange={(next) => set({ opens: next === "open" })}
          />
          {opens ? (
            <>
              {" "}
              as{" "}
              <ChoiceSlot
                label="Severity"
                value={String(severity ?? 3)}
                options={SEVERITIES.map((level) => ({ value: String(level), label: `SEV${level}` }))}
                onChange={(next) => set({ severity: SEVERITIES.find((level) => String(level) === next) ?? 3 })}
              />{" "}
              called{" "}
              <TextSlot
                label="Title"
                value={titleTemplate}
                placeholder="the event's own title"
                maxLength={LENGTHS.rule.title}
                hint="For example, {alertname} on {service}. You can use labels, {title}, {severity} and {kind}."
                onChange={(next) => set({ titleTemplate: next })}
              />
              <SeverityMap map={draft.severityMap} onChange={(severityMap) => set({ severityMap })} />
            </>
          ) : null}
          .
        </>
      ) : null}
    </p>
  );
}
