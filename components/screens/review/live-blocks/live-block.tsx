"use client";

import { useQuery } from "@tanstack/react-query";
import NextLink from "next/link";
import type { ComponentType } from "react";
import { reads } from "#components/base/api/client.ts";
import { ContradictionLine, contradictionOf } from "#components/incidents/timeline/milestones/contradiction-line.tsx";
import { certaintyOf, clockOf, dayMark } from "#components/reviews/review/event-time.ts";
import { useReviewScope } from "#components/reviews/review/review-scope.tsx";
import { useEvents } from "#components/reviews/review/use-events.ts";
import { cx } from "#components/ui/cx.ts";
import { EventGlyph } from "#components/ui/marks/event-glyph.tsx";
import { Note } from "#components/ui/note.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { listWords } from "#lib/base/text/sentence.ts";
import { formatMetric, isMeasured } from "#lib/base/time/duration.ts";
import type { LiveBlockKind } from "#lib/base/vocabulary/review.ts";
import type { Metrics } from "#lib/contract/timeline.ts";
import { eventFilter, type LiveBlockOptions } from "#lib/document/live-block-options.ts";
import { MILESTONE_WORDS } from "#lib/incidents/timeline/milestones/milestone-names.ts";
import { drawnShape } from "#lib/incidents/timeline/score/score-marks.ts";
import { storyLines, timesWords } from "#lib/incidents/timeline/story/story-lines.ts";
import { ActionsBlock } from "./actions-block.tsx";
import { BlockFrame, stateOf } from "./block-frame.tsx";
import { BlockScopeProvider, useBlockOptions } from "./block-options.tsx";
import { ChangesBlock, FactorsBlock } from "./factors-block.tsx";
import { ImpactBlock } from "./impact-block.tsx";
import { LearningsBlock } from "./learnings-block.tsx";
import styles from "./live-block.module.css";
import { ApprovalsBlock, AttendanceBlock, HeaderBlock, RolesBlock } from "./people-blocks.tsx";

const MOST = 60;

/** The events of the timeline that the block shows. */
function TimelineBlock() {
  const { review } = useReviewScope();
  const story = useEvents(review.incident.key);
  const { events } = story;
  const lines = storyLines(events);
  const options = useBlockOptions();
  const arePinned = lines.some((event) => event.pinned && !event.hidden);
  const listed = lines.filter(eventFilter(options, arePinned)).slice(0, MOST);
  const firstDay = listed.find((event) => event.at !== null)?.at ?? null;
  const link = { href: `/incidents/${review.incident.key}`, label: "Open timeline" };
  return (
    <BlockFrame
      title={options.events === "all" || (options.events === null && !arePinned) ? "Events" : "Key events"}
      note={`${listed.length} of ${lines.length}, UTC`}
      link={link}
      state={stateOf(story)}
    >
      {listed.length === 0 ? (
        <p className={textStyles.muted}>
          {lines.length === 0
            ? "No events yet. Import events on the timeline."
            : "No pinned events. Pin events on the timeline, or show all of them here."}
        </p>
      ) : null}
      <table>
        <tbody>
          {listed.map((event) => (
            <tr key={event.id}>
              <td className={cx(textStyles.figure, textStyles.unbroken)}>
                <time dateTime={event.at ?? undefined}>{clockOf(event)}</time> {dayMark(event.at, firstDay)}
              </td>
              <td className={styles.glyph}>
                <EventGlyph shape={drawnShape(event)} certainty={certaintyOf(event)} />
              </td>
              <td>
                {event.title}
                {timesWords(event.times)}
                {event.accounts.map((account) => (
                  <p key={account.id} className={textStyles.muted}>
                    Also on the timeline: {account.title}
                  </p>
                ))}
              </td>
              <td className={cx(textStyles.recordKey, textStyles.wideOnly)}>E{event.number}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </BlockFrame>
  );
}

/** Measures with both ends as text. Contradictions and unknown measures are listed below, with what to do. */
function KeyTimesBlock() {
  const { review } = useReviewScope();
  const metrics = useQuery(reads.timeline.metrics(review.incident.key));
  const href = `/incidents/${review.incident.key}`;
  const known = metrics.data?.metrics.filter(isMeasured) ?? [];
  return (
    <BlockFrame
      title="Key times"
      note="from the timeline"
      link={{ href, label: "Open timeline" }}
      state={stateOf(metrics)}
    >
      <table className={styles.times}>
        <tbody>
          {known.map((metric) => (
            <tr key={metric.name}>
              <td>
                {metric.label.split(":")[0]}{" "}
                <small className={textStyles.muted}>
                  {metric.leadSeconds === null
                    ? `${MILESTONE_WORDS[metric.from].toLowerCase()} to ${MILESTONE_WORDS[metric.to].toLowerCase()}`
                    : "detected before impact started"}
                </small>
              </td>
              <td className={textStyles.figure}>{formatMetric(metric)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {metrics.data?.warnings.map((warning) => (
        <ContradictionLine
          key={`${warning.earlier} ${warning.later}`}
          warning={warning}
          incidentKey={review.incident.key}
          mayEdit={review.abilities.write}
        />
      ))}
      {metrics.data ? <UnknownTimes metrics={metrics.data} href={href} mayEdit={review.abilities.write} /> : null}
    </BlockFrame>
  );
}

/** All measures that wait for a time on one line, with one link to the first missing one. */
function UnknownTimes({ metrics, href, mayEdit }: { metrics: Metrics; href: string; mayEdit: boolean }) {
  const unknown = metrics.metrics.filter((one) => !isMeasured(one) && !contradictionOf(metrics, one));
  const [first] = metrics.missing;
  if (unknown.length === 0) return null;
  const names = unknown.map(({ label }) => (label.split(":")[0] ?? label).toLowerCase());
  return (
    <Note>
      Unknown: {listWords(names)}.
      {mayEdit && first ? (
        <>
          {" "}
          <NextLink
            className={cx(textStyles.prominent, textStyles.link)}
            data-prominent
            href={`${href}?milestone=${first}`}
          >
            Add the times
          </NextLink>
        </>
      ) : null}
    </Note>
  );
}

const BLOCKS: Record<LiveBlockKind, ComponentType> = {
  header: HeaderBlock,
  impact: ImpactBlock,
  keyTimes: KeyTimesBlock,
  roles: RolesBlock,
  timeline: TimelineBlock,
  factors: FactorsBlock,
  learnings: LearningsBlock,
  actions: ActionsBlock,
  changes: ChangesBlock,
  attendance: AttendanceBlock,
  approvals: ApprovalsBlock,
};

interface LiveBlockProps {
  kind: LiveBlockKind;
  options: LiveBlockOptions;
  /** Null for those who only read. */
  choose: ((options: LiveBlockOptions) => void) | null;
}

/** Draws the records of one live block. */
export function LiveBlock({ kind, ...chosen }: LiveBlockProps) {
  const Block = BLOCKS[kind];
  return (
    <BlockScopeProvider value={{ kind, ...chosen }}>
      <Block />
    </BlockScopeProvider>
  );
}
