"use client";

import { Plus } from "lucide-react";
import { useEffect, useRef } from "react";
import { readWordsOf } from "#components/base/api/problem.ts";
import { Button } from "#components/ui/button.tsx";
import { FieldError } from "#components/ui/fields/field-error.tsx";
import { Note } from "#components/ui/note.tsx";
import { Section } from "#components/ui/page/section.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import type { Integration } from "#lib/contract/integration.ts";
import { ROUTING_ID, useRuleDraft } from "./draft-scope.tsx";
import { EMPTY_DRAFT } from "./rule-draft.ts";
import { RuleEditor } from "./rule-editor.tsx";
import { RuleList } from "./rule-list.tsx";
import { useRules } from "./use-rules.ts";

/** Where the events of an integration go: its rules in order, and the one being written. */
export function Routing({ integration }: { integration: Integration }) {
  const { draft, setDraft } = useRuleDraft();
  const rules = useRules(integration.id);
  const count = rules.rules.length;
  const at = rules.rules.find(({ id }) => id === draft?.replaces?.id)?.position ?? count + 1;
  const words = draft
    ? `rule ${at} of ${Math.max(count, at)}, not saved`
    : count === 0
      ? "no rules yet"
      : "the first matching rule applies";
  const section = useRef<HTMLElement>(null);
  const isOpen = draft !== null;
  const wasOpen = useRef(isOpen);
  // Opening and closing removes the focused button, so the focus moves to the sentence, and back.
  useEffect(() => {
    if (isOpen === wasOpen.current) return;
    wasOpen.current = isOpen;
    section.current?.querySelector<HTMLElement>(isOpen ? "[data-slot]" : "button")?.focus();
  }, [isOpen]);
  return (
    <Section
      ref={section}
      anchor={ROUTING_ID}
      id="rules"
      title="Routing"
      count={words}
      right={
        draft ? null : (
          <Button kind="ghost" icon={<Plus size={14} />} onClick={() => setDraft(EMPTY_DRAFT)}>
            Rule
          </Button>
        )
      }
    >
      <FieldError id="rules-error" message={rules.error ? readWordsOf(rules.error) : undefined} />
      {draft ? (
        <RuleEditor integrationId={integration.id} draft={draft} rules={rules} onChange={setDraft} />
      ) : rules.isLoaded && count === 0 ? (
        <Note>
          Without a matching rule, an event joins the open incident of its service. The service comes from a label such
          as <code className={textStyles.code}>service</code> or from this integration. Other events stay unassigned.
        </Note>
      ) : (
        <RuleList rules={rules} onEdit={setDraft} />
      )}
    </Section>
  );
}
