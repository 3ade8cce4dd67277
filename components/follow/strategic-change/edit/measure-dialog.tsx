"use client";

import { useState } from "react";
import { ClashNote } from "#components/base/api/clash-note.tsx";
import { api } from "#components/base/api/client.ts";
import { useEditedFields } from "#components/base/api/use-edited-fields.ts";
import { useToday } from "#components/people/me/use-today.ts";
import { Button } from "#components/ui/button.tsx";
import { DateField } from "#components/ui/fields/date-field.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { FormDialog } from "#components/ui/fields/form-dialog.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { toastDone } from "#components/ui/overlays/toast.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import { LENGTHS } from "#lib/contract/lengths.ts";
import type { ChangeMeasure, StrategicChange } from "#lib/contract/strategic-change.ts";
import { useChangeStrategic } from "../use-change.ts";
import { FigureField, figureText, readFigure, WRONG_FIGURE } from "./figure-field.tsx";
import { useRefusedFields } from "./use-refused-fields.ts";

const fieldsOf = (change: StrategicChange | null) => ({
  metric: change?.measure?.metric ?? "",
  unit: change?.measure?.unit ?? "",
  baseline: figureText(change?.measure?.baseline ?? null),
  target: figureText(change?.measure?.target ?? null),
  by: change?.measure?.by ?? null,
});
const NAMES = ["measure.metric", "measure.baseline", "measure.target", "measure.unit", "measure.by"] as const;
const LABELS = { metric: "metric", unit: "unit", baseline: "baseline", target: "target", by: "target date" };

/** How the effect is measured: what, from which value to which, by when. */
export function MeasureDialog({ change, onClose }: { change: StrategicChange; onClose: () => void }) {
  const { send, isBusy } = useChangeStrategic();
  const today = useToday();
  const [isTried, setTried] = useState(false);
  const { refused, place, clear } = useRefusedFields(NAMES);
  const { fields, set, changed, version, clashes, takeTheirs } = useEditedFields(change, fieldsOf);
  const [baseline, target] = [readFigure(fields.baseline), readFigure(fields.target)];
  const missing = {
    metric: fields.metric.trim() ? undefined : "Enter what is measured",
    baseline: baseline === "wrong" ? WRONG_FIGURE : undefined,
    target: target === null ? "Enter the target" : target === "wrong" ? WRONG_FIGURE : undefined,
    by: fields.by
      ? changed.by && changed.by < today
        ? "Enter today or a later day"
        : undefined
      : "Enter the target date",
  };
  const shown = (error: string | undefined) => (isTried ? error : undefined);
  const save = (measure: ChangeMeasure | null, done: string) => {
    const { key } = change;
    send(
      key,
      version ?? change.version,
      (latest) => api.strategicChange.update({ key, version: latest, measure }),
      () => {
        onClose();
        toastDone(done);
      },
      place,
    );
  };
  const submit = () => {
    setTried(true);
    clear();
    const { by } = fields;
    if (Object.values(missing).some(Boolean) || by === null || typeof target !== "number") return false;
    const known = baseline === "wrong" ? null : baseline;
    save({ metric: fields.metric.trim(), unit: fields.unit.trim(), baseline: known, target, by }, "Measure saved");
    return true;
  };
  return (
    <FormDialog
      title="Measure"
      description={change.title}
      widthPx={560}
      confirm="Save"
      isBusy={isBusy}
      aside={
        change.measure ? (
          <Button kind="ghost" onClick={() => save(null, "Measure removed")}>
            Remove
          </Button>
        ) : null
      }
      onSend={submit}
      onClose={onClose}
    >
      <ClashNote clashes={clashes} labels={LABELS} isRemoved={false} onTakeTheirs={takeTheirs} />
      <Field
        label="What is measured"
        hint="For example, the time from the decision to a verified rollback"
        error={shown(missing.metric) ?? refused["measure.metric"]}
      >
        <Input
          maxLength={LENGTHS.strategicChange.metric}
          value={fields.metric}
          onChange={(event) => set({ metric: event.target.value })}
        />
      </Field>
      <div className={layoutStyles.columns}>
        <FigureField
          label="Baseline"
          optional
          hint="The value before the change"
          value={fields.baseline}
          error={shown(missing.baseline) ?? refused["measure.baseline"]}
          onChange={(text) => set({ baseline: text })}
        />
        <FigureField
          label="Target"
          value={fields.target}
          error={shown(missing.target) ?? refused["measure.target"]}
          onChange={(text) => set({ target: text })}
        />
        <Field label="Unit" optional hint="For example, min or %" error={refused["measure.unit"]}>
          <Input
            maxLength={LENGTHS.strategicChange.unit}
            value={fields.unit}
            onChange={(event) => set({ unit: event.target.value })}
          />
        </Field>
        <DateField
          label="Target date"
          value={fields.by}
          today={today}
          error={shown(missing.by) ?? refused["measure.by"]}
          onChange={(by) => set({ by })}
        />
      </div>
    </FormDialog>
  );
}
