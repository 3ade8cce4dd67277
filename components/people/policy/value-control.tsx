"use client";

import { createContext, useContext, useMemo } from "react";
import { personOption, useFoundPeople } from "#components/people/member/use-found-people.ts";
import { Combobox } from "#components/ui/choices/combobox.tsx";
import { Select } from "#components/ui/choices/select.tsx";
import { Checkbox } from "#components/ui/fields/checkbox.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { leadsProgramme } from "#lib/base/access/can.ts";
import type { PersonRef } from "#lib/contract/base.ts";
import {
  type DayCount,
  type LadderTimes,
  type PolicyKey,
  type PolicyValues,
  type ReviewApprover,
  WAIVER_APPROVERS,
  type WaiverApprovers,
} from "#lib/people/policy/values.ts";
import styles from "./policy.module.css";
import { VALUE_LABELS, WAIVER_WORDS } from "./policy-words.ts";
import { missesNumber } from "./use-policy-draft.ts";

type ControlProps = {
  name: PolicyKey;
  values: PolicyValues;
  /** The people that the values name. */
  people: readonly PersonRef[];
  /** Id of its error. */
  errorId: string | undefined;
  onChange: (values: PolicyValues) => void;
};

/** The fields of one value that a policy sets. */
export function ValueControl({ errorId, ...props }: ControlProps) {
  const isMissing = missesNumber(props.values[props.name]);
  const error = useMemo(() => (errorId ? { id: errorId, isMissing } : null), [errorId, isMissing]);
  return (
    <ValueError value={error}>
      <Controls {...props} />
    </ValueError>
  );
}

/** The error of a value, for those of its numbers that it is about. */
const ValueError = createContext<{ id: string; isMissing: boolean } | null>(null);

function Controls({ name, values, people, onChange }: Omit<ControlProps, "errorId">) {
  const label = VALUE_LABELS[name];
  const set = (value: PolicyValues[PolicyKey]) => onChange({ ...values, [name]: value });
  const person = { label, known: people, onChange: set };
  switch (name) {
    case "dueP0":
    case "dueP1":
    case "dueP2":
    case "dueP3":
    case "meet":
      return <DayCountFields label={label} value={values[name] ?? null} canBeNone onChange={set} />;
    case "publish":
    case "triage":
      return <DayCountFields label={label} value={values[name] ?? null} onChange={set} />;
    case "ladder":
    case "ladderP0":
      return values[name] ? <LadderFields label={label} value={values[name]} onChange={set} /> : null;
    case "effectDays":
    case "wantedDays":
    case "healthDays":
    case "changeEffectDays":
      return (
        <span className={styles.controls}>
          after <NumberField label={`${label}, days`} value={values[name] ?? 1} onChange={set} /> days
        </span>
      );
    case "remindShare":
      return (
        <span className={styles.controls}>
          with <NumberField label={`${label}, percent`} value={values.remindShare ?? 25} max={90} onChange={set} /> % of
          its time left
        </span>
      );
    case "waiverApprovers":
      return (
        <Select
          className={styles.valueField}
          aria-label={label}
          value={values.waiverApprovers}
          options={WAIVER_APPROVERS.map((value) => ({ value, label: WAIVER_WORDS[value] }))}
          onChange={({ target }) => set(target.value as WaiverApprovers)}
        />
      );
    case "ladderTpm":
      return <PersonField {...person} value={values.ladderTpm ?? null} none={TPM_NONE} isTpm />;
    case "ladderManager":
      return <PersonField {...person} value={values.ladderManager ?? null} none="No one" />;
    case "ladderParent":
      return <PersonField {...person} value={values.ladderParent ?? null} none="Manager of the parent team" />;
    case "reviewApprovers":
      return <ApproverFields value={values.reviewApprovers ?? []} onChange={set} />;
    case "deadlines":
      return null;
  }
}

type NumberProps = { label: string; value: number; onChange: (value: number) => void; min?: number; max?: number };

function NumberField({ label, value, onChange, min = 1, max = 730 }: NumberProps) {
  const error = useContext(ValueError);
  const isWrong = error !== null && (Number.isNaN(value) || !error.isMissing);
  return (
    <Input
      {...(isWrong ? { "aria-invalid": true, "aria-describedby": error.id } : {})}
      className={styles.number}
      type="number"
      min={min}
      max={max}
      aria-label={label}
      value={Number.isNaN(value) ? "" : value}
      onChange={({ target }) => onChange(target.valueAsNumber)}
    />
  );
}

