"use client";

import { useState } from "react";
import { ClashNote } from "#components/base/api/clash-note.tsx";
import { api } from "#components/base/api/client.ts";
import { useEditedFields } from "#components/base/api/use-edited-fields.ts";
import { Options } from "#components/ui/choices/option.tsx";
import { FormDialog } from "#components/ui/fields/form-dialog.tsx";
import { toastDone } from "#components/ui/overlays/toast.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import { CHANGE_CONFIDENCE_WORDS, CHANGE_CONFIDENCES } from "#lib/base/vocabulary/strategic-change.ts";
import type { StrategicChange } from "#lib/contract/strategic-change.ts";
import { CONFIDENCE_FACTORS } from "#lib/follow/strategic-change/score.ts";
import { useChangeStrategic } from "../use-change.ts";
import { FigureField, figureText, readFigure } from "./figure-field.tsx";

const PERCENT = 100;
const fieldsOf = (change: StrategicChange | null) => ({
  exposed: figureText(change?.estimate.exposedMinutes ?? null),
  reduction: figureText(percentOf(change?.estimate.reduction ?? null)),
  confidence: change?.estimate.confidence ?? null,
  effort: figureText(change?.estimate.effortWeeks ?? null),
});
const percentOf = (part: number | null) => (part === null ? null : Math.round(part * PERCENT * PERCENT) / PERCENT);
const LABELS = { exposed: "minutes", reduction: "share avoided", confidence: "confidence", effort: "weeks of work" };
const CONFIDENCES = CHANGE_CONFIDENCES.map((value) => ({
  value,
  label: CHANGE_CONFIDENCE_WORDS[value],
  consequence: `Counts ${CONFIDENCE_FACTORS[value]}`,
}));

/** The figures from which the score of a change is computed. Each may stay unknown. */
export function EstimateDialog({ change, onClose }: { change: StrategicChange; onClose: () => void }) {
  const { send, isBusy } = useChangeStrategic();
  const [isTried, setTried] = useState(false);
  const { fields, set, version, clashes, takeTheirs } = useEditedFields(change, fieldsOf);
  const [exposed, percent, weeks] = [
    readFigure(fields.exposed),
    readFigure(fields.reduction),
    readFigure(fields.effort),
  ];
  const wrong = {
    exposed: isWithin(exposed, 0, 600_000) ? undefined : "Enter minutes a year, such as 620",
    reduction: isWithin(percent, 0, PERCENT) ? undefined : "Enter a percentage from 0 to 100",
    effort: isWithin(weeks, 0, 5200) && weeks !== 0 ? undefined : "Enter weeks of work for one person, such as 8",
  };
  const shown = (error: string | undefined) => (isTried ? error : undefined);
  const submit = () => {
    setTried(true);
    if (Object.values(wrong).some(Boolean)) return false;
    const { key } = change;
    const estimate = {
      exposedMinutes: numberOf(exposed),
      reduction: percent === null ? null : Number(percent) / PERCENT,
      confidence: fields.confidence,
      effortWeeks: numberOf(weeks),
    };
    send(
      key,
      version ?? change.version,
      (latest) => api.strategicChange.update({ key, version: latest, estimate }),
      () => {
        onClose();
        toastDone("Estimate saved");
      },
    );
    return true;
  };
  return (
    <FormDialog
      title="Estimate"
      description="The score compares changes. It never decides their order."
      widthPx={560}
      confirm="Save"
      isBusy={isBusy}
      onSend={submit}
      onClose={onClose}
    >
      <ClashNote clashes={clashes} labels={LABELS} isRemoved={false} onTakeTheirs={takeTheirs} />
      <div className={layoutStyles.columns}>
        <FigureField
          label="Weighted bad minutes a year"
          optional
          hint="Without this change. Leave it empty if unknown."
          value={fields.exposed}
          error={shown(wrong.exposed)}
          onChange={(text) => set({ exposed: text })}
        />
        <FigureField
          label="Share avoided (%)"
          optional
          value={fields.reduction}
          error={shown(wrong.reduction)}
          onChange={(text) => set({ reduction: text })}
        />
        <FigureField
          label="Weeks of work"
          optional
          hint="For one person"
          value={fields.effort}
          error={shown(wrong.effort)}
          onChange={(text) => set({ effort: text })}
        />
      </div>
      <Options
        label="Confidence"
        value={fields.confidence}
        options={CONFIDENCES}
        columns={3}
        onChange={(value) => set({ confidence: CHANGE_CONFIDENCES.find((one) => one === value) ?? null })}
      />
    </FormDialog>
  );
}

const numberOf = (figure: number | null | "wrong") => (figure === "wrong" ? null : figure);
const isWithin = (figure: number | null | "wrong", low: number, high: number) =>
  figure === null || (figure !== "wrong" && figure >= low && figure <= high);
