"use client";

import type { SeriesPoint } from "#lib/incidents/impact/series.ts";
import { seriesCsv } from "#lib/incidents/impact/series-csv.ts";

/** The points of the chart as a file; it is made when it is asked for. */
export function SeriesCsvLink({ points, filename }: { points: readonly SeriesPoint[]; filename: string }) {
  const save = () => {
    const address = URL.createObjectURL(new Blob([seriesCsv(points)], { type: "text/csv;charset=utf-8" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = filename;
    link.click();
    // The browser reads the address after the click.
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  };
  return (
    <button type="button" className="lnk" onClick={save}>
      CSV
    </button>
  );
}
