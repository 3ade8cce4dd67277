"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { reads } from "#components/base/api/client.ts";
import { useUndo } from "#components/base/api/use-undo.ts";
import { useMilestones } from "#components/incidents/timeline/curate/use-milestones.ts";
import { MilestonePicker } from "#components/incidents/timeline/milestones/milestone-picker.tsx";
import { useEvents } from "#components/reviews/review/use-events.ts";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { TextLink } from "#components/ui/link.tsx";
import { Banner } from "#components/ui/page/banner.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords, listWords } from "#lib/base/text/sentence.ts";
import type { DraftGap } from "#lib/contract/review.ts";
import { MILESTONE_WORDS, type MilestoneName } from "#lib/incidents/timeline/milestones/milestone-names.ts";
import styles from "./draft-gaps.module.css";

interface Gaps {
  incidentKey: string;
  list: readonly DraftGap[];
}

const GapsContext = createContext<Gaps | null>(null);

interface DraftGapsProviderProps {
  reviewKey: string;
  incidentKey: string;
  isEditable: boolean;
  children: ReactNode;
}

/** Gives the text the facts that it would state if the incident had them, for those who can add them. */
export function DraftGapsProvider({ reviewKey, incidentKey, isEditable, children }: DraftGapsProviderProps) {
  const drafts = useQuery({ ...reads.review.staleDrafts(reviewKey), enabled: isEditable });
  const list = isEditable ? drafts.data?.gaps : undefined;
  const gaps = useMemo(() => (list && list.length > 0 ? { incidentKey, list } : null), [incidentKey, list]);
  return <GapsContext value={gaps}>{children}</GapsContext>;
}

/** More would be longer than the text that waits for them. */
const MOST_NAMED = 4;

const isMilestone = (fact: DraftGap["fact"]): fact is MilestoneName => Object.hasOwn(MILESTONE_WORDS, fact);
const wordsOf = (fact: DraftGap["fact"]) =>
  isMilestone(fact) ? MILESTONE_WORDS[fact] : fact === "impact_text" ? "Customer impact" : "Impact windows";

/** All missing facts, each with the step that adds it and the sections that wait for it. */
export function DraftGapsBanner() {
  const gaps = useContext(GapsContext);
  if (!gaps) return null;
  const { list } = gaps;
  const names = list.map(({ fact }) => wordsOf(fact).toLowerCase());
  const lead = `${countWords(list.length, "fact")} ${list.length === 1 ? "is" : "are"} missing from the text`;
  return (
    <Banner className={cx("noprint", styles.banner)}>
      <details>
        <summary>{names.length > MOST_NAMED ? `${lead}.` : `${lead}: ${listWords(names)}.`}</summary>
        <ul className={styles.gaps}>
          {list.map(({ fact, sections }) => (
            <li key={fact}>
              <GapStep fact={fact} incidentKey={gaps.incidentKey} />
              <span className={textStyles.muted}>for {listWords(sections.map(({ title }) => title))}</span>
            </li>
          ))}
        </ul>
      </details>
    </Banner>
  );
}

/** The facts that one section waits for. */
export function SectionGaps({ section }: { section: unknown }) {
  const gaps = useContext(GapsContext);
  const own = gaps?.list.filter(({ sections }) => sections.some(({ key }) => key === section)) ?? [];
  if (!gaps || own.length === 0) return null;
  return (
    <div className={styles.row}>
      <span className={textStyles.muted}>To fill this section, add:</span>
      {own.map(({ fact }) => (
        <GapStep key={fact} fact={fact} incidentKey={gaps.incidentKey} />
      ))}
    </div>
  );
}

interface GapStepProps {
  fact: DraftGap["fact"];
  incidentKey: string;
}

function GapStep({ fact, incidentKey }: GapStepProps) {
  if (isMilestone(fact)) return <SetMilestone name={fact} incidentKey={incidentKey} />;
  const place = fact === "impact_text" ? "#impact-text" : "/impact";
  return (
    <TextLink className={textStyles.prominent} data-prominent href={`/incidents/${incidentKey}${place}`}>
      {wordsOf(fact)}
    </TextLink>
  );
}

/** Chooses the event of a milestone without leaving the text. */
function SetMilestone({ name, incidentKey }: { name: MilestoneName; incidentKey: string }) {
  const [isOpen, setOpen] = useState(false);
  const metrics = useQuery(reads.timeline.metrics(incidentKey));
  const { events } = useEvents(incidentKey);
  const milestones = useMilestones(incidentKey, useUndo());
  const trigger = (
    <Button
      kind="ghost"
      icon={<Plus size={14} />}
      aria-label={`${MILESTONE_WORDS[name]}, set the key time`}
      disabled={!metrics.data}
    >
      {MILESTONE_WORDS[name]}
    </Button>
  );
  if (!metrics.data) return trigger;
  return (
    <MilestonePicker
      name={name}
      events={events}
      metrics={metrics.data}
      zone="UTC"
      onChoose={(to) => void milestones.set(name, to)}
      trigger={trigger}
      open={isOpen}
      onOpenChange={setOpen}
    />
  );
}
