"use client";

import { WhenField } from "#components/base/time/when-field.tsx";
import { PrecisionChoice } from "./precision-choice.tsx";
import type { useTypedTime } from "./use-typed-time.ts";

type TimeInputsProps = {
  time: ReturnType<typeof useTypedTime>;
  zones: readonly string[];
  autoFocus?: boolean | undefined;
  /** Shown once somebody tried to save. */
  showProblem: boolean;
};

/** When, how exact, and until when. */
export function TimeInputs({ time, zones, autoFocus, showProblem }: TimeInputsProps) {
  const problem = showProblem && !time.result.ok ? time.result.reason : undefined;
  return (
    <div className="grid gap-2">
      <WhenField
        label="When"
        when={time.start}
        zones={zones}
        placeholder="31 Jan 2017 23:27:10"
        emptyWords="no time"
        error={problem}
        autoFocus={autoFocus}
      />
      <PrecisionChoice
        value={time.precision}
        onChange={time.setPrecision}
        plusMinusMinutes={time.plusMinusMinutes}
        onPlusMinus={time.setPlusMinus}
      />
      {time.precision === "unknown" ? null : (
        <WhenField label="Until" when={time.end} zones={zones} placeholder="only when it lasted" />
      )}
    </div>
  );
}
