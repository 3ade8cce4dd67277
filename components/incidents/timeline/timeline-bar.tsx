"use client";

import { Plus } from "lucide-react";
import { useMemo, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { FilterBar } from "#components/ui/filter-bar.tsx";
import type { Filter, FilterField } from "#components/ui/filter-field.ts";
import { FindField } from "#components/ui/find-field.tsx";
import { EventGlyph } from "#components/ui/marks/event-glyph.tsx";
import { Seg } from "#components/ui/seg.tsx";
import { EVENT_SHAPES, type EventShape } from "#lib/base/vocabulary/event-kinds.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { ExportMenu } from "./export/export-menu.tsx";
import { SHAPE_WORDS, SHOWS, type Show, type StoryFilter, shapesOf, sourcesOf } from "./filter-story.ts";
import type { ZoneChoice, ZoneView } from "./shown-zone.ts";

const SHOW_WORDS: Record<Show, string> = {
  all: "All",
  pinned: "Pinned",
  uncited: "Uncited",
  unverified: "Unverified",
  hidden: "Hidden",
};

type TimelineBarProps = {
  events: readonly TimelineEvent[];
  /** True once it is known that there is none. */
  isEmpty: boolean;
  summary: string;
  filter: StoryFilter;
  onFilter: (change: Partial<StoryFilter>) => void;
  zone: ZoneView;
  zones: readonly ZoneChoice[];
  onZone: (zone: ZoneView) => void;
  onAdd: (() => void) | null;
};

/** The head of the list: what is shown, in whose time, search and filters, and adding an event. */
export function TimelineBar(props: TimelineBarProps) {
  const { events, isEmpty, summary, filter, onFilter, zone, zones, onZone, onAdd } = props;
  if (isEmpty)
    return (
      <div className="tlbar">
        <h2>Timeline</h2>
      </div>
    );
  return (
    <>
      <div className="tlbar">
        <h2>Timeline</h2>
        <span className="muted" role="status">
          {summary}
        </span>
        <span className="right flex">
          <Seg
            label="Show"
            value={filter.show}
            options={SHOWS.map((value) => ({ value, label: SHOW_WORDS[value] }))}
            onChange={(value) => onFilter({ show: SHOWS.find((show) => show === value) ?? "all" })}
          />
          <ExportMenu />
          {onAdd ? (
            <Button icon={<Plus className="i s" />} keys="shift+e" onClick={onAdd}>
              Event
            </Button>
          ) : null}
        </span>
      </div>
      <StoryFilters events={events} filter={filter} onFilter={onFilter}>
        {zones.length > 1 ? (
          <Seg
            label="Times in"
            value={zones.some((choice) => choice.view === zone) ? zone : "utc"}
            options={zones.map(({ view, label }) => ({ value: view, label }))}
            onChange={(value) => onZone(zones.find((choice) => choice.view === value)?.view ?? "utc")}
          />
        ) : null}
      </StoryFilters>
    </>
  );
}

type StoryFiltersProps = Pick<TimelineBarProps, "events" | "filter" | "onFilter"> & { children: React.ReactNode };

function StoryFilters({ events, filter, onFilter, children }: StoryFiltersProps) {
  const [empty, setEmpty] = useState<string | null>(null);
  const fields = useMemo(() => fieldsOf(events), [events]);
  const chips: Filter[] = [
    { field: "shape", values: filter.shapes },
    { field: "source", values: filter.sources },
  ].filter((chip) => chip.values.length > 0 || chip.field === empty);
  return (
    <FilterBar
      left={<FindField label="Search events" value={filter.words} onChange={(words) => onFilter({ words })} />}
      fields={fields}
      filters={chips}
      right={children}
      onChange={(next) => {
        setEmpty(next.find((chip) => chip.values.length === 0)?.field ?? null);
        const of = (field: string) => next.find((chip) => chip.field === field)?.values ?? [];
        const shapes: EventShape[] = EVENT_SHAPES.filter((shape) => of("shape").includes(shape));
        onFilter({ shapes, sources: of("source") });
      }}
    />
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
