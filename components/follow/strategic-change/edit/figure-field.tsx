"use client";

import { Field } from "#components/ui/fields/field.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import type { ChangeMeasure } from "#lib/contract/strategic-change.ts";

const FIGURE = /^-?\d{1,12}(?:[.,]\d{1,6})?$/;

/** 1400 as the page writes it. As a decimal comma it would be 1.4, so a person decides. */
const GROUPED = /^-?[1-9]\d{0,2},\d{3}$/;

/** The error of a figure that is "wrong". */
export const WRONG_FIGURE = "Enter a number without commas for thousands, such as 1400 or 2.5";

/** Returns the number of a typed figure, null for an empty field, and "wrong" for other text. */
export function readFigure(text: string): number | null | "wrong" {
  const typed = text.replaceAll(/\s/g, "").replace("\u2212", "-");
  if (typed === "") return null;
  return FIGURE.test(typed) && !GROUPED.test(typed) ? Number(typed.replace(",", ".")) : "wrong";
}

/** The typed figure, and the measure that it was typed for. */
export interface TypedFigure {
  text: string;
  of: ChangeMeasure | null;
}

/** Returns why a figure isn't sent: it isn't a number, or someone has changed what is measured since it was typed. */
export function figureError({ text, of }: TypedFigure, now: ChangeMeasure | null): string | undefined {
  const figure = now && readFigure(text);
  if (!now || figure === null) return undefined;
  if (figure === "wrong") return WRONG_FIGURE;
  if (of?.metric === now.metric && of.unit === now.unit) return undefined;
  return "Someone changed what is measured. Enter the value again.";
}

/** Returns a figure as a person would type it. */
export const figureText = (value: number | null) => (value === null ? "" : String(value));

interface FigureFieldProps {
  label: string;
  hint?: string | undefined;
  optional?: boolean | undefined;
  className?: string | undefined;
  value: string;
  error: string | undefined;
  onChange: (text: string) => void;
}

/** A figure in a form. Its text is read when the form is sent. */
export function FigureField({ value, onChange, ...field }: FigureFieldProps) {
  return (
    <Field {...field}>
      <Input
        className={textStyles.figure}
        inputMode="decimal"
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
