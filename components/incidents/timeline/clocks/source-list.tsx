"use client";

import { Clock } from "lucide-react";
import { useMemo, useState } from "react";
import { cx } from "#components/ui/cx.ts";
import { SourceLetter } from "#components/ui/labels/source-letter.tsx";
import { Rows } from "#components/ui/lists/rows.tsx";
import { FormPopover } from "#components/ui/overlays/form-popover.tsx";
import { Section } from "#components/ui/page/section.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { useTimelineScope } from "../state/scope.tsx";
import { type SourceCount, sourcesOf } from "../story/filter-story.ts";
import { ClockForm } from "./clock-form.tsx";
import mark from "./clock-mark.module.css";
import { clockOf } from "./clock-of.ts";
import { offsetWords } from "./offset-words.ts";
import styles from "./sources.module.css";
import { useClocks } from "./use-clocks.ts";

/** The sources of the timeline with their number of events, and their clocks. */
export function SourceList({ events }: { events: readonly TimelineEvent[] }) {
  const sources = useMemo(() => sourcesOf(events), [events]);
  return (
    <Section title="Sources" count={sources.length}>
      <Rows>
        {sources.map((source) => (
          <OneSource key={source.type} source={source} events={events} />
        ))}
      </Rows>
    </Section>
  );
}

function OneSource({ source, events }: { source: SourceCount; events: readonly TimelineEvent[] }) {
  const { incidentKey, mayEdit } = useTimelineScope();
  const { clocks, move, clear } = useClocks(incidentKey);
  const [open, setOpen] = useState(false);
  const { type, label: name, letter, count } = source;
  const target = { type, importId: null, name };
  const clock = clockOf(clocks, target);
  const sample = events.find((event) => event.source.type === type && event.at !== null);
  const recorded = sample?.at ? new Date(Date.parse(sample.at) - sample.clockOffsetMs).toISOString() : null;
  // Manual events have no clock.
  const hasClock = type !== "manual" && (mayEdit || clock !== undefined);
  return (
    <li className={styles.source}>
      <SourceLetter letter={letter} name={name} />
      <span className={styles.name}>{name}</span>
      {hasClock ? (
        <FormPopover
          open={open}
          onOpenChange={setOpen}
          label={`Clock of ${name}`}
          trigger={
            <button
              type="button"
              className={cx(mark.mark, !clock && mark.none)}
              aria-label={
                clock ? `Clock of ${name}, moved by ${offsetWords(clock.offsetMs)}` : `Move the clock of ${name}`
              }
            >
              <Clock size={14} />
              {clock ? `clock ${offsetWords(clock.offsetMs)}` : null}
            </button>
          }
        >
          <ClockForm
            name={name}
            clock={clock}
            recorded={recorded}
            onMove={(offsetMs) => void move(target, offsetMs)}
            onClear={() => void clear(target)}
            onDone={() => setOpen(false)}
          />
        </FormPopover>
      ) : null}
      <span className={cx(textStyles.figure, textStyles.muted)}>{count.toLocaleString("en")}</span>
    </li>
  );
}
