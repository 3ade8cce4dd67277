"use client";

import { History } from "lucide-react";
import { memo, type Ref } from "react";
import { cx } from "#components/ui/cx.ts";
import { hueOf } from "#components/ui/labels/hue.ts";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import type { Suggestion } from "../curate/suggestions.ts";
import type { EditingFlag } from "../presence/here-words.ts";
import { useTimelineScope } from "../state/scope.tsx";
import type { SpineRow, Tone } from "../story/spine-rows.ts";
import { EventRow, rowClass } from "./event-row.tsx";
import { foundWords } from "./known-mark.tsx";
import notice from "./notice.module.css";
import plain from "./plain-rows.module.css";
import { DayRow, GapRow, PhaseRow, SeenRow } from "./plain-rows.tsx";
import styles from "./row.module.css";

const NAMED = 3;

/** Events that were found only after the moment of the reading: left out, with a button to show them. */
function FoundRow({ events }: { events: readonly TimelineEvent[] }) {
  const { zone, showFound } = useTimelineScope();
  const named = events.slice(0, NAMED).map((event) => {
    const rest = foundWords(event, zone).replace(/^found later(?:, )?/, "");
    return rest ? `E${event.number} (${rest})` : `E${event.number}`;
  });
  const more = events.length > NAMED ? ` and ${events.length - NAMED} more` : "";
  return (
    <>
      <span className={styles.spine} />
      <div className={cx(notice.notice, plain.found)}>
        <History size={14} />
        <span>
          <b>{countWords(events.length, "event")} found later</b> {events.length === 1 ? "is" : "are"} left out here:{" "}
          {named.join(", ")}
          {more}
        </span>
        <button type="button" className={textStyles.link} onClick={showFound}>
          Show
        </button>
      </div>
    </>
  );
}

const BANDS: Record<Tone, string> = {
  before: "pre",
  latent: "lat",
  degraded: "deg",
  outage: "out",
  open: "open",
  restored: "res",
};

/** The state of the list that a row shows. */
export interface RowState {
  isCurrent: boolean;
  /** The pointer is on it, or it is the current one. */
  isNear: boolean;
  isSelected: boolean;
  /** Someone else changed it just now. */
  isEdged: boolean;
  /** Its bundle is open. */
  isOpen: boolean;
  /** Its text is open below it. */
  isBodyOpen: boolean;
  /** Milestones that are suggested for it. */
  suggestions: readonly Suggestion[];
  /** Who else has it open. */
  flag: EditingFlag | undefined;
}

type SpineItemProps = RowState & {
  row: SpineRow;
  /** Its position in a long list, y in px from the list's top. Left out in a short one. */
  index?: number;
  of?: number;
  y?: number;
  ref?: Ref<HTMLLIElement>;
};

/** One row of the spine, of any type. */
export const SpineItem = memo(function SpineItem(props: SpineItemProps) {
  const { row, isCurrent, isNear, isSelected, isEdged, isOpen, isBodyOpen, suggestions, flag, index, of, y, ref } =
    props;
  const shared = {
    ref,
    "data-ph": BANDS[row.tone],
    ...(index === undefined
      ? {}
      : {
          "data-index": index,
          "aria-setsize": of,
          "aria-posinset": index + 1,
          style: { transform: `translateY(${y}px)` },
        }),
  };
  switch (row.type) {
    case "phase":
      return (
        <li {...shared} className={cx(styles.row, styles.plain, styles.head)}>
          <PhaseRow row={row} />
        </li>
      );
    case "gap":
      return (
        <li {...shared} className={cx(styles.row, styles.plain)}>
          <GapRow row={row} />
        </li>
      );
    case "day":
      return (
        <li {...shared} className={cx(styles.row, styles.plain)}>
          <DayRow at={row.at} />
        </li>
      );
    case "seen":
      return (
        <li {...shared} className={plain.seen}>
          <SeenRow at={row.at} />
        </li>
      );
    case "found":
      return (
        <li {...shared} className={cx(styles.row, styles.plain)}>
          <FoundRow events={row.events} />
        </li>
      );
    case "event": {
      const { event, group, isMember, isLater, followsHead } = row;
      const isBundle = group !== null && group.bundled.length > 0;
      return (
        <li
          {...shared}
          id={`E${event.number}`}
          className={cx(
            rowClass(event, { isCurrent, isMember, isLater, isBundle, isBodyOpen }),
            isEdged && styles.edge,
            flag && styles.present,
            followsHead && styles.first,
          )}
          aria-current={isCurrent || undefined}
          data-sel={isSelected || undefined}
          data-c={flag && hueOf(flag.personId)}
        >
          <EventRow {...{ event, group, suggestions, isCurrent, isNear, isSelected, isOpen, isBodyOpen, flag }} />
        </li>
      );
    }
  }
});
