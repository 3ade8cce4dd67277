"use client";

import { useState } from "react";
import { ChoiceButton } from "#components/ui/choices/choice-button.tsx";
import { ValueMenu } from "#components/ui/choices/value-menu.tsx";
import { cx } from "#components/ui/cx.ts";
import textStyles from "#components/ui/roles/text.module.css";
import { zoneOptions } from "./zone-options.ts";

type ZoneFieldProps = {
  label: string;
  value: string | null;
  /** Offered first. */
  atHand: readonly string[];
  onChange: (zone: string) => void;
  placeholder?: string | undefined;
};

/** A time zone by name, city, abbreviation or offset. */
export function ZoneField({ label, value, atHand, onChange, placeholder = "Choose a time zone" }: ZoneFieldProps) {
  const [words, setWords] = useState("");
  return (
    <ValueMenu
      label={label}
      value={value}
      options={zoneOptions(words, atHand)}
      onSearch={setWords}
      placeholder="City, EST, +05:30"
      empty="No matching time zones"
      onChange={onChange}
      trigger={
        <ChoiceButton aria-label={`${label}: ${value ?? placeholder}`}>
          <span className={value === null ? cx(textStyles.truncated, textStyles.muted) : textStyles.truncated}>
            {value ?? placeholder}
          </span>
        </ChoiceButton>
      }
    />
  );
}
