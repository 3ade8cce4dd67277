"use client";

import { useQuery } from "@tanstack/react-query";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import { ClashNote } from "#components/base/api/clash-note.tsx";
import { reads } from "#components/base/api/client.ts";
import { useEditedFields } from "#components/base/api/use-edited-fields.ts";
import styles from "#components/follow/factor/factor-panel.module.css";
import { useEvents } from "#components/reviews/review/use-events.ts";
import { Button } from "#components/ui/button.tsx";
import { Combobox } from "#components/ui/choices/combobox.tsx";
import { Select } from "#components/ui/choices/select.tsx";
import { TokenField } from "#components/ui/choices/token-field.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { Textarea } from "#components/ui/fields/textarea.tsx";
import { submitOnModEnter } from "#components/ui/keys/submit-on-mod-enter.ts";
import { Peek } from "#components/ui/overlays/peek.tsx";
import { toastDone } from "#components/ui/overlays/toast.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import { LEARNING_KIND_MEANINGS, LEARNING_KIND_WORDS, LEARNING_KINDS } from "#lib/base/vocabulary/learning.ts";
import type { Learning } from "#lib/contract/learning.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { useLearnings } from "./use-learnings.ts";

interface LearningPanelProps {
  reviewKey: string;
  incidentKey: string;
  /** Null: a new learning. */
  learningId: string | null;
  onClose: () => void;
}

/** A learning as a form: kind, statement, details, evidence and the condition that it is about. */
export function LearningPanel({ learningId, ...form }: LearningPanelProps) {
  const learnings = useQuery({ ...reads.learning.ofReview(form.reviewKey), enabled: learningId !== null });
  if (learningId !== null && !learnings.data) return null;
  return <LearningForm {...form} learning={learnings.data?.items.find(({ id }) => id === learningId) ?? null} />;
}

const NO_CONDITION = "none";

const fieldsOf = (learning: Learning | null) => ({
  kind: learning?.kind ?? ("lesson" as const),
  statement: learning?.statement ?? "",
  detail: learning?.detail ?? "",
  eventIds: learning?.evidence.map(({ eventId }) => eventId) ?? [],
  condition: learning?.condition ?? null,
});

const LABELS: Readonly<Record<keyof ReturnType<typeof fieldsOf>, string>> = {
  kind: "kind",
  statement: "statement",
  detail: "details",
  eventIds: "evidence",
  condition: "condition",
};

/** A condition that the person can't see stays unless they choose another one. */
const asked = <Fields extends Partial<ReturnType<typeof fieldsOf>>>({ condition, ...fields }: Fields) => ({
  ...fields,
  ...(condition === undefined ? {} : { conditionId: condition?.id ?? null }),
});

interface LearningFormProps extends Omit<LearningPanelProps, "learningId"> {
  learning: Learning | null;
}

function LearningForm({ reviewKey, incidentKey, learning, onClose }: LearningFormProps) {
  const { create, update } = useLearnings(reviewKey);
  const { events } = useEvents(incidentKey);
  const [wasThere] = useState(learning !== null);
  const { fields, set, changed, version, clashes, takeTheirs } = useEditedFields(learning, fieldsOf);
  const [missing, setMissing] = useState(false);
  const readOnly = learning !== null && !learning.abilities.edit;
  const title = learning ? `Learning ${learning.number}` : "New learning";

  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!fields.statement.trim()) return setMissing(true);
    if (learning && Object.keys(changed).length === 0) onClose();
    else if (learning && version !== null)
      update.mutate({ id: learning.id, version, ...asked(changed) }, { onSuccess: onClose });
    else create.mutate({ key: reviewKey, ...asked(fields) }, { onSuccess: onClose });
  };
  const press = (event: KeyboardEvent<HTMLFormElement>) => {
    submitOnModEnter(event);
    if (event.key === "Escape" && !event.defaultPrevented) onClose();
  };
  const remove = ({ id, version }: Learning) =>
    update.mutate(
      { id, version, removed: true },
      {
        onSuccess: () => {
          onClose();
          toastDone("Learning removed", {
            undo: () => update.mutate({ id, version: version + 1, removed: false }),
          });
        },
      },
    );

  return (
    <Peek className={styles.panel} label={title} id={title} onClose={onClose}>
      <form className={layoutStyles.stack} onSubmit={save} onKeyDown={press}>
        <Field label="Kind" hint={LEARNING_KIND_MEANINGS[fields.kind]}>
          <Select
            value={fields.kind}
            disabled={readOnly}
            options={LEARNING_KINDS.map((value) => ({ value, label: LEARNING_KIND_WORDS[value] }))}
            onChange={({ target }) => set({ kind: LEARNING_KINDS.find((one) => one === target.value) ?? fields.kind })}
          />
        </Field>
        <Field label="Statement" error={missing ? "State what people learned in one sentence" : undefined}>
          <Textarea
            reading
            rows={2}
            autoFocus
            value={fields.statement}
            maxLength={LENGTHS.factor.statement}
            disabled={readOnly}
            onChange={({ target }) => set({ statement: target.value.replaceAll("\n", " ") })}
          />
        </Field>
        <Field label="Details" optional>
          <Textarea
            reading
            rows={4}
            value={fields.detail}
            maxLength={LENGTHS.factor.detail}
            disabled={readOnly}
            onChange={({ target }) => set({ detail: target.value })}
          />
        </Field>
        <Field label="Evidence" optional>
          <TokenField
            label="Evidence"
            values={fields.eventIds}
            options={events.map(({ id, number, title: words }) => ({ value: id, label: `E${number} ${words}` }))}
            onChange={(eventIds) => set({ eventIds })}
            addLabel="Add evidence"
          />
        </Field>
        <ConditionField
          condition={fields.condition}
          disabled={readOnly}
          onCondition={(condition) => set({ condition })}
        />
        <ClashNote
          clashes={clashes}
          labels={LABELS}
          isRemoved={wasThere && learning === null}
          onTakeTheirs={takeTheirs}
        />
        {readOnly ? null : (
          <div className={layoutStyles.row}>
            <Button kind="primary" type="submit" busy={create.isPending || update.isPending} busyLabel="Saving">
              {learning ? "Save learning" : "Add learning"}
            </Button>
            {learning ? (
              <Button kind="ghost" onClick={() => remove(learning)}>
                Remove
              </Button>
            ) : null}
          </div>
        )}
      </form>
    </Peek>
  );
}

interface ConditionFieldProps {
  condition: Learning["condition"];
  disabled: boolean;
  onCondition: (condition: Learning["condition"]) => void;
}

function ConditionField({ condition, disabled, onCondition }: ConditionFieldProps) {
  const [q, setQ] = useState("");
  const found = useQuery(reads.canonicalFactor.found(q)).data?.items ?? [];
  return (
    <Field label="Condition" optional hint="The learning is then shown on the page of this condition">
      <Combobox
        label="Condition"
        value={condition?.id ?? NO_CONDITION}
        disabled={disabled}
        options={[
          { value: NO_CONDITION, label: "No condition", isNone: true },
          ...found.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        nameOf={() => condition?.name}
        onSearch={setQ}
        onChange={(value) => onCondition(found.find(({ id }) => id === value) ?? null)}
      />
    </Field>
  );
}
