"use client";

import { type FormEvent, type KeyboardEvent, useState } from "react";
import { useEvents } from "#components/reviews/review/use-events.ts";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/choices/select.tsx";
import { TokenField } from "#components/ui/choices/token-field.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { Textarea } from "#components/ui/fields/textarea.tsx";
import { submitOnModEnter } from "#components/ui/keys/submit-on-mod-enter.ts";
import { Peek } from "#components/ui/overlays/peek.tsx";
import { toastDone } from "#components/ui/overlays/toast.tsx";
import { onOneLine } from "#lib/base/text/one-line.ts";
import {
  FACTOR_ACTOR_WORDS,
  FACTOR_ACTORS,
  FACTOR_DOMAIN_WORDS,
  FACTOR_DOMAINS,
  FACTOR_EXPLAINS,
  FACTOR_EXPLAINS_WORDS,
  FACTOR_ROLE_MEANINGS,
  FACTOR_ROLE_WORDS,
  FACTOR_ROLES,
  FACTOR_STATUS_WORDS,
  FACTOR_STATUSES,
} from "#lib/base/vocabulary/factor.ts";
import type { SimilarFactor } from "#lib/contract/canonical-factor.ts";
import type { Factor } from "#lib/contract/factor.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { ConditionField } from "./condition-field.tsx";
import styles from "./factor-panel.module.css";
import { StatementField } from "./statement-field.tsx";
import { useFactors, useLinkTo } from "./use-factors.ts";

interface FactorPanelProps {
  reviewKey: string;
  incidentKey: string;
  /** Null: a new factor. */
  factor: Factor | null;
  statement?: string | undefined;
  onClose: () => void;
}

const optionsOf = <Code extends string>(codes: readonly Code[], words: Record<Code, string>) =>
  codes.map((value) => ({ value, label: words[value] }));

