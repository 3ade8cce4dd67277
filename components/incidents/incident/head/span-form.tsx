"use client";

import { useState } from "react";
import { typedWords } from "#components/base/time/instant-words.ts";
import { useWhen } from "#components/base/time/use-when.ts";
import { WhenField } from "#components/base/time/when-field.tsx";
import { ZoneField } from "#components/base/time/zone-field.tsx";
import { useMyZone } from "#components/people/me/use-my-zone.ts";
import { Button } from "#components/ui/button.tsx";
import type { Incident } from "#lib/contract/incident.ts";
import { useWriteIncident } from "../use-write-incident.ts";

/** Both ends of an incident and the zone that its people lived in. */
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
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (isWrong || start === null) return;
        onDone();
        void write.update({ startedAt: start, resolvedAt: end, timeZone }, `${incident.key} has new dates`);
      }}
    >
      <WhenField label="Began" when={began} zones={zones} autoFocus />
      <WhenField
        label="Ended"
        when={ended}
        zones={zones}
        emptyWords="still open"
        error={isBackwards ? "Before the start. Enter a later time" : undefined}
      />
      <div className="fld">
        <span className="fld-l">Zone of the incident</span>
        <ZoneField label="Zone of the incident" value={timeZone} atHand={zones} onChange={setTimeZone} />
        <p className="fld-h">Times can be shown in it next to UTC. The record stays in UTC.</p>
      </div>
      <span>
        <Button kind="primary" type="submit" disabledReason={isWrong ? "Correct the times first" : undefined}>
          Save the dates
        </Button>
      </span>
    </form>
  );
}
