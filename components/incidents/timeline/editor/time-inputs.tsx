"use client";

import { useId } from "react";
import { WhenField } from "#components/base/time/when-field.tsx";
import { Seg } from "#components/ui/choices/seg.tsx";
import { cx } from "#components/ui/cx.ts";
import { Input } from "#components/ui/fields/input.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { PRECISIONS, type Precision } from "#lib/base/time/precision.ts";
import type { useTypedTime } from "./use-typed-time.ts";

const WORDS: Record<Precision, string> = {
  exact: "second",
  minute: "minute",
  approx: "about",
  hour: "hour",
  day: "day",
  unknown: "unknown",
};

type PrecisionChoiceProps = {
  value: Precision;
  onChange: (precision: Precision) => void;
  plusMinusMinutes: number | null;
  onPlusMinus: (minutes: number | null) => void;
};

/** The precision of a time. "About" asks by how many minutes it can differ. */
function PrecisionChoice({ value, onChange, plusMinusMinutes, onPlusMinus }: PrecisionChoiceProps) {
  const id = useId();
  return (
    <span className={layoutStyles.wrappingRow}>
      <Seg
        label="Precision"
        value={value}
        options={PRECISIONS.map((precision) => ({ value: precision, label: WORDS[precision] }))}
        onChange={(next) => onChange(PRECISIONS.find((precision) => precision === next) ?? "minute")}
      />
      {value === "approx" ? (
        <label className={cx(layoutStyles.row, textStyles.small)} htmlFor={id}>
          <span aria-hidden="true">±</span>
          <span className={textStyles.visuallyHidden}>Plus or minus</span>
          <Input
            id={id}
            className={textStyles.figure}
            type="number"
            min={0}
            max={1440}
            value={plusMinusMinutes ?? ""}
            onChange={(event) => onPlusMinus(event.target.value === "" ? null : Math.round(Number(event.target.value)))}
          />
          min
        </label>
      ) : null}
    </span>
  );
}

type TimeInputsProps = {
  time: ReturnType<typeof useTypedTime>;
  zones: readonly string[];
  autoFocus?: boolean | undefined;
  /** Shown after an attempt to save. */
  showProblem: boolean;
};

/** When, how exact, and until when. */
export function TimeInputs({ time, zones, autoFocus, showProblem }: TimeInputsProps) {
  const { result } = time;
  const problemOf = (field: "when" | "until") =>
    showProblem && !result.ok && result.field === field ? result.reason : undefined;
  return (
    <div className={layoutStyles.tightStack}>
      <WhenField
        label="When"
        when={time.start}
        zones={zones}
        placeholder="31 Jan 2017 23:27:10"
        emptyWords="no time"
        error={problemOf("when")}
        autoFocus={autoFocus}
      />
      <PrecisionChoice
        value={time.precision}
        onChange={time.setPrecision}
        plusMinusMinutes={time.plusMinusMinutes}
        onPlusMinus={time.setPlusMinus}
      />
      {time.precision === "unknown" ? null : (
        <WhenField
          label="Until"
          when={time.end}
          zones={zones}
          placeholder="only if it has a duration"
          error={problemOf("until")}
        />
      )}
    </div>
  );
}
