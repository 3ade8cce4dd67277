"use client";

import { useMemo, useState } from "react";
import { Section } from "#components/ui/page/section.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { saveFile } from "#components/ui/save-file.ts";
import type { Impact } from "#lib/contract/impact.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { DEFAULT_SERIES_RULE, measureSeries, type SeriesRule } from "#lib/incidents/impact/series/measure-series.ts";
import type { Series, SeriesPoint } from "#lib/incidents/impact/series/series.ts";
import { seriesCsv } from "#lib/incidents/impact/series/series-csv.ts";
import type { WriteWindows } from "../use-write-windows.ts";
import { SeriesChart } from "./series-chart.tsx";
import { SeriesForm } from "./series-form.tsx";
import styles from "./series-section.module.css";
import { SeriesTable } from "./series-table.tsx";
import { elsewhereProblem, seriesHeadline, stepWords } from "./series-words.ts";
import { useSeries } from "./use-series.ts";

/** Downloads the points of the chart as a file, created on request. */
function SeriesCsvLink({ points, filename }: { points: readonly SeriesPoint[]; filename: string }) {
  const save = () => saveFile(new Blob([seriesCsv(points)], { type: "text/csv;charset=utf-8" }), filename);
  return (
    <button type="button" className={textStyles.link} onClick={save}>
      CSV
    </button>
  );
}

type SeriesSectionProps = {
  incidentKey: string;
  impact: Impact;
  services: readonly { id: string; name: string }[];
  /** Of the timeline. */
  events: readonly TimelineEvent[];
  zone: string;
  onPlaced: WriteWindows["place"];
};

const EMPTY: Series = { points: [], problems: [] };

/** A pasted metric: threshold, windows found and their measured weight. The pasted text is stored as evidence. */
export function SeriesSection({ incidentKey, impact, services, events, zone, onPlaced }: SeriesSectionProps) {
  const series = useSeries(incidentKey, impact, onPlaced);
  const [rule, setRule] = useState<SeriesRule>(DEFAULT_SERIES_RULE);
  const [isTable, setTable] = useState(false);
  const { points, problems } = series.read ?? EMPTY;
  const found = useMemo(() => measureSeries(points, rule), [points, rule]);
  const elsewhere = useMemo(() => elsewhereProblem(points, events, zone), [points, events, zone]);
  if (!impact.mayEdit && impact.series.length === 0) return null;
  const hasPoints = points.length > 0;
  return (
    <Section
      id="impact-series"
      title="Measured from a series"
      count={series.kept ? `${series.kept.title}, kept as evidence` : "errors and totals, as CSV or from Prometheus"}
      right={
        hasPoints ? (
          <span className={layoutStyles.row}>
            <button type="button" className={textStyles.link} aria-pressed={isTable} onClick={() => setTable(!isTable)}>
              {isTable ? "View as chart" : "View as table"}
            </button>
            <SeriesCsvLink points={points} filename={`${incidentKey}-error-rate.csv`} />
          </span>
        ) : null
      }
    >
      <div className={styles.measured}>
        {hasPoints ? (
          <figure>
            <h3>{seriesHeadline(found, rule)}</h3>
            <p className={styles.unit}>Failed requests as a share of all{stepWords(points)}.</p>
            {isTable ? (
              <SeriesTable points={points} zone={zone} />
            ) : (
              <SeriesChart points={points} found={found} rule={rule} zone={zone} />
            )}
          </figure>
        ) : (
          <div className={styles.empty}>
            <h3>Measure impact from an error rate</h3>
            <p>
              Paste a time, the failed requests and all requests, in columns. You can also paste a percentage, or the
              result of a Prometheus range query. The pasted text is kept with the incident as evidence.
            </p>
          </div>
        )}
        <SeriesForm
          series={series}
          problems={elsewhere ? [elsewhere, ...problems] : problems}
          pointCount={points.length}
          found={found}
          rule={rule}
          onRule={setRule}
          services={services}
          windows={impact.windows}
          mayEdit={impact.mayEdit}
        />
      </div>
    </Section>
  );
}
