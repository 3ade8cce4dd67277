"use client";

import { useState } from "react";
import { useWhen } from "#components/base/time/use-when.ts";
import { WhenField } from "#components/base/time/when-field.tsx";
import { ZoneField } from "#components/base/time/zone-field.tsx";
import { useMyZone } from "#components/people/me/use-my-zone.ts";
import { Button } from "#components/ui/button.tsx";
import { FieldFrame } from "#components/ui/fields/field.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import { typedWords } from "#lib/base/time/instant-words.ts";
import type { Incident } from "#lib/contract/incident.ts";
import { useWriteIncident } from "../use-write-incident.ts";

/** Both ends of an incident and its time zone. */
export function SpanForm({ incident, onDone }: { incident: Incident; onDone: () => void }) {
  const write = useWriteIncident(incident.key);
  const mine = useMyZone();
  const [timeZone, setTimeZone] = useState(incident.timeZone);
  const began = useWhen(
    incident.startKnown ? typedWords(incident.startedAt, "UTC", true) : "",
    "UTC",
    incident.startedAt,
  );
  const ended = useWhen(
    incident.resolvedAt === null ? "" : typedWords(incident.resolvedAt, "UTC", true),
    "UTC",
    incident.resolvedAt ?? incident.startedAt,
  );
  const zones = [...new Set(["UTC", incident.timeZone, ...(mine ? [mine] : [])])];
  const start = began.reading?.ok ? began.reading.at : null;
  const end = ended.reading?.ok ? ended.reading.at : null;
  const isBackwards = start !== null && end !== null && Date.parse(end) < Date.parse(start);
  const isWrong = start === null || ended.reading?.ok === false || isBackwards;
  return (
    <form
      className={layoutStyles.stack}
      onSubmit={(event) => {
        event.preventDefault();
        if (isWrong || start === null) return;
        onDone();
        void write.update({ startedAt: start, resolvedAt: end, timeZone }, `Start and end of ${incident.key} changed`);
      }}
    >
      <WhenField label="Started" when={began} zones={zones} autoFocus />
      <WhenField
        label="Ended"
        when={ended}
        zones={zones}
        emptyWords="still open"
        error={isBackwards ? "Enter an end after the start" : undefined}
      />
      <FieldFrame label="Time zone" hint="Times are stored in UTC and can be shown in this time zone.">
        <ZoneField label="Time zone" value={timeZone} atHand={zones} onChange={setTimeZone} />
      </FieldFrame>
      <span>
        <Button kind="primary" type="submit" disabledReason={isWrong ? "Correct the times first" : undefined}>
          Save start and end
        </Button>
      </span>
    </form>
  );
}
