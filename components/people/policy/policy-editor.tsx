"use client";

import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { ClashNote } from "#components/base/api/clash-note.tsx";
import { reads } from "#components/base/api/client.ts";
import { FormRefusal } from "#components/base/api/form-refusal.tsx";
import { useFoundServices } from "#components/people/service/use-found-services.ts";
import { useFoundTeams } from "#components/people/team/use-found-teams.ts";
import { Button } from "#components/ui/button.tsx";
import { TokenField } from "#components/ui/choices/token-field.tsx";
import { CommitBar } from "#components/ui/fields/commit-bar.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { FieldError } from "#components/ui/fields/field-error.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { Note } from "#components/ui/note.tsx";
import { Section } from "#components/ui/page/section.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import { ACTION_PRIORITIES, type ActionPriority } from "#lib/base/vocabulary/action-item.ts";
import { SEVERITIES, SEVERITY_WORDS } from "#lib/base/vocabulary/incident.ts";
import type { PersonRef } from "#lib/contract/base.ts";
import type { AppliedPolicies, Policy } from "#lib/contract/policy.ts";
import { dueKey, ladderKey, POLICY_KEYS, type PolicyKey, type PolicyValues } from "#lib/people/policy/values.ts";
import { DeadlineFields } from "./deadline-fields.tsx";
import { DeadlineLane } from "./deadline-lane.tsx";
import { WhatMoves } from "./moves-table.tsx";
import styles from "./policy.module.css";
import { VALUE_LABELS, valueWords } from "./policy-words.ts";
import { missingIn, type PolicyProblem, problemIn, usePolicyDraft } from "./use-policy-draft.ts";
import { draftFrom, type PolicyDraft, type PolicyFields, usePolicyWrites } from "./use-policy-writes.ts";
import { ValueControl } from "./value-control.tsx";

type PolicyEditorProps = {
  /** Left out to add one. */
  policy?: Policy | undefined;
  manages: boolean;
  onDone: (id: string | null) => void;
};

/** One policy: what it is for, its own and inherited values, and what would move. */
export function PolicyEditor({ policy, manages, onDone }: PolicyEditorProps) {
  const edited = usePolicyDraft(policy);
  const draft = draftFrom(edited.fields, policy, edited.version);
  const [movePast, setMovePast] = useState(false);
  const [problem, setProblem] = useState<PolicyProblem>();
  const [isTried, setTried] = useState(false);
  const fields = useRef<HTMLElement>(null);
  const focusWrong = () => fields.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  const [isSaving, setSaving] = useState(false);
  const { save, setArchived } = usePolicyWrites();
  const inherited = useInherited(draft);
  const values = draft.values as PolicyValues;
  const isChanged = policy === undefined || edited.isTyped;
  const missing = missingIn({ name: draft.name, values });
  const wrong = [...(isTried ? missing : []), ...(problem ? [problem] : [])];
  const errorOf: ErrorOf = (at) => wrong.find((one) => one.at === at)?.message;
  const send = async () => {
    setTried(true);
    setProblem(undefined);
    // The fields are marked first.
    if (missing.length > 0) return void setTimeout(focusWrong);
    setSaving(true);
    try {
      const saved = await save(draft, movePast, policy);
      edited.drop();
      setMovePast(false);
      setTried(false);
      onDone(saved.id);
    } catch (error) {
      setProblem(problemIn(error));
      setTimeout(focusWrong);
    } finally {
      setSaving(false);
    }
  };
  const remove = async (one: Policy) => {
    try {
      await setArchived(one, !one.archived);
      onDone(one.archived ? one.id : null);
    } catch (error) {
      setProblem(problemIn(error));
    }
  };
  const discard = () => {
    edited.drop();
    onDone(null);
  };
  const set = POLICY_KEYS.filter((key) => values[key] !== undefined).length;
  const title = policy?.name ?? "New policy";
  return (
    <>
      <Section
        ref={fields}
        id="policy"
        title={title}
        count={`${countWords(set, "value")} set${isChanged ? ", not saved" : ""}`}
      >
        <ClashNote clashes={edited.clashes} labels={CLASH_WORDS} isRemoved={false} onTakeTheirs={edited.takeTheirs} />
        {manages ? <ScopeFields draft={draft} policy={policy} errorOf={errorOf} onChange={edited.set} /> : null}
        {valueKeys(draft).map((key) => (
          <ValueRow
            key={key}
            name={key}
            values={values}
            inherited={inherited}
            people={[...(policy?.people ?? []), ...(inherited?.people ?? [])]}
            error={errorOf(key)}
            onChange={manages ? edited.set : undefined}
          />
        ))}
        <LadderLane
          values={values}
          inherited={inherited}
          isP0={draft.scope.priorities?.length === 1 && draft.scope.priorities[0] === "P0"}
        />
        <Note>
          Reminders follow the calendar of the action's team or, if it has none, of its owner's team. They pause while
          an action is waived, or blocked until a later day. No one is left out, and no one is reminded twice.
        </Note>
        <Note>
          Two rules are the same everywhere. A second person verifies a P0 or P1. A due date that has moved twice is
          moved again by a TPM, an admin or the manager of the team.
        </Note>
      </Section>
      <Section
        id="policy-deadlines"
        title="Deadlines from an event"
        count={countWords(values.deadlines?.length ?? 0, "deadline")}
      >
        <DeadlineFields
          rules={values.deadlines ?? []}
          onChange={
            manages ? (deadlines) => edited.set({ deadlines: deadlines.length > 0 ? deadlines : undefined }) : undefined
          }
        />
        <FieldError id="policy-deadlines-error" message={errorOf("deadlines")} />
      </Section>
      {manages ? (
        <Section
          id="policy-moves"
          title="What would move"
          count={`if “${draft.name.trim() || "this policy"}” is saved`}
        >
          {missing.length === 0 ? (
            <WhatMoves draft={draft} movePast={movePast} onMovePast={setMovePast} />
          ) : (
            <Note>Enter a name and all numbers, to see what would move.</Note>
          )}
          <FormRefusal message={problem?.at === null ? problem.message : undefined} />
          <CommitBar
            actions={
              <>
                {policy ? (
                  <Button kind="ghost" onClick={() => void remove(policy)}>
                    {policy.archived ? "Restore" : "Archive"}
                  </Button>
                ) : null}
                <Button kind="ghost" onClick={discard}>
                  {isChanged ? "Discard" : "Close"}
                </Button>
                <Button kind="primary" busy={isSaving} busyLabel="Saving" onClick={() => void send()}>
                  Save policy
                </Button>
              </>
            }
          >
            {isChanged ? "Not saved." : "Saved."} {movePast ? "Existing dates move too." : "Existing dates stay."}
          </CommitBar>
        </Section>
      ) : null}
    </>
  );
}

