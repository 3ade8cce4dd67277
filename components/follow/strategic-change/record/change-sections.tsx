"use client";

import { useQuery } from "@tanstack/react-query";
import { Pencil } from "lucide-react";
import { type ReactNode, useState } from "react";
import { reads } from "#components/base/api/client.ts";
import { replacedBy } from "#components/follow/action-item/edit/keep-focus.ts";
import { PutAside } from "#components/follow/action-item/record/put-aside.tsx";
import { ImpactLine } from "#components/incidents/incident/impact-line.tsx";
import { useToday } from "#components/people/me/use-today.ts";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Rows } from "#components/ui/lists/rows.tsx";
import { Banner } from "#components/ui/page/banner.tsx";
import { Section } from "#components/ui/page/section.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import { wordsOfDate } from "#lib/base/time/local-date.ts";
import { CHANGE_STATUS_WORDS } from "#lib/base/vocabulary/strategic-change.ts";
import type { StrategicChange } from "#lib/contract/strategic-change.ts";
import { TextDialog } from "../edit/text-dialog.tsx";
import styles from "./change-sections.module.css";
import { DecisionLog } from "./decision-log.tsx";
import { EffectQuestion } from "./effect-question.tsx";
import { EffectSection } from "./effect-section.tsx";
import { HealthUpdates, type Reporting } from "./health-updates.tsx";
import { LinkedActions } from "./linked-actions.tsx";
import { LinkedFactors } from "./linked-factors.tsx";
import { Milestones } from "./milestones.tsx";
import { MeasureSection, ScoreSection } from "./plan-sections.tsx";
import { SponsorNotice } from "./sponsor-notice.tsx";
import { Waits } from "./waits.tsx";

interface SectionsProps {
  change: StrategicChange;
  level: 2 | 3;
}

/** Until when it is deferred or declined, why, and who has the risk until then. */
function PutOff({ change, level }: SectionsProps) {
  const { data } = useQuery(reads.strategicChange.decisions(change.key));
  const today = useToday();
  const decision = data?.items.find(({ kind, to }) => kind === "status" && to === change.status);
  const { until = null, riskBy = null } = decision ?? {};
  const isDeferred = change.status === "deferred";
  return (
    <PutAside
      kind="sponsor"
      tone="quiet"
      title={`${CHANGE_STATUS_WORDS[change.status]}${until ? ` until ${wordsOfDate(until, today)}` : ""}`}
      level={level}
      reason={change.statusReason}
      facts={riskBy ? [{ term: "Risk", value: `${riskBy} ${isDeferred ? "keeps" : "accepts"} it` }] : []}
    />
  );
}

/** The sections of a strategic change: the problem, its goal, what it is based on, how it goes, and what was decided. */
export function ChangeSections({ change, level, reporting }: SectionsProps & { reporting: Reporting }) {
  const notice = level === 2 ? styles.pageNotice : styles.panelNotice;
  return (
    <>
      {change.archived ? <Banner className={notice}>Archived. Hidden from views, not deleted.</Banner> : null}
      {change.status === "deferred" || change.status === "declined" ? (
        <PutOff change={change} level={level} />
      ) : change.statusReason ? (
        <div {...replacedBy("sponsor")} className={notice}>
          <Banner>
            {CHANGE_STATUS_WORDS[change.status]}: {change.statusReason}
          </Banner>
        </div>
      ) : null}
      <SponsorNotice change={change} level={level} />
      <EffectQuestion change={change} level={level} />
      <Text
        change={change}
        level={level}
        field="problem"
        title="Problem"
        ask="Describe what goes wrong and how often"
        count={seenWords(change.incidents)}
      >
        {change.incidents.length > 0 ? (
          <Rows className={styles.incidents}>
            {change.incidents.map((incident) => (
              <ImpactLine key={incident.key} incident={incident} />
            ))}
          </Rows>
        ) : null}
      </Text>
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
        ask="Describe what will be different and how you'll measure it"
      />
      <MeasureSection change={change} level={level} />
      <ScoreSection change={change} level={level} />
      <EffectSection change={change} level={level} />
      <Milestones change={change} level={level} />
      <LinkedFactors change={change} level={level} />
      <HealthUpdates change={change} level={level} reporting={reporting} />
      <DecisionLog change={change} level={level} />
    </>
  );
}

/** Returns "2 incidents, 1,400 weighted minutes", or undefined without incidents. */
function seenWords(incidents: StrategicChange["incidents"]): string | undefined {
  if (incidents.length === 0) return undefined;
  const known = incidents.flatMap(({ minutes }) => minutes ?? []);
  const sum = Math.round(known.reduce((total, minutes) => total + minutes, 0));
  const words = countWords(incidents.length, "incident");
  return known.length === 0 ? words : `${words}, ${countWords(sum, "weighted minute")}`;
}

/** Links of a change: the changes that it waits for or that wait for it, and its actions. */
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
  count?: string | undefined;
  /** The evidence, below the text. */
  children?: ReactNode;
}

function Text({ change, level, field, title, ask, count, children }: TextProps) {
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
    <Section title={title} level={level} count={count} right={edit}>
      {text ? <p className={cx(textStyles.written, styles.text, level === 2 && styles.pageText)}>{text}</p> : null}
      {!text && may ? (
        <Button kind="ghost" className={styles.more} onClick={() => setOpen(true)}>
          {ask}
        </Button>
      ) : null}
      {!text && !may ? <p className={textStyles.muted}>Not set</p> : null}
      {children}
      {isOpen ? (
        <TextDialog change={change} field={field} title={title} hint={ask} onClose={() => setOpen(false)} />
      ) : null}
    </Section>
  );
}
