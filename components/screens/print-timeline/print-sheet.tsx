"use client";

import { Printer } from "lucide-react";
import { useMemo, useState } from "react";
import { groupStory } from "#components/incidents/timeline/story/group-story.ts";
import { spineRows } from "#components/incidents/timeline/story/spine-rows.ts";
import { useMe } from "#components/people/me/use-me.ts";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/fields/checkbox.tsx";
import { SevTag } from "#components/ui/labels/sev-tag.tsx";
import { ButtonLink } from "#components/ui/link.tsx";
import { MetricsStrip } from "#components/ui/lists/metrics-strip.tsx";
import { useRunningHead } from "#components/ui/page/use-running-head.ts";
import textStyles from "#components/ui/roles/text.module.css";
import { formatMetric, isMeasured } from "#lib/base/time/duration.ts";
import { dayWords, instantWords } from "#lib/base/time/instant-words.ts";
import { clockIn } from "#lib/base/time/zoned-clock.ts";
import { SEVERITIES } from "#lib/base/vocabulary/incident.ts";
import type { Incident } from "#lib/contract/incident.ts";
import type { Metrics, TimelineEvent } from "#lib/contract/timeline.ts";
import { MILESTONE_WORDS } from "#lib/incidents/timeline/milestones/milestone-names.ts";
import { PrintNotes } from "./print-notes.tsx";
import { PrintScore } from "./print-score.tsx";
import { printSections } from "./print-sections.ts";
import styles from "./print-sheet.module.css";
import { type PrintChoice, PrintTable } from "./printed-rows.tsx";

type PrintSheetProps = { incident: Incident; events: readonly TimelineEvent[]; metrics: Metrics; zone: string };

const FIGURES = ["timeToDetect", "timeToMitigate", "timeToFirstPublicUpdate", "mitigationExecution"];
const EVERYTHING: PrintChoice = { score: true, pinned: false, details: false, sources: true, names: false };

/** The timeline on paper, black on white, with its time zone. Hidden events are left out. */
export function PrintSheet({ incident, events, metrics, zone }: PrintSheetProps) {
  const { key, title, severity, startedAt, resolvedAt } = incident;
  const [choice, setChoice] = useState(EVERYTHING);
  const me = useMe();
  const [printedAt] = useState(() => new Date().toISOString());
  useRunningHead({
    title: `${key} ${title}, timeline`,
    audience: incident.restricted ? "Restricted" : "Internal",
    foot: `As of ${instantWords(printedAt, zone)}. Printed${me ? ` by ${me.name}` : ""}`,
  });
  const all = useMemo(() => groupStory(events), [events]);
  const visible = useMemo(() => all.leads.filter((event) => !event.hidden), [all]);
  const pinned = visible.filter((event) => event.pinned).length;
  const story = useMemo(
    () => ({ leads: choice.pinned ? visible.filter((event) => event.pinned) : visible, groups: all.groups }),
    [visible, all, choice.pinned],
  );
  const sections = useMemo(
    () =>
      printSections(
        spineRows(story.leads, {
          phases: metrics.phases,
          band: metrics.band,
          gaps: choice.pinned ? [] : metrics.gaps,
          groups: story.groups,
          zone,
        }),
      ),
    [story, metrics, choice.pinned, zone],
  );
  const first = visible.find(({ at }) => at !== null)?.at ?? null;
  const clock = { zone, baseDay: first === null ? null : clockIn(first, zone).day };
  const moment = (at: string) => `${dayWords(at, zone)}, ${clockIn(at, zone).time.slice(0, 5)}`;
  const until = resolvedAt === null ? "and not resolved yet" : `to ${moment(resolvedAt)}`;
  return (
    <article className={styles.sheet} data-theme="light">
      <Controls incidentKey={key} choice={choice} onChoice={setChoice} pinnedWords={`${pinned} of ${visible.length}`} />
      <header>
        <p className={styles.identity}>
          <span className={textStyles.figure}>{key}</span>
          <SevTag level={SEVERITIES.find((level) => level === severity) ?? 4} />
        </p>
        <h1>{title}</h1>
        <p className={styles.deck}>
          From {moment(startedAt)}, {until}. All times are {zone}. “+1” is the next day.
        </p>
      </header>
      <Figures metrics={metrics} />
      {choice.score ? <PrintScore story={story} metrics={metrics} zone={zone} /> : null}
      {story.leads.length === 0 ? <p className={styles.deck}>No events yet.</p> : null}
      {sections.map((section, index) => (
        <PrintTable
          key={section.phase?.key ?? "before"}
          section={section}
          clock={clock}
          choice={choice}
          namesColumns={index === 0}
        />
      ))}
      <PrintNotes story={story} events={events} metrics={metrics} leftOut={all.leads.length - story.leads.length} />
    </article>
  );
}

type ControlsProps = {
  incidentKey: string;
  choice: PrintChoice;
  onChoice: (choice: PrintChoice) => void;
  /** How many events are pinned: "3 of 41". */
  pinnedWords: string;
};

function Controls({ incidentKey, choice, onChoice, pinnedWords }: ControlsProps) {
  const choices: [keyof PrintChoice, string][] = [
    ["score", "Score"],
    ["pinned", `Only pinned events, ${pinnedWords}`],
    ["details", "Details"],
    ["sources", "Sources"],
    ["names", "People's names"],
  ];
  return (
    <div className={styles.controls}>
      <Button kind="primary" icon={<Printer size={14} />} onClick={() => window.print()}>
        Print
      </Button>
      <ButtonLink href={`/incidents/${incidentKey}`} kind="ghost">
        Back to the timeline
      </ButtonLink>
      {choices.map(([name, label]) => (
        <Checkbox
          key={name}
          label={label}
          checked={choice[name]}
          onChange={({ target }) => onChoice({ ...choice, [name]: target.checked })}
        />
      ))}
    </div>
  );
}

function Figures({ metrics }: { metrics: Metrics }) {
  return (
    <MetricsStrip
      items={FIGURES.flatMap((name) => metrics.metrics.filter((metric) => metric.name === name)).flatMap((metric) =>
        isMeasured(metric)
          ? {
              label: metric.label.split(":")[0] ?? metric.name,
              value: formatMetric(metric),
              note:
                metric.leadSeconds === null
                  ? `${MILESTONE_WORDS[metric.from].toLowerCase()} to ${MILESTONE_WORDS[metric.to].toLowerCase()}`
                  : "detected before impact started",
            }
          : [],
      )}
    />
  );
}
