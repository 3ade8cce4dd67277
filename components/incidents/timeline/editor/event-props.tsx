"use client";

import { ChevronDown, Flag } from "lucide-react";
import { cx } from "#components/ui/cx.ts";
import { ValueButton } from "#components/ui/fields/value-button.tsx";
import { PropsList } from "#components/ui/lists/props-list.tsx";
import { EventGlyph } from "#components/ui/marks/event-glyph.tsx";
import { Later, LaterPart } from "#components/ui/page/later-part.tsx";
import { SkeletonText } from "#components/ui/page/skeleton.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { instantWords } from "#lib/base/time/instant-words.ts";
import type { Precision } from "#lib/base/time/precision.ts";
import { wordsOfKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { MILESTONE_WORDS } from "#lib/incidents/timeline/milestones/milestone-names.ts";
import { certaintyOf, drawnShape } from "#lib/incidents/timeline/score/score-marks.ts";
import { useTimelineScope } from "../state/scope.tsx";
import { KindMenu } from "./kind-menu.tsx";
import { KnownField } from "./known-field.tsx";

// Typed times need time zone data, which loads when a time is edited.
const TIME = new Later(() => import("./time-editor.tsx").then((module) => module.TimeEditor));

const PRECISION_WORDS: Record<Precision, string> = {
  exact: "to the second",
  minute: "to the minute",
  approx: "about",
  hour: "within that hour",
  day: "on that day",
  unknown: "",
};

type EventPropsProps = { event: TimelineEvent; isTimeOpen: boolean; onTime: (open: boolean) => void };

/** Time, kind and milestones of the event in the panel. Each value is its own control. */
export function EventProps({ event, isTimeOpen, onTime }: EventPropsProps) {
  const { mayEdit, zone } = useTimelineScope();
  return (
    <>
      <PropsList
        items={[
          { term: "Time", value: <TimeValue event={event} isTimeOpen={isTimeOpen} onTime={onTime} /> },
          ...(event.endAt
            ? [{ term: "Until", value: <span className={textStyles.figure}>{instantWords(event.endAt, zone)}</span> }]
            : []),
          { term: "Kind", value: <KindValue event={event} /> },
          { term: "Milestone", value: <MilestoneValue event={event} /> },
          { term: "Known", value: <KnownField event={event} /> },
          ...(event.actor ? [{ term: "Who", value: event.actor }] : []),
          ...(event.services.length > 0 ? [{ term: "Service", value: event.services.join(", ") }] : []),
          ...(event.url && /^https?:/i.test(event.url)
            ? [
                {
                  term: "Link",
                  value: (
                    <a
                      className={cx(textStyles.link, textStyles.truncated)}
                      href={event.url}
                      target="_blank"
                      rel="noreferrer"
                    >
                      {event.url.replace(/^https?:\/\//, "")}
                    </a>
                  ),
                },
              ]
            : []),
        ]}
      />
      {isTimeOpen && mayEdit ? (
        <LaterPart
          of={TIME}
          key={event.id}
          props={{ event, onDone: () => onTime(false) }}
          loading={<SkeletonText lines={3} label="Loading the fields" />}
        />
      ) : null}
    </>
  );
}

function TimeValue({ event, isTimeOpen, onTime }: EventPropsProps) {
  const { mayEdit, zone } = useTimelineScope();
  const words = event.at === null ? "Unknown" : instantWords(event.at, zone, event.precision === "exact");
  const spread = event.uncertaintySeconds ? ` ± ${Math.round(event.uncertaintySeconds / 60)} min` : "";
  const time = (
    <span className={textStyles.figure}>
      {words}
      <span className={textStyles.muted}>
        {" "}
        {PRECISION_WORDS[event.precision]}
        {spread}
      </span>
    </span>
  );
  if (!mayEdit) return time;
  return (
    <ValueButton aria-expanded={isTimeOpen} aria-label={`Time: ${words}, change`} onClick={() => onTime(!isTimeOpen)}>
      {time}
      <ChevronDown size={14} />
    </ValueButton>
  );
}

function KindValue({ event }: { event: TimelineEvent }) {
  const { mayEdit, curate } = useTimelineScope();
  const words = wordsOfKind(event.kind);
  const kind = (
    <>
      <EventGlyph shape={drawnShape(event)} certainty={certaintyOf(event)} />
      {words}
    </>
  );
  if (!mayEdit) return kind;
  return (
    <KindMenu
      value={event.kind}
      onChange={(next) => void curate.change(event, { kind: next })}
      trigger={
        <ValueButton aria-label={`Kind: ${words}, change`}>
          {kind}
          <ChevronDown size={14} />
        </ValueButton>
      }
    />
  );
}

function MilestoneValue({ event }: { event: TimelineEvent }) {
  const { mayEdit, askMilestone } = useTimelineScope();
  const milestones = event.milestones.map((name) => MILESTONE_WORDS[name]).join(", ") || "None";
  if (!mayEdit) return milestones;
  return (
    <ValueButton onClick={() => askMilestone(event)}>
      <Flag size={14} />
      {milestones}
    </ValueButton>
  );
}
