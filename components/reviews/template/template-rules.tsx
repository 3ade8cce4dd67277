"use client";

import { Select } from "#components/ui/choices/select.tsx";
import { ValuesMenu } from "#components/ui/choices/value-menu.tsx";
import { Checkbox } from "#components/ui/fields/checkbox.tsx";
import { EditableText } from "#components/ui/fields/editable-text.tsx";
import { ValueButton } from "#components/ui/fields/value-button.tsx";
import { PropsList } from "#components/ui/lists/props-list.tsx";
import { Section } from "#components/ui/page/section.tsx";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { MILESTONE_WORDS, MILESTONES } from "#lib/incidents/timeline/milestones/milestone-names.ts";
import type { TemplateContent } from "#lib/reviews/template/template.ts";
import type { ChangeContent } from "./use-template-draft.ts";

interface TemplateRulesProps {
  content: TemplateContent;
  /** Null if this person can't change it. */
  change: ChangeContent | null;
}

const MOST_FACTORS = 5;

/** The purpose of the template, and the requirements of a review in addition to its sections. */
export function TemplateRules({ content, change }: TemplateRulesProps) {
  const { use, milestonesNeeded, factorsNeeded, needsMeeting } = content;
  const set = change ? (part: Partial<TemplateContent>) => change({ ...content, ...part }) : null;
  const times = milestonesNeeded.map((name) => MILESTONE_WORDS[name]).join(", ") || "None";
  return (
    <Section title="Rules" count="gates of every review of this template">
      <PropsList
        items={[
          {
            term: "Purpose",
            value: set ? (
              <EditableText
                label="Purpose"
                value={use}
                maxLength={LENGTHS.template.use}
                check={(text) => (text === "" ? "Describe what the template is for" : null)}
                onSave={(text) => set({ use: text })}
              />
            ) : (
              use
            ),
          },
          {
            term: "Key times before In review",
            value: set ? (
              <ValuesMenu
                label="Key times before In review"
                values={milestonesNeeded}
                options={MILESTONES.map((value) => ({ value, label: MILESTONE_WORDS[value] }))}
                onChange={(values) => set({ milestonesNeeded: MILESTONES.filter((name) => values.includes(name)) })}
                trigger={<ValueButton aria-label={`Key times before In review: ${times}`}>{times}</ValueButton>}
              />
            ) : (
              times
            ),
          },
          {
            term: "Contributing factors before Reviewed",
            value: set ? (
              <Select
                aria-label="Contributing factors before Reviewed"
                value={String(factorsNeeded)}
                options={Array.from({ length: Math.max(MOST_FACTORS, factorsNeeded) }, (_, index) => ({
                  value: String(index + 1),
                  label: `At least ${index + 1}`,
                }))}
                onChange={(event) => set({ factorsNeeded: Number(event.target.value) })}
              />
            ) : (
              `At least ${factorsNeeded}`
            ),
          },
          {
            term: "Meeting",
            value: set ? (
              <Checkbox
                label="Required before Reviewed"
                checked={needsMeeting}
                onChange={(event) => set({ needsMeeting: event.target.checked })}
              />
            ) : needsMeeting ? (
              "Required before Reviewed"
            ) : (
              "Not required"
            ),
          },
        ]}
      />
    </Section>
  );
}
