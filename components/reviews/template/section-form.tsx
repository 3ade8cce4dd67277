"use client";

import { ArrowDown, ArrowUp, Ellipsis, Plus, RefreshCw, X } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Seg } from "#components/ui/choices/seg.tsx";
import { ValuesMenu } from "#components/ui/choices/value-menu.tsx";
import { Checkbox } from "#components/ui/fields/checkbox.tsx";
import { EditableText } from "#components/ui/fields/editable-text.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Rows } from "#components/ui/lists/rows.tsx";
import { Menu, MenuItem } from "#components/ui/overlays/menu.tsx";
import { Section } from "#components/ui/page/section.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { LIVE_BLOCK_KINDS, LIVE_BLOCK_WORDS, REVIEW_STATUS_WORDS } from "#lib/base/vocabulary/review.ts";
import {
  SECTION_GATES,
  TEMPLATE_FACT_MEANINGS,
  TEMPLATE_FACT_WORDS,
  TEMPLATE_FACTS,
} from "#lib/base/vocabulary/template.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { HEADER, mayBeAiDrafted, type TemplateContent, type TemplateSection } from "#lib/reviews/template/template.ts";
import { changeSection, moveSection, removeSection } from "./edit-template.ts";
import styles from "./section-form.module.css";
import { SectionQuestions } from "./section-questions.tsx";
import type { ChangeContent } from "./use-template-draft.ts";

interface SectionFormProps {
  content: TemplateContent;
  section: TemplateSection;
  /** Null if this person can't change it. */
  change: ChangeContent | null;
}

const NOTHING = "nothing";
const GATES = [
  { value: NOTHING, label: "Nothing" },
  ...SECTION_GATES.map((value) => ({ value, label: REVIEW_STATUS_WORDS[value] })),
];

/** One section: title, the status that requires it, questions, facts and live blocks. */
export function SectionForm({ content, section, change }: SectionFormProps) {
  const { key, title, facts, live, requiredAt, leaveOut, aiDraft } = section;
  const set = change ? (part: Partial<TemplateSection>) => change(changeSection(content, key, part)) : null;
  // What isn't required needs no reason to be left out.
  const require = (gate: TemplateSection["requiredAt"]) =>
    set?.({ requiredAt: gate, ...(gate === null ? { leaveOut: undefined } : {}) });
  const tickFact = (fact: (typeof TEMPLATE_FACTS)[number], isOn: boolean) =>
    set?.({ facts: isOn ? [...facts, fact] : facts.filter((one) => one !== fact) });
  // People write a section with the factors themselves.
  const setLive = (kinds: TemplateSection["live"]) =>
    set?.({ live: kinds, ...(mayBeAiDrafted({ key, live: kinds }) ? {} : { aiDraft: undefined }) });
  return (
    <>
      <div className={styles.head}>
        {set ? (
          <h2 className={layoutStyles.fill}>
            <EditableText
              label="Title of the section"
              className={styles.title}
              value={title}
              maxLength={LENGTHS.template.sectionTitle}
              check={(text) => (text === "" ? "Enter a title" : null)}
              onSave={(text) => set({ title: text })}
            />
          </h2>
        ) : (
          <h2 className={styles.title}>{title}</h2>
        )}
        {change ? <SectionMenu content={content} section={section} change={change} /> : null}
      </div>
      {key === HEADER ? (
        <p className={textStyles.muted}>
          The header has no heading. It's filled from the records, so it can't be required.
        </p>
      ) : (
        <div className={styles.required}>
          <span>Required before</span>
          {set ? (
            <Seg
              label="Required before"
              value={requiredAt ?? NOTHING}
              options={GATES}
              onChange={(value) => require(SECTION_GATES.find((gate) => gate === value) ?? null)}
            />
          ) : (
            <span>{requiredAt === null ? "Nothing" : REVIEW_STATUS_WORDS[requiredAt]}</span>
          )}
        </div>
      )}
      {requiredAt !== null && (set || leaveOut) ? (
        <Checkbox
          className={styles.choice}
          checked={leaveOut === true}
          disabled={set === null}
          onChange={({ target }) => set?.({ leaveOut: target.checked ? true : undefined })}
          label="People can leave it out, with a reason"
        />
      ) : null}
      {mayBeAiDrafted(section) && (set || aiDraft) ? (
        <Checkbox
          className={styles.choice}
          checked={aiDraft === true}
          disabled={set === null}
          onChange={({ target }) => set?.({ aiDraft: target.checked ? true : undefined })}
          label="The AI assistant can draft this section"
        />
      ) : null}
      <SectionQuestions section={section} set={set} />
      <Section level={3} title="Facts that fill it" count="stated only if the records have them">
        <ul className={styles.facts}>
          {TEMPLATE_FACTS.filter((fact) => set !== null || facts.includes(fact)).map((fact) => (
            <li key={fact}>
              <Checkbox
                checked={facts.includes(fact)}
                disabled={set === null}
                onChange={(event) => tickFact(fact, event.target.checked)}
                label={
                  <>
                    <b className={textStyles.emphasis}>{TEMPLATE_FACT_WORDS[fact]}</b>
                    <small>{TEMPLATE_FACT_MEANINGS[fact]}</small>
                  </>
                }
              />
            </li>
          ))}
          {set === null && facts.length === 0 ? <li className={textStyles.muted}>None</li> : null}
        </ul>
      </Section>
      <Section
        level={3}
        title="Live blocks"
        count={live.length}
        right={
          set ? (
            <ValuesMenu
              label="Live blocks"
              align="end"
              values={live}
              options={LIVE_BLOCK_KINDS.map((value) => ({ value, label: LIVE_BLOCK_WORDS[value] }))}
              onChange={(values) => setLive(LIVE_BLOCK_KINDS.filter((kind) => values.includes(kind)))}
              trigger={
                <Button kind="ghost" icon={<Plus size={14} />}>
                  Block
                </Button>
              }
            />
          ) : null
        }
      >
        <Rows>
          {live.map((kind) => (
            <li key={kind} className={styles.block}>
              <RefreshCw size={14} />
              <span className={layoutStyles.fill}>{LIVE_BLOCK_WORDS[kind]}</span>
              {set ? (
                <IconButton
                  label={`Remove ${LIVE_BLOCK_WORDS[kind]}`}
                  icon={<X size={14} />}
                  onClick={() => setLive(live.filter((one) => one !== kind))}
                />
              ) : null}
            </li>
          ))}
          {live.length === 0 ? <li className={textStyles.muted}>None</li> : null}
        </Rows>
      </Section>
    </>
  );
}

function SectionMenu({ content, section, change }: SectionFormProps & { change: ChangeContent }) {
  const at = content.sections.indexOf(section);
  return (
    <Menu align="end" trigger={<IconButton label={`Actions for ${section.title}`} icon={<Ellipsis />} />}>
      <MenuItem
        icon={<ArrowUp size={14} />}
        disabled={at === 0}
        onSelect={() => change(moveSection(content, at, at - 1))}
      >
        Move up
      </MenuItem>
      <MenuItem
        icon={<ArrowDown size={14} />}
        disabled={at === content.sections.length - 1}
        onSelect={() => change(moveSection(content, at, at + 1))}
      >
        Move down
      </MenuItem>
      <MenuItem
        danger
        disabled={content.sections.length === 1}
        detail="Reviews keep their text"
        onSelect={() => change(removeSection(content, section.key), `${section.title} removed`)}
      >
        Remove section
      </MenuItem>
    </Menu>
  );
}
