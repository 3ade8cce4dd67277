"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Seg } from "#components/ui/choices/seg.tsx";
import { DateField } from "#components/ui/fields/date-field.tsx";
import { cityOf } from "#lib/base/time/zones.ts";
import { useTimelineScope } from "../state/scope.tsx";
import { useAnswerZone } from "./use-answer-zone.ts";

const PAST_DAY = "14 Feb, yesterday, 2017-02-14";

type DayChoiceProps = {
  importId: string;
  label: string;
  /** Some of the times also lack a time zone. */
  asksZone: boolean;
};

/** The start day of an import's times without a day, and their time zone if they have none. */
export function DayChoice({ importId, label, asksZone }: DayChoiceProps) {
  const { zones, baseDay } = useTimelineScope();
  const answer = useAnswerZone();
  const [date, setDate] = useState<string | null>(baseDay);
  const [zone, setZone] = useState<string | null>(null);
  const missing = date === null ? "Choose the day" : asksZone && zone === null ? "Choose the time zone" : undefined;
  return (
    <>
      <DateField label={`First day of ${label}`} labelHidden placeholder={PAST_DAY} value={date} onChange={setDate} />
      {asksZone ? (
        <Seg
          label={`Time zone of ${label}`}
          value={zone ?? ""}
          options={zones.map((one) => ({ value: one, label: cityOf(one) }))}
          onChange={setZone}
        />
      ) : null}
      <Button
        disabledReason={missing}
        busy={answer.isPending}
        onClick={() => date && answer.mutate({ importId, date, ...(zone ? { zone } : {}) })}
      >
        Set day
      </Button>
    </>
  );
}