const UNITS = [
  { value: "calendar", label: "days" },
  { value: "business", label: "business days" },
];

type DayCountProps = {
  label: string;
  value: DayCount | null;
  canBeNone?: boolean;
  onChange: (value: DayCount | null) => void;
};

function DayCountFields({ label, value, canBeNone, onChange }: DayCountProps) {
  const options = canBeNone ? [...UNITS, { value: "", label: "no date" }] : UNITS;
  const choose = (unit: string) =>
    onChange(unit === "" ? null : { days: value?.days ?? 30, unit: unit === "business" ? "business" : "calendar" });
  return (
    <span className={styles.controls}>
      {value === null ? null : (
        <NumberField
          label={`${label}, days`}
          value={value.days}
          min={0}
          onChange={(days) => onChange({ ...value, days })}
        />
      )}
      <Select
        className={styles.unit}
        aria-label={`${label}, unit`}
        value={value?.unit ?? ""}
        options={options}
        onChange={({ target }) => choose(target.value)}
      />
    </span>
  );
}

const RUNG_FIELDS = [
  ["before", "owner, days before"],
  ["manager", "manager"],
  ["tpm", "TPM"],
  ["parentManager", "manager of the parent team"],
] as const;

function LadderFields({
  label,
  value,
  onChange,
}: {
  label: string;
  value: LadderTimes;
  onChange: (value: LadderTimes) => void;
}) {
  return (
    <span className={styles.controls}>
      {RUNG_FIELDS.map(([name, words]) => (
        <span key={name} className={styles.controls}>
          {words}
          <NumberField
            label={`${label}, ${words}`}
            value={value[name]}
            min={name === "before" ? 0 : 1}
            onChange={(days) => onChange({ ...value, [name]: days })}
          />
        </span>
      ))}
      <Select
        className={styles.unit}
        aria-label={`${label}, unit`}
        value={value.unit}
        options={UNITS}
        onChange={({ target }) => onChange({ ...value, unit: target.value === "business" ? "business" : "calendar" })}
      />
    </span>
  );
}

const TPM_NONE = "A TPM in the team or, if there is none, the longest-serving TPM";

interface PersonProps {
  label: string;
  value: string | null;
  onChange: (id: string | null) => void;
  /** People who can be chosen already, though they aren't among those found. */
  known: readonly PersonRef[];
  /** The choice without a person. */
  none: string;
  /** Only TPMs can be chosen. */
  isTpm?: boolean;
}

const NO_ONE = "no one";

function PersonField({ label, value, onChange, known, none, isTpm = false }: PersonProps) {
  const found = useFoundPeople();
  const people = found.rows.filter(({ role }) => !isTpm || leadsProgramme(role));
  // With all people read, a TPM who isn't among the options has another role now.
  const isFormer = isTpm && found.onSearch === undefined && found.rows.length > 0;
  const nameOf = (id: string) => {
    const name = found.nameOf(id) ?? known.find((one) => one.id === id)?.name ?? "The person chosen before";
    return isFormer ? `${name} (no longer a TPM)` : name;
  };
  return (
    <span className={styles.valueField}>
      <Combobox
        label={label}
        value={value ?? NO_ONE}
        options={[{ value: NO_ONE, label: none }, ...people.map(personOption)]}
        nameOf={nameOf}
        onSearch={found.onSearch}
        onChange={(id) => onChange(id === NO_ONE ? null : id)}
      />
    </span>
  );
}

type ApproverProps = { value: readonly ReviewApprover[]; onChange: (value: ReviewApprover[]) => void };

function ApproverFields({ value, onChange }: ApproverProps) {
  const toggle = (role: ReviewApprover, isIn: boolean) =>
    onChange(isIn ? [...value, role] : value.filter((one) => one !== role));
  const box = (role: ReviewApprover, label: string) => (
    <Checkbox label={label} checked={value.includes(role)} onChange={({ target }) => toggle(role, target.checked)} />
  );
  return (
    <span className={styles.controls}>
      {box("manager", "Manager of the team")}
      {box("tpm", "TPM")}
      {box("peer", "Peer in the team")}
    </span>
  );
}
