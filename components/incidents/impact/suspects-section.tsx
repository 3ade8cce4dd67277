"use client";

import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { TextLink } from "#components/ui/link.tsx";
import { AxisMarks } from "#components/ui/marks/axis-marks.tsx";
import { EventGlyph } from "#components/ui/marks/event-glyph.tsx";
import { Note } from "#components/ui/note.tsx";
import { Section } from "#components/ui/page/section.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { formatDuration } from "#lib/base/time/duration.ts";
import { shortDay } from "#lib/base/time/local-date.ts";
import { clockIn } from "#lib/base/time/zoned-clock.ts";
import type { Response, Suspect } from "#lib/contract/impact.ts";
import { SUSPECT_HOURS } from "#lib/incidents/timeline/suspects/suspects.ts";
import styles from "./suspects-section.module.css";
import { useSuspects } from "./use-suspects.ts";

type SuspectsSectionProps = { response: Response; incidentKey: string; zone: string; mayEdit: boolean };

/** Changes in the two hours before impact, the likeliest first. A person decides which one it was, or wasn't. */
export function SuspectsSection({ response, incidentKey, zone, mayEdit }: SuspectsSectionProps) {
  const { suspects, impactStartedAt } = response;
  const act = useSuspects(incidentKey);
  return (
    <Section
      id="impact-suspects"
      title="Suspects"
      count={
        suspects.length > 0
          ? `${suspects.length} ${suspects.length === 1 ? "change" : "changes"} in the 2 hours before impact, most likely first`
          : "changes in the two hours before impact"
      }
    >
      {suspects.length === 0 ? (
        <Note>
          {impactStartedAt === null ? (
            <>
              To see suspects, set “impact started”.{" "}
              <TextLink href={`/incidents/${incidentKey}?milestone=impact_started`}>Set “impact started”</TextLink>
            </>
          ) : (
            <>
              No suspects. The timeline has no deploy, configuration, flag or other change in that time.{" "}
              <TextLink href={`/incidents/${incidentKey}/import`}>Import changes</TextLink>
            </>
          )}
        </Note>
      ) : (
        <>
          <div className={styles.axis} aria-hidden="true">
            <span />
            <span />
            <AxisMarks
              marks={[
                { label: "2 h before", percent: 0, at: "start" },
                { label: "1 h", percent: 50 },
                { label: "impact", percent: 100, at: "end" },
              ]}
            />
          </div>
          <ol>
            {suspects.map((suspect, at) => (
              <SuspectRow
                key={suspect.eventId}
                suspect={suspect}
                rank={at + 1}
                incidentKey={incidentKey}
                zone={zone}
                mayEdit={mayEdit}
                act={act}
              />
            ))}
          </ol>
        </>
      )}
    </Section>
  );
}

type SuspectRowProps = {
  suspect: Suspect;
  rank: number;
  incidentKey: string;
  zone: string;
  mayEdit: boolean;
  act: ReturnType<typeof useSuspects>;
};

function SuspectRow({ suspect, rank, incidentKey, zone, mayEdit, act }: SuspectRowProps) {
  const { eventNumber, title, secondsBefore, reason, ruledOut, isTrigger } = suspect;
  const [before = "", ...rest] = reason.split(". ");
  const left = 100 * (1 - secondsBefore / (SUSPECT_HOURS * 3600));
  return (
    <li className={cx(styles.suspect, ruledOut && styles.ruledOut)}>
      <span className={styles.rank}>{rank}</span>
      <div className={styles.summary}>
        <div className={styles.title}>
          <EventGlyph shape="change" />
          <TextLink href={`/incidents/${incidentKey}?event=E${eventNumber}`}>
            <b>{title}</b>
          </TextLink>
        </div>
        <p>
          <b>{before}.</b> {rest.join(". ")}
        </p>
      </div>
      <div className={styles.lane} role="img" aria-label={`${formatDuration(secondsBefore)} before impact`}>
        <span className={styles.change} style={{ left: `${left}%` }}>
          <EventGlyph shape="change" />
        </span>
      </div>
      <div className={styles.decision}>
        {ruledOut ? (
          <>
            <span className={textStyles.muted}>
              Rule out{ruledOut.by ? `, by ${ruledOut.by.name}` : ""} on {shortDay(clockIn(ruledOut.at, zone).day)}
            </span>
            {mayEdit ? (
              <Button kind="ghost" onClick={() => void act.ruleOut(suspect, false)}>
                Undo
              </Button>
            ) : null}
          </>
        ) : isTrigger ? (
          <>
            <span className={textStyles.emphasis}>Trigger</span>
            {mayEdit ? (
              <Button kind="ghost" onClick={() => void act.setTrigger(null)}>
                Undo
              </Button>
            ) : null}
          </>
        ) : mayEdit ? (
          <>
            <Button onClick={() => void act.setTrigger(suspect)}>Mark as trigger</Button>
            <Button kind="ghost" onClick={() => void act.ruleOut(suspect, true)}>
              Rule out
            </Button>
          </>
        ) : null}
      </div>
    </li>
  );
}
