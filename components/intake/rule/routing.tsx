"use client";

import { ArrowDown, ArrowUp, Ellipsis, Plus } from "lucide-react";
import { useEffect, useRef } from "react";
import { readWordsOf } from "#components/base/api/problem.ts";
import { NumberedSteps } from "#components/intake/integration/numbered-steps.tsx";
import { Button } from "#components/ui/button.tsx";
import { FieldError } from "#components/ui/fields/field-error.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Tag } from "#components/ui/labels/tag.tsx";
import { Note } from "#components/ui/note.tsx";
import { Menu, MenuItem } from "#components/ui/overlays/menu.tsx";
import { Section } from "#components/ui/page/section.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import type { Integration } from "#lib/contract/integration.ts";
import type { RoutingRule } from "#lib/contract/rule.ts";
import { ROUTING_ID, useRuleDraft } from "./draft-scope.tsx";
import { draftOf, EMPTY_DRAFT, type RuleDraft } from "./rule-draft.ts";
import { RuleEditor } from "./rule-editor.tsx";
import { ruleWords } from "./rule-words.ts";
import { useRules } from "./use-rules.ts";

type RuleListProps = { rules: ReturnType<typeof useRules>; onEdit: (draft: RuleDraft) => void };

/** Saved rules as sentences, in the order in which they are tried. */
function RuleList({ rules, onEdit }: RuleListProps) {
  return (
    <NumberedSteps>
      {rules.rules.map((rule) => (
        <li key={rule.id}>
          <div className={layoutStyles.row}>
            <span className={layoutStyles.fill}>
              <button type="button" className={textStyles.link} onClick={() => onEdit(draftOf(rule))}>
                {ruleWords(rule)}
              </button>{" "}
              {rule.enabled ? null : <Tag dashed>off</Tag>}
            </span>
            <RuleMenu rule={rule} last={rules.rules.length} rules={rules} onEdit={onEdit} />
          </div>
        </li>
      ))}
    </NumberedSteps>
  );
}

function RuleMenu({ rule, last, rules, onEdit }: RuleListProps & { rule: RoutingRule; last: number }) {
  const { position, enabled } = rule;
  return (
    <Menu align="end" trigger={<IconButton label={`Rule ${position}`} icon={<Ellipsis />} />}>
      <MenuItem onSelect={() => onEdit(draftOf(rule))}>Change</MenuItem>
      <MenuItem
        icon={<ArrowUp size={14} />}
        disabled={position === 1}
        onSelect={() => void rules.move(rule, position - 1)}
      >
        Move up
      </MenuItem>
      <MenuItem
        icon={<ArrowDown size={14} />}
        disabled={position === last}
        onSelect={() => void rules.move(rule, position + 1)}
      >
        Move down
      </MenuItem>
      <MenuItem onSelect={() => void rules.enable(rule)}>{enabled ? "Switch off" : "Switch on"}</MenuItem>
      <MenuItem danger onSelect={() => void rules.remove(rule)}>
        Remove
      </MenuItem>
    </Menu>
  );
}

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
