"use client";

import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { reads } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { FieldError } from "#components/ui/fields/field-error.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import { DryRun } from "./dry-run.tsx";
import { inputOf, missingIn, type RuleDraft } from "./rule-draft.ts";
import styles from "./rule-editor.module.css";
import { RuleSentence } from "./rule-sentence.tsx";
import type { useRules } from "./use-rules.ts";

/** Names of labels in recent events of this integration. */
function useLabelNames(integrationId: string): string[] {
  const { data } = useQuery(reads.incoming.ofIntegration(integrationId));
  const names = new Set((data?.items ?? []).flatMap(({ labels }) => Object.keys(labels)));
  return [...names].sort();
}

type RuleEditorProps = {
  integrationId: string;
  draft: RuleDraft;
  rules: ReturnType<typeof useRules>;
  onChange: (draft: RuleDraft | null) => void;
};

/** A rule as a sentence, tried on past deliveries before it is saved. */
export function RuleEditor({ integrationId, draft, rules, onChange }: RuleEditorProps) {
  const [saving, setSaving] = useState(false);
  const labelNames = useLabelNames(integrationId);
  const tried = useDeferredValue(draft);
  const missing = missingIn(tried);
  const trial = useQuery({
    ...reads.routing.trial({
      integrationId,
      ...inputOf(tried),
      ...(tried.replaces ? { replaces: tried.replaces.id } : {}),
    }),
    enabled: missing === null,
  });
  const waiting = trial.data?.waiting ?? 0;
  const save = async (apply: boolean) => {
    setSaving(true);
    const saved = await rules.save(draft, apply);
    setSaving(false);
    if (saved) onChange(null);
  };
  const reason = missingIn(draft) ?? undefined;
  return (
    <>
      <RuleSentence draft={draft} labelNames={labelNames} onChange={onChange} />
      <FieldError id="trial-error" message={trial.error && missing === null ? wordsOf(trial.error) : undefined} />
      {trial.data && missing === null ? <DryRun trial={trial.data} /> : null}
      <div className={cx(layoutStyles.wrappingRow, styles.buttons)}>
        <Button
          kind="primary"
          busy={saving}
          busyLabel="Saving"
          disabledReason={reason}
          onClick={() => void save(false)}
        >
          Save rule
        </Button>
        {waiting > 0 && reason === undefined ? (
          <Button busy={saving} onClick={() => void save(true)}>
            Save and apply to {countWords(waiting, "unassigned event")}
          </Button>
        ) : null}
        <Button kind="ghost" onClick={() => onChange(null)}>
          Discard rule
        </Button>
      </div>
    </>
  );
}
