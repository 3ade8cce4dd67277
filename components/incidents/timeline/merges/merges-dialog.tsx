"use client";

import { useId, useMemo, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { SourceLetter } from "#components/ui/labels/source-letter.tsx";
import { Rows } from "#components/ui/lists/rows.tsx";
import { EventGlyph } from "#components/ui/marks/event-glyph.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { eventClock } from "#lib/base/time/zoned-clock.ts";
import type { MergeSuggestion } from "#lib/contract/curate.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { placeWords } from "#lib/incidents/import/place-words.ts";
import { certaintyOf, drawnShape } from "#lib/incidents/timeline/score/score-marks.ts";
import { useTimelineScope } from "../state/scope.tsx";
import styles from "./merges-dialog.module.css";
import { useMerges } from "./use-merges.ts";

const SHOWN = 4;

type SuggestionRowProps = {
  suggestion: MergeSuggestion;
  /** Its events, the lead first. */
  events: readonly TimelineEvent[];
  isTaken: boolean;
  onMerge: () => void;
  onApart: () => void;
};

/** One suggestion: title, both sides with source and line, the reason, and the two answers. */
function SuggestionRow({ suggestion, events, isTaken, onMerge, onApart }: SuggestionRowProps) {
  const { zone } = useTimelineScope();
  const [lead] = events;
  if (!lead) return null;
  const verb = suggestion.relation === "merged" ? "Merge" : `Bundle ${events.length}`;
  const left = events.length - SHOWN;
  return (
    <li className={styles.suggestion} data-on={isTaken || undefined}>
      <div className={styles.head}>
        <EventGlyph shape={drawnShape(lead)} certainty={certaintyOf(lead)} />
        <b>{lead.title}</b>
        <span className={textStyles.figure}>{Math.round(suggestion.certainty * 100)}%</span>
      </div>
      {events.slice(0, SHOWN).map((event) => (
        <p key={event.id}>
          <SourceLetter letter={event.source.letter} name={event.source.label} />
          <span className={textStyles.figure}>{eventClock(event, zone).text || "no time"}</span>
          {event.source.line === null ? "" : `, ${placeWords(event.source.type, event.source.line)}`}, E{event.number}
          {event.title === lead.title ? "" : `, ${event.title}`}
        </p>
      ))}
      {left > 0 ? <p>and {left} more</p> : null}
      <p className={styles.reason}>{suggestion.reason}</p>
      <div className={layoutStyles.row}>
        <Button aria-label={`${verb}: ${lead.title}`} onClick={onMerge}>
          {verb}
        </Button>
        <Button kind="ghost" aria-label={`Dismiss: ${lead.title}`} onClick={onApart}>
          Dismiss
        </Button>
      </div>
    </li>
  );
}

const START_PERCENT = 90;

type MergesDialogProps = { events: readonly TimelineEvent[]; onClose: () => void };

/** All possible duplicates, answered one by one, or accepted above a confidence that the person chooses. */
export function MergesDialog({ events, onClose }: MergesDialogProps) {
  const { incidentKey } = useTimelineScope();
  const { items, merge, keepApart, acceptAll } = useMerges(incidentKey);
  const [percent, setPercent] = useState(START_PERCENT);
  const [isBusy, setBusy] = useState(false);
  const slider = useId();
  const byId = useMemo(() => new Map(events.map((event) => [event.id, event])), [events]);
  const ordered = useMemo(() => [...items].sort((a, b) => b.certainty - a.certainty), [items]);
  const taken = ordered.filter((one) => one.certainty * 100 >= percent);
  const take = async () => {
    setBusy(true);
    await acceptAll(percent / 100);
    setBusy(false);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title="Possible duplicates"
      description="A merged event keeps every source, text and time. You can split it again."
      widthPx={620}
      actions={
        <Button kind="ghost" onClick={onClose}>
          Close
        </Button>
      }
    >
      {ordered.length === 0 ? (
        <p className={textStyles.prose}>No more duplicates found</p>
      ) : (
        <>
          <div className={styles.threshold}>
            <label htmlFor={slider}>
              <span>Accept all at or above</span>
              <output htmlFor={slider}>{percent}%</output>
            </label>
            <input
              id={slider}
              type="range"
              min={50}
              max={100}
              value={percent}
              onChange={(event) => setPercent(Number(event.target.value))}
            />
            <Button
              busy={isBusy}
              busyLabel="Merging"
              disabledReason={taken.length === 0 ? "No suggestions at this confidence" : undefined}
              onClick={() => void take()}
            >
              Accept {taken.length} of {ordered.length}
            </Button>
          </div>
          <Rows className={styles.list}>
            {ordered.map((one) => (
              <SuggestionRow
                key={`${one.relation} ${one.leadId} ${one.eventIds[0]}`}
                suggestion={one}
                events={[one.leadId, ...one.eventIds].flatMap((id) => byId.get(id) ?? [])}
                isTaken={one.certainty * 100 >= percent}
                onMerge={() => void merge(one, events)}
                onApart={() => void keepApart(one)}
              />
            ))}
          </Rows>
        </>
      )}
    </Dialog>
  );
}
