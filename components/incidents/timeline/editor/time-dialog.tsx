"use client";

import { useCallback, useState } from "react";
import { noonOf } from "#components/base/time/noon-of.ts";
import { Seg } from "#components/ui/choices/seg.tsx";
import { Field, FieldHint } from "#components/ui/fields/field.tsx";
import { FormDialog } from "#components/ui/fields/form-dialog.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { toastDone } from "#components/ui/overlays/toast.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import { instantWords } from "#lib/base/time/instant-words.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { offsetWords, parseOffset } from "../clocks/offset-words.ts";
import { useTimelineScope } from "../state/scope.tsx";
import { type EventFields, fieldsBefore } from "../story/event-fields.ts";
import { TimeInputs } from "./time-inputs.tsx";
import { useTypedTime } from "./use-typed-time.ts";

/** Gives several events the same time, one after the other, as one undo step. */
function useSetTimes() {
  const { curate, offerUndo } = useTimelineScope();
  return useCallback(
    async (events: readonly TimelineEvent[], fields: EventFields) => {
      const done: { event: TimelineEvent; before: EventFields }[] = [];
      for (const event of events) {
        const before = fieldsBefore(event, fields);
        if (await curate.quietly(event, fields)) done.push({ event, before });
      }
      if (done.length === 0) return;
      const undo = offerUndo(() => {
        for (const { event, before } of done) void curate.quietly({ ...event, ...fields }, before);
      });
      toastDone(`${countWords(done.length, "event")} set to the same time`, {
        action: { label: "Undo", run: undo },
      });
    },
    [curate, offerUndo],
  );
}

const focusNow = (input: HTMLInputElement | null) => input?.focus();

type TimeDialogProps = { events: readonly TimelineEvent[]; onClose: () => void; onDone: () => void };

/** The time of several events: moved by the same amount, or the same for all. */
export function TimeDialog({ events, onClose, onDone }: TimeDialogProps) {
  const { zone, zones, several, baseDay } = useTimelineScope();
  const timed = events.filter((event) => event.at !== null);
  const [way, setWay] = useState<"move" | "set">(timed.length === 0 ? "set" : "move");
  const [text, setText] = useState("");
  const [tried, setTried] = useState(false);
  const first = events.find((event) => event.at !== null);
  const time = useTypedTime(first ?? null, zone, noonOf(baseDay));
  const setTimes = useSetTimes();
  const reading = parseOffset(text);
  const count = countWords(events.length, "event");
  const untimed = events.length - timed.length;
  const save = () => {
    setTried(true);
    if (way === "move") {
      if (!reading?.ok || reading.ms === 0 || timed.length === 0) return false;
      void several.set(
        timed,
        { moveByMs: reading.ms },
        `${countWords(timed.length, "event")} moved by ${offsetWords(reading.ms)}`,
      );
    } else {
      if (!time.result.ok) return false;
      void setTimes(events, time.result.fields);
    }
    onDone();
    onClose();
    return true;
  };
  const hint =
    reading?.ok && first?.at
      ? `${instantWords(first.at, zone, true)} becomes ${instantWords(new Date(Date.parse(first.at) + reading.ms).toISOString(), zone, true)}`
      : "−29 s, +1 h, +1 h 30 m";
  const problem =
    timed.length === 0
      ? "None of these events has a time. Set the same time for all."
      : reading === null
        ? "Enter an offset"
        : reading.ok
          ? reading.ms === 0
            ? "Enter an offset other than 0"
            : undefined
          : reading.reason;
  return (
    <FormDialog
      title={`Time of ${count}`}
      widthPx={560}
      confirm={way === "move" ? `Move ${countWords(timed.length, "event")}` : "Set time"}
      onSend={save}
      onClose={onClose}
    >
      <span className={layoutStyles.row}>
        <Seg
          label="Change"
          value={way}
          options={[
            { value: "move", label: "Move by" },
            { value: "set", label: "Same time for all" },
          ]}
          onChange={(value) => setWay(value === "set" ? "set" : "move")}
        />
      </span>
      {way === "move" ? (
        <Field label="Offset" hint={hint} error={tried ? problem : undefined}>
          <Input
            ref={focusNow}
            value={text}
            autoComplete="off"
            placeholder="+1 h"
            onChange={(event) => setText(event.target.value)}
          />
        </Field>
      ) : (
        <TimeInputs time={time} zones={zones} autoFocus showProblem={tried} />
      )}
      {way === "move" && untimed > 0 ? (
        <FieldHint>
          {countWords(untimed, "event")} without a time {untimed === 1 ? "stays as it is" : "stay as they are"}.
        </FieldHint>
      ) : null}
    </FormDialog>
  );
}
