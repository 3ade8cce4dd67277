"use client";

import { ArrowDown, ArrowUp, Ellipsis } from "lucide-react";
import { NumberedSteps } from "#components/intake/integration/numbered-steps.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Tag } from "#components/ui/labels/tag.tsx";
import { Menu, MenuItem } from "#components/ui/overlays/menu.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import type { RoutingRule } from "#lib/contract/rule.ts";
import { draftOf, type RuleDraft } from "./rule-draft.ts";
import { ruleWords } from "./rule-words.ts";
import type { useRules } from "./use-rules.ts";

type RuleListProps = { rules: ReturnType<typeof useRules>; onEdit: (draft: RuleDraft) => void };

/** Saved rules as sentences, in the order in which they are tried. */
export function RuleList({ rules, onEdit }: RuleListProps) {
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
