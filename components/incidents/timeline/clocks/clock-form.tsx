"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { instantWords } from "#lib/base/time/instant-words.ts";
import type { SourceClock } from "#lib/contract/curate.ts";
import { useTimelineScope } from "../state/scope.tsx";
import { offsetWords, parseOffset } from "./offset-words.ts";

type ClockFormProps = {
  name: string;
  clock: SourceClock | undefined;
  /** A time as the source recorded it, to show the effect of the offset. */
  recorded: string | null;
  onMove: (offsetMs: number) => void;
  onClear: () => void;
  onDone: () => void;
};

/** Sets the offset of a source's clock, or clears it. The recorded times are kept. */
export function ClockForm({ name, clock, recorded, onMove, onClear, onDone }: ClockFormProps) {
  const { zone, mayEdit } = useTimelineScope();
  const [text, setText] = useState(clock ? offsetWords(clock.offsetMs) : "");
  const [tried, setTried] = useState(false);
  const reading = parseOffset(text);
  const problem =
    reading?.ok === false ? reading.reason : reading === null ? "Enter an offset, such as −29 s or +1 h" : undefined;
  const time = (offsetMs: number) =>
    recorded === null ? "" : instantWords(new Date(Date.parse(recorded) + offsetMs).toISOString(), zone, true);
  const save = () => {
    setTried(true);
    if (!reading?.ok) return;
    onDone();
    if (reading.ms === 0) onClear();
    else onMove(reading.ms);
  };
  return (
    <form
      className={layoutStyles.tightStack}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {clock ? <p className={textStyles.caption}>{originWords(clock)}</p> : null}
      {mayEdit ? (
        <>
          <Field
            label={`Move all times of ${name} by`}
            hint={
              reading?.ok && recorded !== null
                ? `${time(0)} becomes ${time(reading.ms)}`
                : "For example, −29 s or +1 h. The recorded times are kept."
            }
            error={tried ? problem : undefined}
          >
            <Input
              value={text}
              autoComplete="off"
              placeholder="−29 s"
              onChange={(event) => setText(event.target.value)}
            />
          </Field>
          <span className={layoutStyles.row}>
            <Button kind="primary" type="submit">
              Move clock
            </Button>
            {clock ? (
              <Button
                kind="ghost"
                onClick={() => {
                  onDone();
                  onClear();
                }}
              >
                Reset clock
              </Button>
            ) : null}
          </span>
          <p className={textStyles.note}>
            Or select one of its events and the same moment in another source, then choose “Same moment”.
          </p>
        </>
      ) : null}
    </form>
  );
}

/** "Moved by −29 s, 19 events. The offset comes from E6 and E9, tied by Maya." */
export function originWords({ offsetMs, movedEvents, pair, setBy }: SourceClock): string {
  const moved = `Moved by ${offsetWords(offsetMs)}, ${movedEvents} ${movedEvents === 1 ? "event" : "events"}.`;
  const who = setBy ? ` by ${setBy.name}` : "";
  return pair
    ? `${moved} The offset comes from one pair, E${pair.eventNumber} and E${pair.matchNumber}, tied${who}.`
    : `${moved} Set${who}.`;
}
