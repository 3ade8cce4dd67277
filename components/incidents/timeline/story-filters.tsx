"use client";

import { type ReactNode, useMemo, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Seg } from "#components/ui/choices/seg.tsx";
import { FindField } from "#components/ui/fields/find-field.tsx";
import { useKeys } from "#components/ui/keys/use-keys.ts";
import { FilterBar } from "#components/ui/lists/filter-bar.tsx";
import type { Filter, FilterField } from "#components/ui/lists/filter-field.ts";
import { EventGlyph } from "#components/ui/marks/event-glyph.tsx";
import { EVENT_SHAPES, type EventShape } from "#lib/base/vocabulary/event-kinds.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import type { ZoneChoice, ZoneView } from "./state/shown-zone.ts";
import { SHAPE_WORDS, type StoryFilter, shapesOf, sourcesOf, type TimeRange } from "./story/filter-story.ts";
import styles from "./timeline-bar.module.css";
import { rangeWords } from "./timeline-bar.tsx";

type StoryFiltersProps = {
  events: readonly TimelineEvent[];
  filter: StoryFilter;
  onFilter: (change: Partial<StoryFilter>) => void;
  zone: ZoneView;
  zones: readonly ZoneChoice[];
  onZone: (zone: ZoneView) => void;
  /** The moment of the reading. */
  children: ReactNode;
};

/** The content of the bar: search, filters, time zone, and the moment of the reading. */
export function StoryFilters({ events, filter, onFilter, zone, zones, onZone, children }: StoryFiltersProps) {
  const [empty, setEmpty] = useState<string | null>(null);
  const fields = useMemo(() => fieldsOf(events), [events]);
  const chips: Filter[] = [
    { field: "shape", values: filter.shapes },
    { field: "source", values: filter.sources },
  ].filter((chip) => chip.values.length > 0 || chip.field === empty);
  return (
    <div className={styles.filters}>
      <FilterBar
        className={styles.chips}
        left={
          <FindField
            maxLength={LENGTHS.search}
            label="Search events"
            value={filter.words}
            startsFocused
            onChange={(words) => onFilter({ words })}
          />
        }
        fields={fields}
        filters={chips}
        onChange={(next) => {
          setEmpty(next.find((chip) => chip.values.length === 0)?.field ?? null);
          const of = (field: string) => next.find((chip) => chip.field === field)?.values ?? [];
          const shapes: EventShape[] = EVENT_SHAPES.filter((shape) => of("shape").includes(shape));
          onFilter({ shapes, sources: of("source") });
        }}
      />
      {zones.length > 1 ? (
        <Seg
          label="Times in"
          value={zones.some((choice) => choice.view === zone) ? zone : "utc"}
          options={zones.map(({ view, label }) => ({ value: view, label }))}
          onChange={(value) => onZone(zones.find((choice) => choice.view === value)?.view ?? "utc")}
        />
      ) : null}
      {children}
    </div>
  );
}

const fieldsOf = (events: readonly TimelineEvent[]): FilterField[] => [
  {
    key: "shape",
    label: "Kind",
    multiple: true,
    options: shapesOf(events).map((shape) => ({
      value: shape,
      label: SHAPE_WORDS[shape],
      icon: <EventGlyph shape={shape} />,
    })),
  },
  {
    key: "source",
    label: "Source",
    multiple: true,
    options: sourcesOf(events).map(({ type, label, count }) => ({ value: type, label, detail: `${count} events` })),
  },
];

/** F and the slash open search and filters while they are folded. */
export function FilterKeys({ onOpen }: { onOpen: () => void }) {
  useKeys([
    { keys: "f", label: "Open filters", group: "List", run: onOpen },
    { keys: "/", label: "Search in this page", group: "Page", run: onOpen },
  ]);
  return null;
}

type OnlyRangeProps = { range: TimeRange; zone: string; shown: number; of: number; onWhole: () => void };

/** Says that only a stretch is shown, with a button to show everything. */
export function OnlyRange({ range, zone, shown, of, onWhole }: OnlyRangeProps) {
  return (
    <div className={styles.only}>
      <span>
        <b>
          {shown.toLocaleString("en")} of {of.toLocaleString("en")} events
        </b>
        , {rangeWords(range, zone)}. The other {(of - shown).toLocaleString("en")} are outside this range.
      </span>
      <span className={styles.right}>
        <Button kind="ghost" keys="0" onClick={onWhole}>
          Whole incident
        </Button>
      </span>
    </div>
  );
}