type ErrorOf = (at: PolicyProblem["at"]) => string | undefined;

const CLASH_WORDS: Record<keyof PolicyFields, string> = {
  ...Object.fromEntries(POLICY_KEYS.map((key) => [key, `value “${VALUE_LABELS[key]}”`])),
  ...{ name: "name", serviceIds: "services", teamIds: "teams", severities: "severities", priorities: "priorities" },
} as Record<keyof PolicyFields, string>;

/** The values of the page. Those of a priority only if it is for that one. The deadlines have a section of their own. */
function valueKeys({ scope }: PolicyDraft): PolicyKey[] {
  const priorities = scope.priorities?.length ? scope.priorities : ACTION_PRIORITIES;
  const dues = ACTION_PRIORITIES.map(dueKey);
  const ofP3: PolicyKey[] = priorities.includes("P3") ? ["wantedDays"] : [];
  const shown = new Set<PolicyKey>([...priorities.map(dueKey), ...priorities.map(ladderKey), ...ofP3]);
  return POLICY_KEYS.filter(
    (key) =>
      key !== "deadlines" &&
      (shown.has(key) || !([...dues, "ladder", "ladderP0", "wantedDays"] as PolicyKey[]).includes(key)),
  );
}

/** Returns what applies without this policy to something that it is for. */
function useInherited({ id, scope }: PolicyDraft): AppliedPolicies | undefined {
  const asked = {
    priority: scope.priorities?.[0] ?? null,
    severity: scope.severities?.[0] ?? null,
    serviceIds: scope.serviceIds ?? [],
    teamIds: scope.teamIds ?? [],
    ...(id ? { without: id } : {}),
  };
  return useQuery(reads.policy.applied(asked)).data;
}

type ScopeProps = {
  draft: PolicyDraft;
  policy: Policy | undefined;
  errorOf: ErrorOf;
  onChange: (change: Partial<PolicyFields>) => void;
};

