"use client";

import { useState } from "react";
import { useWhen } from "#components/base/time/use-when.ts";
import { typedWords } from "#lib/base/time/instant-words.ts";
import type { Precision } from "#lib/base/time/precision.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { precisionOf, toTimeFields } from "./time-fields.ts";

type Timed = Pick<TimelineEvent, "at" | "endAt" | "precision" | "uncertaintySeconds">;

/**
 * The fields of an event's time while they are typed: start, end, precision, plus or minus. `nearAt` as in `useWhen`.
 */
export function useTypedTime(event: Timed | null, zone: string, nearAt: string | null) {
  const isExact = event?.precision === "exact";
  const near = event?.at ?? nearAt;
  const start = useWhen(event?.at ? typedWords(event.at, zone, isExact) : "", zone, near);
  const end = useWhen(event?.endAt ? typedWords(event.endAt, zone, isExact) : "", start.zone, near);
  const [chosen, setChosen] = useState<Precision | null>(event?.at ? event.precision : null);
  const seconds = event?.uncertaintySeconds ?? null;
  const [plusMinusMinutes, setPlusMinus] = useState(seconds === null ? null : Math.round(seconds / 60));
  const typed = { when: start.reading, until: end.reading, precision: chosen, plusMinusMinutes };
  return {
    start: {
      ...start,
      // A newly typed time has its own precision.
      setText: (text: string) => {
        setChosen(null);
        start.setText(text);
      },
    },
    end,
    precision: precisionOf(typed),
    setPrecision: setChosen,
    plusMinusMinutes,
    setPlusMinus,
    result: toTimeFields(typed),
  };
}
