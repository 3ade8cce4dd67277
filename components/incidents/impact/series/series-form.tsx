"use client";

import { type DragEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/choices/select.tsx";
import { cx } from "#components/ui/cx.ts";
import { Checkbox } from "#components/ui/fields/checkbox.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import type { ImpactWindow } from "#lib/contract/impact.ts";
import type { MeasuredWindow, SeriesRule } from "#lib/incidents/impact/series/measure-series.ts";
import type { SeriesProblem } from "#lib/incidents/impact/series/series.ts";
import { NumberField } from "./number-field.tsx";
import { PasteField } from "./paste-field.tsx";
import styles from "./series-form.module.css";
import { mainWindow, replacedBy } from "./series-words.ts";
import { NOTHING_PASTED, type SeriesState } from "./use-series.ts";

type SeriesFormProps = {
  series: SeriesState;
  problems: readonly SeriesProblem[];
  pointCount: number;
  found: readonly MeasuredWindow[];
  rule: SeriesRule;
  onRule: (rule: SeriesRule) => void;
  services: readonly { id: string; name: string }[];
  windows: readonly ImpactWindow[];
  mayEdit: boolean;
};

const grouped = new Intl.NumberFormat("en");

/** Paste or drop, threshold and minimum time, what was found, and the button that creates windows. */
export function SeriesForm(props: SeriesFormProps) {
  const { series, problems, pointCount, found, rule, onRule, services, windows, mayEdit } = props;
  const [chosen, setChosen] = useState<string | null>(null);
  const [takesOut, setTakesOut] = useState(true);
  const [isOver, setOver] = useState(false);
  const serviceId = chosen ?? services[0]?.id ?? "";
  const replaced = replacedBy(found, windows, serviceId);
  const drag = (over: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(over && mayEdit);
  };
  const take = async (file: File) => series.paste({ title: file.name, text: await file.text(), zone: "" });
  return (
    <section
      aria-label="The series"
      data-over={isOver || undefined}
      className={styles.form}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={(event) => {
        drag(false)(event);
        const [file] = event.dataTransfer.files;
        if (file && mayEdit) void take(file);
      }}
    >
      {series.all.length > 1 && !series.pasted ? (
        <Field label="Kept series" className={styles.field}>
          <Select
            value={series.kept?.id ?? ""}
            options={series.all.map(({ id, title }) => ({ value: id, label: title }))}
            onChange={(event) => series.choose(event.target.value)}
          />
        </Field>
      ) : null}
      <PasteField
        series={series}
        pointCount={pointCount}
        problems={problems}
        mayEdit={mayEdit}
        onFile={(file) => void take(file)}
      />
      {pointCount > 0 ? (
        <>
          <Figures
            {...{ found, rule, onRule, serviceId }}
            services={services.length > 1 && mayEdit ? services : []}
            onService={setChosen}
          />
          {mayEdit && replaced.length > 0 ? (
            <Checkbox
              label={`Remove ${replaced.length === 1 ? "the default window" : `${replaced.length} default windows`} for that time. Otherwise ${replaced.length === 1 ? "it outweighs" : "they outweigh"} the measured windows.`}
              checked={takesOut}
              onChange={(event) => setTakesOut(event.target.checked)}
            />
          ) : null}
          {mayEdit ? (
            <Buttons
              series={series}
              foundCount={found.length}
              serviceId={serviceId}
              onUse={() => void series.use(serviceId, rule, takesOut ? replaced : [])}
            />
          ) : null}
        </>
      ) : series.pasted && series.all.length > 0 ? (
        <div className={cx(styles.buttons, layoutStyles.row)}>
          <Button kind="ghost" onClick={() => series.paste(null)}>
            Cancel
          </Button>
        </div>
      ) : null}
    </section>
  );
}

type FiguresProps = Pick<SeriesFormProps, "found" | "rule" | "onRule"> & {
  /** Those to choose from. Empty where there is no choice. */
  services: SeriesFormProps["services"];
  serviceId: string;
  onService: (id: string) => void;
};

/** The threshold and minimum time, and what they find. */
function Figures({ found, rule, onRule, services, serviceId, onService }: FiguresProps) {
  const main = mainWindow(found);
  return (
    <dl className={styles.figures}>
      <NumberField
        label="Impact above"
        value={rule.thresholdPercent}
        unit="%"
        max={100}
        onChange={(thresholdPercent) => onRule({ ...rule, thresholdPercent })}
      />
      <NumberField
        label="for at least"
        value={rule.atLeastSeconds}
        unit="s"
        max={86_400}
        onChange={(atLeastSeconds) => onRule({ ...rule, atLeastSeconds: Math.round(atLeastSeconds) })}
      />
      <div>
        <dt>Windows found</dt>
        <dd className={textStyles.figure}>{found.length}</dd>
      </div>
      {main && main.errors !== null && main.total !== null ? (
        <div>
          <dt>Main window: failed of all</dt>
          <dd className={textStyles.figure}>
            {grouped.format(main.errors)} of {grouped.format(main.total)}
          </dd>
        </div>
      ) : null}
      {services.length > 0 ? (
        <div>
          <dt>
            <label htmlFor="series-service">Service</label>
          </dt>
          <dd>
            <Select
              id="series-service"
              value={serviceId}
              options={services.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(event) => onService(event.target.value)}
            />
          </dd>
        </div>
      ) : null}
    </dl>
  );
}

type ButtonsProps = { series: SeriesState; foundCount: number; serviceId: string; onUse: () => void };

function Buttons({ series, foundCount, serviceId, onUse }: ButtonsProps) {
  return (
    <div className={cx(styles.buttons, layoutStyles.wrappingRow)}>
      <Button
        kind={series.pasted ? "primary" : "default"}
        busy={series.isBusy}
        busyLabel="Adding"
        disabled={foundCount === 0 || serviceId === ""}
        disabledReason={serviceId === "" ? "Add a service to the incident first" : undefined}
        onClick={onUse}
      >
        {foundCount === 1 ? "Use 1 window" : `Use ${foundCount} windows`}
      </Button>
      {series.pasted ? (
        <Button kind="ghost" onClick={() => void series.keep()}>
          Keep as evidence
        </Button>
      ) : (
        <Button kind="ghost" onClick={() => series.paste(NOTHING_PASTED)}>
          Paste another
        </Button>
      )}
      {series.pasted && series.all.length > 0 ? (
        <Button kind="ghost" onClick={() => series.paste(null)}>
          Cancel
        </Button>
      ) : null}
      {series.kept ? <TakeOff series={series} /> : null}
    </div>
  );
}

function TakeOff({ series }: { series: SeriesState }) {
  const { kept } = series;
  if (!kept) return null;
  return (
    <Button kind="ghost" onClick={() => void series.remove(kept)}>
      Remove series
    </Button>
  );
}