function ScopeFields({ draft, policy, errorOf, onChange }: ScopeProps) {
  const services = useFoundServices();
  const teams = useFoundTeams();
  const { scope } = draft;
  const known =
    (names: readonly { id: string; name: string }[] = []) =>
    (id: string) =>
      names.find((one) => one.id === id)?.name;
  const options = (rows: readonly { id: string; name: string }[]) =>
    rows.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <Field label="Name" error={errorOf("name")}>
        <Input
          autoFocus={policy === undefined}
          value={draft.name}
          onChange={({ target }) => onChange({ name: target.value })}
        />
      </Field>
      <div className={styles.slots}>
        <span>For</span>
        <TokenField
          label="Services"
          addLabel="service"
          values={scope.serviceIds ?? []}
          options={options(services.rows)}
          nameOf={(id) => services.nameOf(id) ?? known(policy?.scope.services)(id)}
          onSearch={services.onSearch}
          onChange={(serviceIds) => onChange({ serviceIds })}
        />
        <TokenField
          label="Teams"
          addLabel="team"
          values={scope.teamIds ?? []}
          options={options(teams.rows)}
          nameOf={(id) => teams.nameOf(id) ?? known(policy?.scope.teams)(id)}
          onSearch={teams.onSearch}
          onChange={(teamIds) => onChange({ teamIds })}
        />
        <TokenField
          label="Severities"
          addLabel="severity"
          values={(scope.severities ?? []).map(String)}
          options={SEVERITIES.map((value) => ({ value: `${value}`, label: SEVERITY_WORDS[value] }))}
          onChange={(severities) => onChange({ severities: severities.map(Number) })}
        />
        <TokenField
          label="Priorities"
          addLabel="priority"
          values={scope.priorities ?? []}
          options={ACTION_PRIORITIES.map((value) => ({ value, label: value }))}
          onChange={(priorities) => onChange({ priorities: priorities as ActionPriority[] })}
        />
      </div>
      <FieldError id="policy-scope-error" message={errorOf("scope")} />
    </>
  );
}

type RowProps = {
  name: PolicyKey;
  values: PolicyValues;
  inherited: AppliedPolicies | undefined;
  /** The people that the values name. */
  people: readonly PersonRef[];
  error: string | undefined;
  onChange: ((values: PolicyValues) => void) | undefined;
};

function ValueRow({ name, values, inherited, people, error, onChange }: RowProps) {
  const isSet = values[name] !== undefined;
  const giver = inherited?.candidates.find(({ id }) => id === inherited.from[name])?.name;
  const own = isSet ? values : (inherited?.values ?? {});
  const label = VALUE_LABELS[name];
  return (
    <div className={styles.row}>
      <span className={textStyles.secondary}>{label}</span>
      {isSet && onChange ? (
        <span>
          <ValueControl
            name={name}
            values={values}
            people={people}
            errorId={error && `policy-${name}-error`}
            onChange={onChange}
          />
          <FieldError id={`policy-${name}-error`} message={error} />
        </span>
      ) : (
        <span className={isSet ? textStyles.emphasis : textStyles.muted}>
          {inherited || isSet ? valueWords(name, own, people) : ""}
        </span>
      )}
      <span className={textStyles.note}>{isSet ? "set here" : giver ? `from ${giver}` : ""}</span>
      {onChange ? (
        <Button
          kind="ghost"
          aria-label={`${label}: ${isSet ? "inherit" : "set here"}`}
          disabled={!isSet && !inherited}
          onClick={() => onChange({ ...values, [name]: isSet ? undefined : inherited?.values[name] })}
        >
          {isSet ? "Inherit" : "Set here"}
        </Button>
      ) : (
        <span />
      )}
    </div>
  );
}

type LaneProps = { values: PolicyValues; inherited: AppliedPolicies | undefined; isP0: boolean };

function LadderLane({ values, inherited, isP0 }: LaneProps) {
  const key = isP0 ? "ladderP0" : "ladder";
  const times = values[key] ?? inherited?.values[key];
  if (!times) return null;
  const after = (days: number) => `+${days} ${times.unit === "business" ? "business days" : "days"}`;
  return (
    <DeadlineLane
      label="Reminders"
      points={[
        { key: "owner", kind: "event", name: "Owner", detail: `${countWords(times.before, "day")} before` },
        { key: "due", kind: "tick", name: "Due", detail: "owner" },
        { key: "manager", kind: "rung", name: "Manager", detail: after(times.manager) },
        { key: "tpm", kind: "rung", name: "TPM", detail: after(times.tpm) },
        { key: "parent", kind: "rung", name: "Parent's manager", detail: after(times.parentManager) },
      ]}
    />
  );
}
