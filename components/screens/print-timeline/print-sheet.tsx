"use client";

import { Printer } from "lucide-react";
import Image from "next/image";
import { useMemo } from "react";
import { scoreHref } from "#components/incidents/timeline/export/export-href.ts";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/link.tsx";
import { EventGlyph } from "#components/ui/marks/event-glyph.tsx";
import { countWords } from "#lib/base/text/sentence.ts";
import { INCIDENT_STATUS_WORDS } from "#lib/base/vocabulary/incident.ts";
import type { Incident } from "#lib/contract/incident.ts";
import type { Metrics, TimelineEvent } from "#lib/contract/timeline.ts";
import { MILESTONE_WORDS } from "#lib/incidents/timeline/milestone-names.ts";
import { certaintyOf } from "#lib/incidents/timeline/score-marks.ts";
import { bundleWords, factsOf } from "#lib/story/export/event-words.ts";
import { stampWords } from "#lib/story/export/stamps.ts";
import { accountsBelow, countLeftOut, sourcesBelow, type ToldEvent, tellStory } from "#lib/story/export/tell-story.ts";
import { timeWords } from "#lib/story/export/time-words.ts";

type PrintedEventProps = { told: ToldEvent; zone: string };

/** One event on paper with what stands below it. */
function PrintedEvent({ told, zone }: PrintedEventProps) {
  const { event } = told;
  const bundle = bundleWords(told, zone);
  return (
    <li className={event.pinned ? "key" : undefined}>
      <EventGlyph shape={event.shape} certainty={certaintyOf(event)} />
      <div>
        <p className="when">
          {event.at === null ? timeWords(event, zone) : <time dateTime={event.at}>{timeWords(event, zone)}</time>}
          <span>E{event.number}</span>
        </p>
        <p className="what">{event.title}</p>
        {event.body.trim() === "" ? null : <p className="body">{event.body}</p>}
        {bundle ? <p className="small">Repeated: {bundle}</p> : null}
        {sourcesBelow(told).map((other) => (
          <p key={other.id} className="small">
            The same from {other.source.label}: {timeWords(other, zone)} {other.title} (E{other.number})
          </p>
        ))}
        {accountsBelow(told).map(({ event: other }) => (
          <p key={other.id} className="small">
            Another account: {timeWords(other, zone)} {other.title} (E{other.number})
          </p>
        ))}
        <p className="small">
          {factsOf(event, zone)
            .map(({ label, words }) => `${label}: ${words}`)
            .join(". ")}
        </p>
      </div>
    </li>
  );
}

type PrintSheetProps = { incident: Incident; events: readonly TimelineEvent[]; metrics: Metrics; zone: string };

/** Wide enough for an hour of alerts, narrow enough that its words are read on A4. */
const PAPER_PX = 920;

/** Every event on paper, black on white, with the zone of its times stated. Hidden events stay out. */
export function PrintSheet({ incident, events, metrics, zone }: PrintSheetProps) {
  const { key, title, severity, status, startedAt, resolvedAt, services } = incident;
  const told = useMemo(() => tellStory(events, false), [events]);
  const hidden = countLeftOut(events, told);
  const until = resolvedAt === null ? "not resolved" : `to ${stampWords(resolvedAt, zone)}`;
  return (
    <article className="s-print page" data-theme="light">
      <div className="noprint flex">
        <Button kind="primary" icon={<Printer className="i s" />} onClick={() => window.print()}>
          Print
        </Button>
        <ButtonLink href={`/incidents/${key}`} kind="ghost">
          Back to the timeline
        </ButtonLink>
      </div>
      <header>
        <p className="small">
          {key}, SEV{severity}, {INCIDENT_STATUS_WORDS[status].toLowerCase()}
        </p>
        <h1>{title}</h1>
        <p>
          {stampWords(startedAt, zone)} {until}
          {services.length > 0 ? `. ${services.map((service) => service.name).join(", ")}` : null}
        </p>
        <p>
          <b>Times are {zone === "UTC" ? "UTC" : `in ${zone}, each with its offset`}.</b>{" "}
          {countWords(told.length, "event")}
          {hidden > 0 ? `, ${countWords(hidden, "hidden one")} left out` : null}.
        </p>
      </header>
      {told.length > 0 ? (
        <Image
          unoptimized
          priority
          width={PAPER_PX}
          height={PAPER_PX / 3}
          className="pic"
          src={scoreHref(key, zone, "light", PAPER_PX)}
          alt="Events by kind on one axis; the list holds the same."
        />
      ) : null}
      <Milestones metrics={metrics} zone={zone} />
      <section>
        <h2>Timeline</h2>
        {told.length === 0 ? <p>No events yet.</p> : null}
        <ol>
          {told.map((one) => (
            <PrintedEvent key={one.event.id} told={one} zone={zone} />
          ))}
        </ol>
      </section>
    </article>
  );
}

function Milestones({ metrics, zone }: { metrics: Metrics; zone: string }) {
  const set = metrics.milestones.filter(({ at, notApplicable }) => at !== null || notApplicable);
  if (set.length === 0) return null;
  return (
    <section>
      <h2>Milestones</h2>
      <dl>
        {set.map(({ name, at, precision, notApplicable, eventNumber }) => (
          <div key={name}>
            <dt>{MILESTONE_WORDS[name]}</dt>
            <dd>
              {notApplicable
                ? "does not apply"
                : `${timeWords({ at, precision: precision ?? "unknown", endAt: null, uncertaintySeconds: null }, zone)}, E${eventNumber}`}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
