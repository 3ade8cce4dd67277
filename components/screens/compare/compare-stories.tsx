"use client";

import { useQuery } from "@tanstack/react-query";
import type { ComponentProps } from "react";
import { reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { useStory } from "#components/incidents/timeline/story/use-story.ts";
import { Note } from "#components/ui/note.tsx";
import { Banner } from "#components/ui/page/banner.tsx";
import { SkeletonRows } from "#components/ui/page/skeleton.tsx";
import type { Incident } from "#lib/contract/incident.ts";
import { compareMeasures, compareMilestones, comparePhases, ORIGIN_WORDS, originOf } from "#lib/story/compare.ts";
import { stampWords } from "#lib/story/export/stamps.ts";
import styles from "./compare.module.css";
import { differenceWords, lengthWords, placeWords } from "./compare-words.ts";
import { type Compared, toCompared } from "./compared.ts";
import { ComparedTable } from "./compared-table.tsx";
import { TwoScores } from "./two-scores.tsx";

function useRead(incident: Incident) {
  const story = useStory(incident.key);
  const metrics = useQuery(reads.timeline.metrics(incident.key));
  const isReady = story.data && !story.isPartial && metrics.data;
  return {
    error: story.error ?? metrics.error,
    retry: () => Promise.all([story.refetch(), metrics.refetch()]),
    compared: isReady ? toCompared(incident, story.data.items, metrics.data) : null,
  };
}

/** Both timelines once they are loaded: scores, milestones, phases and measures. */
export function CompareStories({ one, other }: { one: Incident; other: Incident }) {
  const [first, second] = [useRead(one), useRead(other)];
  const error = first.error ?? second.error;
  if (one.id === other.id) return <Banner>This is the same incident. Choose another one to compare with.</Banner>;
  if (error) {
    const retry = () => void Promise.all([first.retry(), second.retry()]);
    return <NotRead what="the timelines" error={error} onRetry={retry} />;
  }
  if (!first.compared || !second.compared) return <SkeletonRows rows={8} label="Reading both timelines" />;
  return <Both one={first.compared} other={second.compared} />;
}

function Both({ one, other }: { one: Compared; other: Compared }) {
  const hasShared = one.incident.services.some(({ id }) =>
    other.incident.services.some((service) => service.id === id),
  );
  const keys: [string, string] = [one.incident.key, other.incident.key];
  return (
    <>
      {hasShared ? null : <Note>These incidents have no services in common.</Note>}
      <Note className={styles.origins}>
        {[one, other].map((each) => {
          const origin = originOf(each);
          return (
            <span key={each.incident.id}>
              <b>{each.incident.key}</b> 0 is {stampWords(origin.at, "UTC")}, {ORIGIN_WORDS[origin.from]}.{" "}
            </span>
          );
        })}
      </Note>
      <TwoScores one={one} other={other} />
      <ComparedTable
        title="Milestones"
        note="time since each one's 0"
        empty="Neither incident has milestones yet."
        keys={keys}
        rows={compareMilestones(one, other)}
        words={placeWords}
        difference={(row) => differenceWords(row, "earlier", "later")}
      />
      <Lengths
        title="Phases"
        note="duration of each"
        empty="Neither incident has a phase with a start and an end."
        keys={keys}
        rows={comparePhases(one, other)}
      />
      <Lengths
        title="Key times"
        note="with start and end"
        empty="Neither incident has a key time with a start and an end."
        keys={keys}
        rows={compareMeasures(one, other)}
      />
    </>
  );
}

type LengthsProps = Omit<ComponentProps<typeof ComparedTable>, "words" | "difference">;

/** Durations in each of the two. */
function Lengths(props: LengthsProps) {
  return (
    <ComparedTable {...props} words={lengthWords} difference={(row) => differenceWords(row, "shorter", "longer")} />
  );
}
