"use client";

import { Check, Flag, X } from "lucide-react";
import { Kbd } from "#components/ui/keys/kbd.tsx";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { MILESTONE_WORDS } from "#lib/incidents/timeline/milestones/milestone-names.ts";
import { eventsOfRow } from "#lib/incidents/timeline/story/fold-story.ts";
import type { Suggestion } from "../curate/suggestions.ts";
import { useTimelineScope } from "../state/scope.tsx";
import type { StoryGroup } from "../story/group-story.ts";
import styles from "./milestone-tags.module.css";
import rowStyles from "./row.module.css";

type MilestoneTagsProps = {
  event: TimelineEvent;
  group: StoryGroup | null;
  suggestions: readonly Suggestion[];
  /** The keys apply to this row. */
  isCurrent: boolean;
};

/** The milestones of a row, and those suggested for it with their reason, to set or to dismiss. */
export function MilestoneTags({ event, group, suggestions, isCurrent }: MilestoneTagsProps) {
  const { mayEdit, milestones } = useTimelineScope();
  // A milestone can be an event below this one, and is shown here.
  const names = group ? [...new Set(eventsOfRow(group).flatMap((one) => one.milestones))] : event.milestones;
  return (
    <>
      {names.map((name) => (
        <span key={name} className={rowStyles.mark}>
          <Flag />
          {MILESTONE_WORDS[name]}
        </span>
      ))}
      {mayEdit
        ? suggestions.map((one, at) => {
            const words = MILESTONE_WORDS[one.name];
            const label = `E${event.number}`;
            return (
              <span key={one.name} className={styles.suggestion} title={`${words}? ${one.reason}`}>
                <b>
                  <Flag />
                  {words}?
                </b>
                <span className={styles.reason}>{one.reason}</span>
                <button
                  type="button"
                  className={styles.accept}
                  aria-label={`Set ${label} as ${words.toLowerCase()}. ${one.reason}`}
                  onClick={() => void milestones.set(one.name, { eventId: one.eventId, label })}
                >
                  {isCurrent && at === 0 ? <Kbd keys="y" /> : <Check />}
                  Set
                </button>
                <button
                  type="button"
                  className={styles.dismiss}
                  aria-label={`Dismiss ${label} as ${words.toLowerCase()}`}
                  title="Dismiss (Shift Y)"
                  onClick={() => void milestones.refuse(one, label)}
                >
                  <X />
                </button>
              </span>
            );
          })
        : null}
    </>
  );
}
