"use client";

import { useMe } from "#components/people/me/use-me.ts";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { ButtonLink } from "#components/ui/link.tsx";
import { EventGlyph } from "#components/ui/marks/event-glyph.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import type { UnassignedLane } from "#lib/contract/unassigned.ts";
import { ChooseIncident } from "./choose-incident.tsx";
import { laneDetail, laneLabel, laneWords, percentAt } from "./lane-words.ts";
import styles from "./unassigned-lanes.module.css";
import type { Waiting } from "./waiting.ts";

const NEAR_LEFT_PERCENT = 12;

/** When the events of one service arrived, over the time that is shown. */
function Lane({ lane, from, to }: { lane: UnassignedLane; from: string; to: string }) {
  return (
    <div className={styles.lane} role="img" aria-label={laneLabel(lane)}>
      {lane.marks.map((mark) => {
        const percent = percentAt(mark.at, from, to);
        const style = { left: `${percent}%` };
        return (
          <span key={`${mark.at} ${mark.kind} ${mark.title}`}>
            {mark.count > 1 ? (
              <b style={style} className={percent < NEAR_LEFT_PERCENT ? styles.after : undefined}>
                {mark.count}
              </b>
            ) : null}
            <span style={style} className={styles.mark}>
              <EventGlyph shape={mark.shape} />
            </span>
          </span>
        );
      })}
    </div>
  );
}

type LaneRowProps = {
  lane: UnassignedLane;
  from: string;
  to: string;
  current: boolean;
  maySettle: boolean;
  onAttach: (key: string, events: readonly Waiting[]) => void;
};

/** One service: its lane of unassigned events, why they are unassigned, and one next step. */
export function LaneRow({ lane, from, to, current, maySettle, onAttach }: LaneRowProps) {
  const { candidate, service, events } = lane;
  const mayBegin = useMe()?.may.includes("incident.create") ?? false;
  const attach = (key: string) => onAttach(key, events);
  return (
    <li aria-current={current || undefined}>
      <span className={cx(styles.service, textStyles.emphasis)}>{service?.name ?? "No service"}</span>
      <Lane lane={lane} from={from} to={to} />
      <p>
        {laneWords(lane)}
        <small>{laneDetail(lane)}</small>
      </p>
      <span className={styles.buttons}>
        {!maySettle ? null : candidate ? (
          <Button keys={current ? "Enter" : undefined} onClick={() => attach(candidate.key)}>
            Attach to {candidate.key}
          </Button>
        ) : (
          <>
            <ChooseIncident trigger={<Button kind="ghost">Choose incident</Button>} onChoose={attach} />
            {mayBegin ? <ButtonLink href={beginHref(lane)}>Create incident</ButtonLink> : null}
          </>
        )}
      </span>
    </li>
  );
}

/** The form of a new incident, filled in with what is known from the lane. */
function beginHref({ service, titles }: UnassignedLane): string {
  const params = new URLSearchParams();
  const [first] = titles;
  if (first) {
    params.set("title", first.title);
    params.set("began", first.firstAt);
  }
  if (service) params.set("service", service.id);
  return `/incidents/new?${params}`;
}
