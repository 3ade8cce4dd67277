"use client";

import { useEvents } from "#components/reviews/review/use-events.ts";
import { Select } from "#components/ui/choices/select.tsx";
import { TokenField } from "#components/ui/choices/token-field.tsx";
import { Field } from "#components/ui/fields/field.tsx";
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
import type { Factor } from "#lib/contract/factor.ts";

const eventsOf = (factor: Factor | null, stance: "for" | "against") =>
  factor?.evidence.filter((one) => one.stance === stance).map((one) => one.eventId) ?? [];

/** Returns what a form shows of a factor, or of a new one. */
export const fieldsOf = (factor: Factor | null) => ({
  detail: factor?.detail ?? "",
  role: factor?.role ?? ("contributor" as const),
  domains: factor?.domains ?? [],
  explains: factor?.explains ?? [],
  actedBy: factor?.actedBy ?? null,
  status: factor?.status ?? ("hypothesis" as const),
  pro: eventsOf(factor, "for"),
  contra: eventsOf(factor, "against"),
  acceptedReason: factor?.acceptedReason ?? "",
});

export type FactorFields = ReturnType<typeof fieldsOf> & { statement: string };

const optionsOf = <Code extends string>(codes: readonly Code[], words: Record<Code, string>) =>
  codes.map((value) => ({ value, label: words[value] }));

interface FieldsProps {
  fields: FactorFields;
  set: (patch: Partial<FactorFields>) => void;
  readOnly: boolean;
}

/** The kind of condition, and how sure people are of it. */
export function KindFields({ fields, set, readOnly }: FieldsProps) {
  return (
    <>
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
          readOnly={readOnly}
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
          readOnly={readOnly}
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
    </>
  );
}

/** The events that speak for it and against it. */
export function EvidenceFields({ incidentKey, fields, set, readOnly }: FieldsProps & { incidentKey: string }) {
  const { events } = useEvents(incidentKey);
  const options = events.map((event) => ({ value: event.id, label: `E${event.number} ${event.title}` }));
  return (
    <>
      <Field label="Evidence for">
        <TokenField
          label="Evidence for"
          readOnly={readOnly}
          values={fields.pro}
          options={options}
          onChange={(pro) => set({ pro })}
          addLabel="Add evidence"
        />
      </Field>
      <Field label="Evidence against" optional>
        <TokenField
          label="Evidence against"
          readOnly={readOnly}
          values={fields.contra}
          options={options}
          onChange={(contra) => set({ contra })}
          addLabel="Add evidence"
        />
      </Field>
    </>
  );
}
