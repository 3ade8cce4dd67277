"use client";

import { Check, X } from "lucide-react";
import { useEffect } from "react";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { ValueButton } from "#components/ui/fields/value-button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { PairsList } from "#components/ui/lists/pairs-list.tsx";
import { Section } from "#components/ui/page/section.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { daysBetween } from "#lib/base/time/local-date.ts";
import { clockIn, eventClock } from "#lib/base/time/zoned-clock.ts";
import type { Metrics, MilestoneState, TimelineEvent } from "#lib/contract/timeline.ts";
import { MILESTONE_WORDS, type MilestoneName } from "#lib/incidents/timeline/milestones/milestone-names.ts";
import { useTimelineScope } from "../state/scope.tsx";
import { MilestonePicker } from "./milestone-picker.tsx";
import styles from "./milestones-panel.module.css";

type MilestonesPanelProps = {
  metrics: Metrics;
  events: readonly TimelineEvent[];
  /** The milestone with an open menu, as "Add the time" opens it from elsewhere. */
  asked: MilestoneName | null;
  onAsk: (name: MilestoneName | null) => void;
};

/** The milestones in their textbook order: set, suggested, unknown or not applicable. */
export function MilestonesPanel({ metrics, events, asked, onAsk }: MilestonesPanelProps) {
  const { mayEdit, zone, milestones } = useTimelineScope();
  const { suggestions } = metrics;
  useEffect(() => {
    if (asked) document.getElementById(`milestone-${asked}`)?.scrollIntoView({ block: "center" });
  }, [asked]);
  const suggestedOf = ({ name, eventId }: MilestoneState) => {
    const suggestion = eventId === null ? suggestions.find((one) => one.name === name) : undefined;
    return suggestion ? labelOf(events, suggestion.eventId) : null;
  };
  const acceptAll = () =>
    void milestones.setAll(
      suggestions.map(({ name, eventId }) => ({ name, to: { eventId, label: labelOf(events, eventId) } })),
    );
  return (
    <Section
      title="Milestones"
      count={metrics.milestones.filter((state) => state.eventId !== null).length}
      right={
        mayEdit && suggestions.length > 1 ? (
          <Button kind="ghost" onClick={acceptAll}>
            Set all {suggestions.length} suggested
          </Button>
        ) : undefined
      }
    >
      <PairsList className={styles.list}>
        {metrics.milestones.map((state) => (
          <div key={state.name} id={`milestone-${state.name}`}>
            <dt className={textStyles.secondary}>{MILESTONE_WORDS[state.name]}</dt>
            <dd className={textStyles.figure}>
              {mayEdit ? (
                <MilestonePicker
                  name={state.name}
                  events={events}
                  metrics={metrics}
                  zone={zone}
                  onChoose={(to) => void milestones.set(state.name, to)}
                  open={asked === state.name}
                  onOpenChange={(open) => onAsk(open ? state.name : null)}
                  trigger={
                    <ValueButton
                      className={styles.value}
                      aria-label={`${MILESTONE_WORDS[state.name]}: ${wordsOf(state)}`}
                    >
                      <MilestoneValue state={state} suggested={suggestedOf(state)} />
                    </ValueButton>
                  }
                />
              ) : (
                <MilestoneValue state={state} suggested={null} />
              )}
              {mayEdit ? <MilestoneSide state={state} metrics={metrics} events={events} /> : null}
            </dd>
          </div>
        ))}
      </PairsList>
    </Section>
  );
}

const labelOf = (events: readonly TimelineEvent[], id: string) =>
  `E${events.find((event) => event.id === id)?.number ?? ""}`;

const wordsOf = (state: MilestoneState) =>
  state.notApplicable ? "does not apply" : state.eventId === null ? "unknown, choose" : `E${state.eventNumber}, change`;

type MilestoneValueProps = {
  state: MilestoneState;
  /** "E12" of the event that is suggested. */
  suggested: string | null;
};

function MilestoneValue({ state, suggested }: MilestoneValueProps) {
  const { zone, baseDay, mayEdit } = useTimelineScope();
  if (state.notApplicable) return <span className={textStyles.muted}>does not apply</span>;
  if (state.eventId === null)
    return mayEdit ? (
      <span className={cx(textStyles.accent, "noprint")}>{suggested === null ? "Add" : `${suggested}?`}</span>
    ) : (
      <span className={textStyles.muted}>unknown</span>
    );
  if (state.at === null) return <span>no time</span>;
  const { text } = eventClock({ at: state.at, endAt: null, precision: state.precision ?? "minute" }, zone);
  const days = baseDay === null ? 0 : daysBetween(baseDay, clockIn(state.at, zone).day);
  return (
    <span>
      {text}
      {days === 0 ? "" : ` ${days > 0 ? "+" : "−"}${Math.abs(days)}`}
    </span>
  );
}

type MilestoneSideProps = { state: MilestoneState } & Pick<MilestonesPanelProps, "metrics" | "events">;

/** One button: accepts the suggestion, or clears the value. */
function MilestoneSide({ state, metrics, events }: MilestoneSideProps) {
  const { milestones } = useTimelineScope();
  const suggestion = metrics.suggestions.find((one) => one.name === state.name);
  const words = MILESTONE_WORDS[state.name];
  if (state.eventId !== null || state.notApplicable) {
    return (
      <IconButton
        className={styles.side}
        label={`Clear: ${words.toLowerCase()}`}
        icon={<X size={14} />}
        onClick={() => void milestones.set(state.name, null)}
      />
    );
  }
  if (!suggestion) return null;
  const label = labelOf(events, suggestion.eventId);
  return (
    <IconButton
      className={styles.side}
      label={`Accept ${label} for “${words}”. ${suggestion.reason}`}
      icon={<Check size={14} />}
      onClick={() => void milestones.set(state.name, { eventId: suggestion.eventId, label })}
    />
  );
}
