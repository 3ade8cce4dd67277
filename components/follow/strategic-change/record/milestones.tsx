"use client";

import { Check, Plus } from "lucide-react";
import { useState } from "react";
import { useToday } from "#components/people/me/use-today.ts";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { Avatar } from "#components/ui/labels/avatar.tsx";
import { Status } from "#components/ui/labels/status.tsx";
import { Tag } from "#components/ui/labels/tag.tsx";
import { HeadCell, Table } from "#components/ui/lists/table.tsx";
import { Section } from "#components/ui/page/section.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { daysBetween, type LocalDate, wordsOfDate } from "#lib/base/time/local-date.ts";
import { CHANGE_HEALTH_WORDS } from "#lib/base/vocabulary/strategic-change.ts";
import type { ChangeMilestone, StrategicChange } from "#lib/contract/strategic-change.ts";
import { MilestoneDialog } from "../edit/milestone-dialog.tsx";
import { useMilestones } from "../edit/use-milestones.ts";
import { healthKind } from "../options.tsx";
import styles from "./milestones.module.css";

/** The steps of a change by day, each with how it is against its plan. */
export function Milestones({ change, level }: { change: StrategicChange; level: 2 | 3 }) {
  const [open, setOpen] = useState<ChangeMilestone | "new" | null>(null);
  const { milestones } = change;
  const may = change.abilities.edit;
  const reached = milestones.filter(({ reachedOn }) => reachedOn !== null).length;
  return (
    <Section
      title="Milestones"
      level={level}
      count={milestones.length === 0 ? undefined : `${reached} of ${milestones.length} reached`}
      right={
        may ? (
          <Button kind="ghost" className={styles.add} icon={<Plus size={14} />} onClick={() => setOpen("new")}>
            Milestone
          </Button>
        ) : null
      }
    >
      {milestones.length === 0 ? (
        <p className={textStyles.muted}>No milestones yet. Blocking milestones must be reached before delivery.</p>
      ) : null}
      {milestones.length > 0 ? (
        <div className={styles.frame}>
          <Table className={styles.table} caption="Milestones">
            <thead>
              <tr>
                <HeadCell className={styles.state}>
                  <span className={textStyles.visuallyHidden}>Status</span>
                </HeadCell>
                <HeadCell>Milestone</HeadCell>
                <HeadCell>Owner</HeadCell>
                <HeadCell>Planned</HeadCell>
                <HeadCell>Now</HeadCell>
                <HeadCell right>Against plan</HeadCell>
                {may ? (
                  <HeadCell>
                    <span className={cx("noprint", textStyles.visuallyHidden)}>Actions</span>
                  </HeadCell>
                ) : null}
              </tr>
            </thead>
            <tbody>
              {milestones.map((milestone) => (
                <Milestone
                  key={milestone.id}
                  change={change}
                  milestone={milestone}
                  onOpen={may ? () => setOpen(milestone) : undefined}
                />
              ))}
            </tbody>
          </Table>
        </div>
      ) : null}
      {open ? (
        <MilestoneDialog change={change} milestone={open === "new" ? null : open} onClose={() => setOpen(null)} />
      ) : null}
    </Section>
  );
}

interface MilestoneProps {
  change: StrategicChange;
  milestone: ChangeMilestone;
  onOpen: (() => void) | undefined;
}

function Milestone({ change, milestone, onOpen }: MilestoneProps) {
  const today = useToday();
  const { edit, isBusy } = useMilestones(change);
  const { title, owner, plannedOn, dueOn, reachedOn, blocks, health } = milestone;
  const words = againstPlan(milestone, today);
  const reach = () => edit(milestone.id, null, { reachedOn: today }, () => undefined);
  return (
    <tr>
      <td className={styles.state}>
        <Status
          kind={reachedOn ? "done" : health === "on_track" ? "open" : healthKind(health)}
          name={reachedOn ? "Reached" : CHANGE_HEALTH_WORDS[health]}
        />
      </td>
      <th scope="row" className={styles.title}>
        <span>
          {onOpen ? (
            <button type="button" className={cx(textStyles.link, textStyles.breaksAnywhere)} onClick={onOpen}>
              {title}
            </button>
          ) : (
            <span className={textStyles.breaksAnywhere}>{title}</span>
          )}
          {blocks && !reachedOn ? <Tag dashed>Blocks</Tag> : null}
        </span>
      </th>
      <td className={styles.owner}>{owner ? <Avatar name={owner.name} /> : null}</td>
      <td className={cx(textStyles.muted, textStyles.figure, textStyles.unbroken)} data-label="Planned">
        {wordsOfDate(plannedOn, today)}
      </td>
      <td className={cx(textStyles.figure, textStyles.unbroken)} data-label={reachedOn ? "Reached" : "Now"}>
        {wordsOfDate(reachedOn ?? dueOn, today)}
      </td>
      <td className={styles.against} data-health={health}>
        {words}
      </td>
      {onOpen ? (
        <td className={styles.reach}>
          {reachedOn ? null : (
            <Button
              kind="ghost"
              icon={<Check size={14} />}
              busy={isBusy}
              aria-label={`Mark as reached: ${title}`}
              onClick={reach}
            >
              Mark as reached
            </Button>
          )}
        </td>
      ) : null}
    </tr>
  );
}

/** Returns how far a milestone is from its plan: "14 d late", "4 weeks behind", "2 d early". */
export function againstPlan({ plannedOn, dueOn, reachedOn }: ChangeMilestone, today: LocalDate): string {
  if (reachedOn !== null) {
    const days = daysBetween(plannedOn, reachedOn);
    if (days === 0) return "On plan";
    return days < 0 ? `${spanWords(-days)} early` : `${spanWords(days)} after plan`;
  }
  if (dueOn < today) return `${spanWords(daysBetween(dueOn, today))} late`;
  return dueOn > plannedOn ? `${spanWords(daysBetween(plannedOn, dueOn))} behind` : "";
}

const WEEK = 7;
/** Whole weeks from three weeks on, days before. */
const spanWords = (days: number) => (days >= 3 * WEEK ? `${Math.round(days / WEEK)} weeks` : `${days} d`);
