"use client";

import { Pencil } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Moment } from "#components/ui/labels/moment.tsx";
import { Status } from "#components/ui/labels/status.tsx";
import { Banner } from "#components/ui/page/banner.tsx";
import { Section } from "#components/ui/page/section.tsx";
import { CHANGE_HEALTH_WORDS, CHANGE_STATUS_WORDS } from "#lib/base/vocabulary/strategic-change.ts";
import type { StrategicChange } from "#lib/contract/strategic-change.ts";
import { asksSponsor } from "#lib/follow/strategic-change/health.ts";
import { TextDialog } from "../edit/text-dialog.tsx";
import { healthKind } from "../options.tsx";
import styles from "./change-sections.module.css";
import { DecisionLog } from "./decision-log.tsx";
import { EffectSection } from "./effect-section.tsx";
import { LinkedActions } from "./linked-actions.tsx";
import { LinkedFactors } from "./linked-factors.tsx";
import { Milestones } from "./milestones.tsx";
import { MeasureSection, ScoreSection } from "./plan-sections.tsx";
import { Waits } from "./waits.tsx";

const SHOWN = 3;

/** Health updates, newest first. Older ones are folded. */
function HealthUpdates({ change, level }: { change: StrategicChange; level: 2 | 3 }) {
  const [isWhole, setWhole] = useState(false);
  const { updates } = change;
  const shown = isWhole ? updates : updates.slice(0, SHOWN);
  return (
    <Section title="Updates" level={level} count={updates.length === 0 ? undefined : updates.length}>
      {updates.length === 0 ? (
        <p className="muted">
          No updates yet. The first is due two weeks after work starts, unless a policy sets another time.
        </p>
      ) : null}
      <ul className={cx(styles.updates, level === 2 && styles.onPage)}>
        {shown.map((update) => (
          <li key={update.id}>
            <div className="inline-row">
              <Status kind={healthKind(update.health)}>
                <b className="medium">{CHANGE_HEALTH_WORDS[update.health]}</b>
              </Status>
              <span className="muted small">
                {update.by ? `${update.by}, ` : ""}
                <Moment at={update.at} />
              </span>
            </div>
            {update.because ? (
              <p className="muted small">Reason it’s better than its milestones: {update.because}</p>
            ) : null}
            <UpdateLines update={update} />
          </li>
        ))}
      </ul>
      {updates.length > shown.length ? (
        <Button kind="ghost" className={styles.more} onClick={() => setWhole(true)}>
          Show {updates.length - shown.length} older
        </Button>
      ) : null}
    </Section>
  );
}

/** What an update says, each line by its name. An update of one text needs no name. */
function UpdateLines({ update }: { update: StrategicChange["updates"][number] }) {
  const { body, plans, problems, help } = update;
  if (!plans && !problems && !help) return <p className="reading">{body}</p>;
  const lines = [
    { term: "Progress", text: body },
    { term: "Plans", text: plans },
    { term: "Problems", text: problems },
    { term: "Help needed", text: help },
  ];
  return (
    <dl className={styles.lines}>
      {lines.map(({ term, text }) =>
        text ? (
          <div key={term}>
            <dt className="muted">{term}</dt>
            <dd className="reading anywhere pre-line">{text}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

interface SectionsProps {
  change: StrategicChange;
  level: 2 | 3;
}

/** The sections of a strategic change: the problem, its goal, what it is based on, how it goes, and what was decided. */
export function ChangeSections({ change, level }: SectionsProps) {
  const notice = level === 2 ? styles.pageNotice : styles.panelNotice;
  return (
    <>
      {change.archived ? <Banner className={notice}>Archived. Hidden from views, not deleted.</Banner> : null}
      {change.statusReason ? (
        <Banner className={notice}>
          {CHANGE_STATUS_WORDS[change.status]}: {change.statusReason}
        </Banner>
      ) : null}
      {change.status === "in_progress" && asksSponsor(change.updates.map(({ health }) => health)) ? (
        <Banner tone="warn" className={notice}>
          {askWords(change)}
        </Banner>
      ) : null}
      <Text
        change={change}
        level={level}
        field="problem"
        title="Problem"
        ask="Describe what goes wrong and how often"
      />
      <Text
        change={change}
        level={level}
        field="hypothesis"
        title="Hypothesis"
        ask="Explain why this change would solve the problem"
      />
      <Text
        change={change}
        level={level}
        field="expectedEffect"
        title="Expected effect"
        ask="Describe what will be different and how you’ll measure it"
      />
      <MeasureSection change={change} level={level} />
      <ScoreSection change={change} level={level} />
      <EffectSection change={change} level={level} />
      <Milestones change={change} level={level} />
      <LinkedFactors change={change} level={level} />
      <HealthUpdates change={change} level={level} />
      <DecisionLog changeKey={change.key} level={level} />
    </>
  );
}

/** Who is asked for a decision, by which rule, and for what help. */
function askWords({ sponsor, updates: [last] }: StrategicChange): string {
  const rule = last?.health === "off_track" ? "the last update is off track" : "two updates in a row are at risk";
  const who = sponsor ? `A decision is asked of ${sponsor.name}` : "A decision is needed, and no sponsor is named";
  return `${who}: ${rule}.${last?.help ? ` Help needed: ${last.help}` : ""}`;
}

/** What a change is tied to: the changes that it waits for or that wait for it, and its actions. */
export function ChangeTies({ change, level }: SectionsProps) {
  return (
    <>
      <Waits change={change} level={level} />
      <LinkedActions change={change} level={level} />
    </>
  );
}

interface TextProps extends SectionsProps {
  field: "problem" | "hypothesis" | "expectedEffect";
  title: string;
  ask: string;
}

function Text({ change, level, field, title, ask }: TextProps) {
  const [isOpen, setOpen] = useState(false);
  const text = change[field];
  const may = change.abilities.edit;
  const edit: ReactNode =
    may && text ? (
      <IconButton
        className={styles.edit}
        label={`Edit ${title}`}
        icon={<Pencil size={14} />}
        onClick={() => setOpen(true)}
      />
    ) : null;
  return (
    <Section title={title} level={level} right={edit}>
      {text ? (
        <p className={cx("reading pre-line anywhere", styles.text, level === 2 && styles.pageText)}>{text}</p>
      ) : null}
      {!text && may ? (
        <Button kind="ghost" className={styles.more} onClick={() => setOpen(true)}>
          {ask}
        </Button>
      ) : null}
      {!text && !may ? <p className="muted">Not set</p> : null}
      {isOpen ? (
        <TextDialog change={change} field={field} title={title} hint={ask} onClose={() => setOpen(false)} />
      ) : null}
    </Section>
  );
}
