"use client";

import { Seg } from "#components/ui/seg.tsx";
import { PRECISIONS, type Precision } from "#lib/base/time/precision.ts";

const WORDS: Record<Precision, string> = {
  exact: "second",
  minute: "minute",
  approx: "about",
  hour: "hour",
  day: "day",
  unknown: "not known",
};

type PrecisionChoiceProps = {
  value: Precision;
  onChange: (precision: Precision) => void;
  plusMinusMinutes: number | null;
  onPlusMinus: (minutes: number | null) => void;
};

/** How well a time is known; "about" asks by how many minutes it may be off. */
export function PrecisionChoice({ value, onChange, plusMinusMinutes, onPlusMinus }: PrecisionChoiceProps) {
  return (
    <span className="flex flex-wrap">
      <Seg
        label="How exact"
        value={value}
        options={PRECISIONS.map((precision) => ({ value: precision, label: WORDS[precision] }))}
        onChange={(next) => onChange(PRECISIONS.find((precision) => precision === next) ?? "minute")}
      />
      {value === "approx" ? (
        <label className="flex small">
          <span aria-hidden="true">±</span>
          <span className="vh">Plus or minus</span>
          <input
            className="in pm num"
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
