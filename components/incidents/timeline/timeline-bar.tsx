"use client";

import { Brackets, ListFilter, Plus } from "lucide-react";
import { useMemo } from "react";
import { Button } from "#components/ui/button.tsx";
import { Seg } from "#components/ui/choices/seg.tsx";
import { cx } from "#components/ui/cx.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { formatDuration } from "#lib/base/time/duration.ts";
import { clockIn } from "#lib/base/time/zoned-clock.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { ExportMenu } from "./export/export-menu.tsx";
import { filterStory, SHOWS, type Show, type StoryFilter, type TimeRange } from "./story/filter-story.ts";
import styles from "./timeline-bar.module.css";

const SHOW_WORDS: Record<Show, string> = {
  all: "All",
  suggested: "Suggested",
  pinned: "Pinned",
  uncited: "Uncited",
  unverified: "Unverified",
  hidden: "Hidden",
};
const COUNTED: readonly Show[] = ["suggested", "uncited", "hidden"];

type TimelineBarProps = {
  /** Events that aren't below another. */
  leads: readonly TimelineEvent[];
  /** True once it is known that there are none. */
  isEmpty: boolean;
  summary: string;
  zone: string;
  filter: StoryFilter;
  onFilter: (change: Partial<StoryFilter>) => void;
  /** The range chosen in the score. */
  range: TimeRange | null;
  onChooseRange: () => void;
  /** Search and filters are open below. */
  isOpen: boolean;
  onOpen: () => void;
  onAdd: (() => void) | null;
};

/** The heading of the list: number of events, how many are shown, the chosen range, and adding an event. */
export function TimelineBar(props: TimelineBarProps) {
  const { leads, isEmpty, summary, zone, filter, onFilter, range, onChooseRange, isOpen, onOpen, onAdd } = props;
  const { suggested } = filter;
  const counts = useMemo(() => {
    const of = (show: Show) =>
      filterStory(leads, { show, shapes: [], sources: [], words: "", ...(suggested ? { suggested } : {}) }).length;
    return new Map(COUNTED.map((show) => [show, of(show)]));
  }, [leads, suggested]);
  return (
    <div className={styles.bar}>
      <h2>Timeline</h2>
      {isEmpty ? null : (
        <>
          <span className={textStyles.muted} role="status">
            {summary}
          </span>
          <Range leads={leads} {...{ range, zone, filter, onFilter, onChooseRange }} />
          <span className={styles.right}>
            <Seg
              label="Show"
              value={filter.show}
              options={SHOWS.map((value) => ({
                value,
                label: counts.get(value) ? `${SHOW_WORDS[value]} ${counts.get(value)}` : SHOW_WORDS[value],
              }))}
              onChange={(value) => onFilter({ show: SHOWS.find((show) => show === value) ?? "all" })}
            />
            <Button kind="ghost" icon={<ListFilter size={14} />} keys="f" aria-expanded={isOpen} onClick={onOpen}>
              Filter
            </Button>
            <ExportMenu />
            {onAdd ? (
              <Button icon={<Plus size={14} />} keys="shift+e" onClick={onAdd}>
                Event
              </Button>
            ) : null}
          </span>
        </>
      )}
    </div>
  );
}

type RangeProps = Pick<TimelineBarProps, "leads" | "range" | "zone" | "filter" | "onFilter" | "onChooseRange">;

/** The chosen range in words, and the second step: showing only that. */
function Range({ leads, range, zone, filter, onFilter, onChooseRange }: RangeProps) {
  if (!range)
    return <IconButton label="Choose a range in the score" icon={<Brackets size={14} />} onClick={onChooseRange} />;
  const isOnly = (filter.range ?? null) !== null;
  const count = filterStory(leads, { ...filter, range }).length;
  return (
    <span className={styles.range}>
      <span>{rangeWords(range, zone)}</span>
      {isOnly ? null : (
        <button type="button" className={cx(textStyles.link, styles.onlyThese)} onClick={() => onFilter({ range })}>
          Show only these {count.toLocaleString("en")}
        </button>
      )}
    </span>
  );
}

/** "21:50 to 22:26, 36 m" */
export function rangeWords({ fromMs, toMs }: TimeRange, zone: string): string {
  const time = (ms: number) => clockIn(ms, zone).time.slice(0, 5);
  return `${time(fromMs)} to ${time(toMs)}, ${formatDuration(Math.round((toMs - fromMs) / 1000))}`;
}
