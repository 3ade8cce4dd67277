"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { ClashNote } from "#components/base/api/clash-note.tsx";
import { api, reads } from "#components/base/api/client.ts";
import { FormRefusal } from "#components/base/api/form-refusal.tsx";
import { NotRead } from "#components/base/api/not-read.tsx";
import { wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { useEditedFields } from "#components/base/api/use-edited-fields.ts";
import { useMe } from "#components/people/me/use-me.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { PropsList } from "#components/ui/lists/props-list.tsx";
import { Note } from "#components/ui/note.tsx";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import { Section } from "#components/ui/page/section.tsx";
import { SkeletonText } from "#components/ui/page/skeleton.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import { PROMOTION_LIMITS, type PromotionRules } from "#lib/contract/promotion.ts";
import styles from "./promotion-rules.module.css";

type Limit = keyof typeof PROMOTION_LIMITS;

const FIELDS: readonly { name: Limit; label: string; unit: string }[] = [
  { name: "incidents", label: "Incidents", unit: "of a condition" },
  { name: "days", label: "Within", unit: "days" },
  { name: "budgetPercent", label: "Error budget, over", unit: "% of a service's quarter" },
  { name: "fixes", label: "Small fixes", unit: "or more" },
];

/** When conditions are proposed as strategic changes. Only admins change it. */
export function PromotionRulesSection() {
  const { data, error, refetch } = useQuery(reads.promotion.rules());
  const isAdmin = useMe()?.may.includes("settings.manage") ?? false;
  return (
    <Section id="proposal-rules" title="Proposals of strategic changes" count="for the organisation">
      {error && !data ? <NotRead what="the rules" error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <SkeletonText lines={3} label="Loading the rules" /> : null}
      {data && isAdmin ? <RulesForm rules={data} /> : null}
      {data && !isAdmin ? (
        <PropsList
          items={[
            { term: "Incidents", value: `${data.incidents} of a condition within ${data.days} days` },
            { term: "Error budget", value: `over ${data.budgetPercent}% of a service's quarter` },
            { term: "Small fixes", value: `${data.fixes} or more` },
          ]}
        />
      ) : null}
      <Note>A condition is proposed when one of these is met. Its proposal says which, with the number.</Note>
    </Section>
  );
}

const limitsOf = (rules: PromotionRules | null): Record<Limit, number> => ({
  ...{ incidents: rules?.incidents ?? 2, days: rules?.days ?? 90 },
  ...{ budgetPercent: rules?.budgetPercent ?? 20, fixes: rules?.fixes ?? 4 },
});

/** Returns what to enter instead, or undefined for a number that can be saved. */
function wrongIn(name: Limit, value: number): string | undefined {
  const { min, max } = PROMOTION_LIMITS[name];
  return Number.isInteger(value) && value >= min && value <= max
    ? undefined
    : `Enter a whole number from ${min} to ${max}`;
}

const CLASH_WORDS: Record<Limit, string> = {
  ...{ incidents: "number of incidents", days: "number of days" },
  ...{ budgetPercent: "percentage", fixes: "number of small fixes" },
};

function RulesForm({ rules }: { rules: PromotionRules }) {
  const client = useQueryClient();
  const { fields, set, changed, version, clashes, takeTheirs } = useEditedFields(rules, limitsOf);
  const [isChecked, setChecked] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [isSaving, setSaving] = useState(false);
  const save = async (limits: Record<Limit, number>, at: number) => {
    const saved = await api.promotion.changeRules({ ...limits, version: at });
    await refresh(client, "promotion_rules");
    return saved;
  };
  const submit = async () => {
    setChecked(true);
    setProblem(undefined);
    const wrong = FIELDS.find(({ name }) => wrongIn(name, fields[name]));
    if (wrong) return document.getElementsByName(wrong.name)[0]?.focus();
    const before = limitsOf(rules);
    setSaving(true);
    try {
      const saved = await save(fields, version ?? rules.version);
      const undo = () =>
        void save(before, saved.version)
          .then(() => toastDone("Undone"))
          .catch((error: unknown) => toastError(wordsOf(error)));
      toastDone("Rules of proposals saved", { undo });
    } catch (error) {
      setProblem(wordsOf(error));
    } finally {
      setSaving(false);
    }
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };
  const isChanged = Object.keys(changed).length > 0;
  return (
    <form noValidate onSubmit={onSubmit}>
      <ClashNote clashes={clashes} labels={CLASH_WORDS} isRemoved={false} onTakeTheirs={takeTheirs} />
      <div className={styles.fields}>
        {FIELDS.map(({ name, label, unit }) => (
          <Field key={name} label={label} hint={unit} error={isChecked ? wrongIn(name, fields[name]) : undefined}>
            <Input
              name={name}
              type="number"
              {...PROMOTION_LIMITS[name]}
              value={Number.isNaN(fields[name]) ? "" : fields[name]}
              onChange={({ target }) => set({ [name]: target.valueAsNumber })}
            />
          </Field>
        ))}
      </div>
      <FormRefusal message={problem} />
      <span className={layoutStyles.row}>
        <Button
          type="submit"
          busy={isSaving}
          busyLabel="Saving"
          disabledReason={isChanged ? undefined : "Change a number first"}
        >
          Save rules
        </Button>
      </span>
    </form>
  );
}
