"use client";

import { Split } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { SourceLetter } from "#components/ui/labels/source-letter.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { instantWords } from "#lib/base/time/instant-words.ts";
import { isEpoch } from "#lib/base/time/is-epoch.ts";
import { clockIn } from "#lib/base/time/zoned-clock.ts";
import { EVENT_KINDS, wordsOfKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { placeWords } from "#lib/incidents/import/place-words.ts";
import { ClockBadge } from "../clocks/clock-badge.tsx";
import { clockOf } from "../clocks/clock-of.ts";
import { offsetWords } from "../clocks/offset-words.ts";
import { useClocks } from "../clocks/use-clocks.ts";
import { useTimelineScope } from "../state/scope.tsx";
import { sourceAt } from "../story/differing-times.ts";
import { sourceName } from "../story/source-name.ts";
import styles from "./source-account.module.css";

type SourceAccountProps = { event: TimelineEvent; onSplit: (() => void) | null };

/** One source's account in its own words and with its own time, and the recorded time if its clock was moved. */
export function SourceAccount({ event, onSplit }: SourceAccountProps) {
  const { zone } = useTimelineScope();
  const { source, original, statedText, relation } = event;
  const at = sourceAt(event);
  const name = sourceName(source);
  const body = original?.body ?? event.body;
  const kind = EVENT_KINDS.find((one) => one === (original?.kind ?? event.kind));
  const file = source.label === name ? null : source.label.slice(name.length + 2);
  return (
    <li className={styles.source}>
      <div className={styles.head}>
        <SourceLetter letter={source.letter} name={source.label} />
        <b>{name}</b>
        <span
          className={cx(textStyles.figure, textStyles.secondary)}
          title={at ? instantWords(at, "UTC", true) : undefined}
        >
          {at ? clockIn(at, zone).time : "no time"}
        </span>
        {event.clockOffsetMs === 0 ? null : <ClockBadge offsetMs={event.clockOffsetMs} name={name} />}
        {onSplit ? (
          <Button
            kind="ghost"
            className={layoutStyles.atEnd}
            icon={<Split size={14} />}
            aria-label={`Split ${name}, E${event.number}`}
            onClick={onSplit}
          >
            Split
          </Button>
        ) : null}
      </div>
      <blockquote>{original?.title ?? event.title}</blockquote>
      {body ? (
        <p className={cx(styles.note, styles.fourLines, textStyles.keepsLines, textStyles.breaksAnywhere)}>{body}</p>
      ) : null}
      <p className={styles.note}>
        {[
          file ? `${file}${source.line === null ? "" : `, ${placeWords(source.type, source.line)}`}` : "",
          statedText && !isEpoch(statedText) ? `written “${statedText}”` : "",
          kind ? wordsOfKind(kind).toLowerCase() : "",
          relation === "account" ? "shown side by side" : "",
        ]
          .filter(Boolean)
          .join(", ")}
      </p>
      <RecordedTime event={event} at={at} name={name} />
    </li>
  );
}

/** "Slack says 21:58:38. The offset comes from one pair, tied by Maya." */
function RecordedTime({ event, at, name }: { event: TimelineEvent; at: string | null; name: string }) {
  const { incidentKey, zone } = useTimelineScope();
  const { clocks } = useClocks(incidentKey);
  if (event.clockOffsetMs === 0 || at === null) return null;
  const recorded = new Date(Date.parse(at) - event.clockOffsetMs).toISOString();
  const clock = clockOf(clocks, { type: event.source.type, importId: event.source.importId });
  const who = clock?.setBy ? ` by ${clock.setBy.name}` : "";
  const origin = clock?.pair
    ? ` The offset comes from one pair, E${clock.pair.eventNumber} and E${clock.pair.matchNumber}, tied${who}.`
    : ` Its clock is moved by ${offsetWords(event.clockOffsetMs)}${who ? `, set${who}` : ""}.`;
  return (
    <p className={styles.note}>
      {name} says {clockIn(recorded, zone).time}.{origin}
    </p>
  );
}