/** A contributing factor as a form: statement, role, domains, status, evidence, and why it stays if nothing addresses it. */
export function FactorPanel({ reviewKey, incidentKey, factor, statement = "", onClose }: FactorPanelProps) {
  const { create, update } = useFactors(reviewKey);
  const { events } = useEvents(incidentKey);
  const [fields, setFields] = useState(() => ({
    statement: factor?.statement ?? onOneLine(statement),
    detail: factor?.detail ?? "",
    role: factor?.role ?? ("contributor" as const),
    domains: factor?.domains ?? [],
    explains: factor?.explains ?? [],
    actedBy: factor?.actedBy ?? null,
    status: factor?.status ?? ("hypothesis" as const),
  }));
  const [pro, setPro] = useState(
    () => factor?.evidence.filter((one) => one.stance === "for").map((one) => one.eventId) ?? [],
  );
  const [contra, setContra] = useState(
    () => factor?.evidence.filter((one) => one.stance === "against").map((one) => one.eventId) ?? [],
  );
  const [accepted, setAccepted] = useState(factor?.acceptedReason ?? "");
  const [missing, setMissing] = useState(false);
  const [choice, setChoice] = useState<SimilarFactor | null>(null);
  const linkTo = useLinkTo();
  const readOnly = factor !== null && !factor.abilities.edit;
  const eventOptions = events.map((event) => ({ value: event.id, label: `E${event.number} ${event.title}` }));
  const set = (patch: Partial<typeof fields>) => setFields((before) => ({ ...before, ...patch }));

  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!fields.statement.trim()) return setMissing(true);
    const evidence = [
      ...pro.map((eventId) => ({ eventId, stance: "for" as const })),
      ...contra.filter((id) => !pro.includes(id)).map((eventId) => ({ eventId, stance: "against" as const })),
    ];
    const onSuccess = (saved: Factor) => {
      onClose();
      if (choice) linkTo(choice, saved);
    };
    if (factor)
      update.mutate(
        { id: factor.id, version: factor.version, ...fields, evidence, acceptedReason: accepted.trim() || null },
        { onSuccess },
      );
    else create.mutate({ key: reviewKey, ...fields, evidence }, { onSuccess });
  };
  const press = (event: KeyboardEvent<HTMLFormElement>) => {
    submitOnModEnter(event);
    if (event.key === "Escape" && !event.defaultPrevented) onClose();
  };
  const remove = () => {
    if (!factor) return;
    update.mutate({ id: factor.id, version: factor.version, removed: true }, { onSuccess: () => onClose() });
    toastDone("Factor removed", {
      undo: () => update.mutate({ id: factor.id, version: factor.version + 1, removed: false }),
    });
  };

  return (
    <Peek
      className={styles.panel}
      label={factor ? `Factor ${factor.number}` : "New factor"}
      id={factor ? `Factor ${factor.number}` : "New factor"}
      onClose={onClose}
    >
      <form className="stack" onSubmit={save} onKeyDown={press}>
        <StatementField
          reviewKey={reviewKey}
          value={fields.statement}
          onChange={(text) => set({ statement: text })}
          error={missing ? "Describe the condition in one sentence" : undefined}
          disabled={readOnly}
          isLinked={Boolean(factor?.condition)}
          choice={choice}
          onChoose={setChoice}
        />
        {factor ? <ConditionField factor={factor} /> : null}
        <Field label="Role" hint={FACTOR_ROLE_MEANINGS[fields.role]}>
          <Select
            value={fields.role}
            disabled={readOnly}
            options={optionsOf(FACTOR_ROLES, FACTOR_ROLE_WORDS)}
            onChange={(event) => set({ role: FACTOR_ROLES.find((role) => role === event.target.value) ?? fields.role })}
          />
        </Field>
        <Field label="Status" hint="“Supported” needs an event as evidence">
          <Select
            value={fields.status}
            disabled={readOnly}
            options={optionsOf(FACTOR_STATUSES, FACTOR_STATUS_WORDS)}
            onChange={(event) =>
              set({ status: FACTOR_STATUSES.find((status) => status === event.target.value) ?? fields.status })
            }
          />
        </Field>
        <Field label="Domains" optional>
          <TokenField
            label="Domains"
            values={fields.domains}
            options={optionsOf(FACTOR_DOMAINS, FACTOR_DOMAIN_WORDS)}
            onChange={(values) => set({ domains: FACTOR_DOMAINS.filter((domain) => values.includes(domain)) })}
            addLabel="Add a domain"
          />
        </Field>
        <Field
          label="Explains"
          optional
          hint="The part of the incident that would have been smaller or shorter without it"
        >
          <TokenField
            label="Explains"
            values={fields.explains}
            options={optionsOf(FACTOR_EXPLAINS, FACTOR_EXPLAINS_WORDS)}
            onChange={(values) => set({ explains: FACTOR_EXPLAINS.filter((part) => values.includes(part)) })}
            addLabel="Add a part"
          />
        </Field>
        <Field label="Who acted" optional>
          <Select
            value={fields.actedBy ?? ""}
            disabled={readOnly}
            options={[{ value: "", label: "Not stated" }, ...optionsOf(FACTOR_ACTORS, FACTOR_ACTOR_WORDS)]}
            onChange={(event) => set({ actedBy: FACTOR_ACTORS.find((one) => one === event.target.value) ?? null })}
          />
        </Field>
        <Field label="Evidence for">
          <TokenField
            label="Evidence for"
            values={pro}
            options={eventOptions}
            onChange={setPro}
            addLabel="Add evidence"
          />
        </Field>
        <Field label="Evidence against" optional>
          <TokenField
            label="Evidence against"
            values={contra}
            options={eventOptions}
            onChange={setContra}
            addLabel="Add evidence"
          />
        </Field>
        <Field label="Details" optional>
          <Textarea
            reading
            rows={5}
            value={fields.detail}
            maxLength={LENGTHS.factor.detail}
            disabled={readOnly}
            onChange={(event) => set({ detail: event.target.value })}
          />
        </Field>
        {factor ? (
          <Field label="Why nothing will be done" optional hint="If no action addresses it, explain why">
            <Textarea
              rows={2}
              value={accepted}
              maxLength={LENGTHS.factor.acceptedReason}
              disabled={readOnly}
              onChange={(event) => setAccepted(event.target.value)}
            />
          </Field>
        ) : null}
        {readOnly ? null : (
          <div className="inline-row">
            <Button kind="primary" type="submit" busy={create.isPending || update.isPending} busyLabel="Saving">
              {factor ? "Save factor" : "Add factor"}
            </Button>
            {factor ? (
              <Button kind="ghost" onClick={remove}>
                Remove
              </Button>
            ) : null}
          </div>
        )}
      </form>
    </Peek>
  );
}
