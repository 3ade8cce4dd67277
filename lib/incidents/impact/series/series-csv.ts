import type { SeriesPoint } from "./series.ts";
import { ratioOf } from "./series-samples.ts";

/** Returns a series as CSV that the series reader can read: time in UTC, failed, all, and the share in percent. */
export function seriesCsv(points: readonly SeriesPoint[]): string {
  const rows = points.map((point) => {
    const share = ratioOf(point);
    return [point.at, point.errors ?? "", point.total ?? "", share === null ? "" : (share * 100).toFixed(3)].join(",");
  });
  return ["time,errors,total,error_percent", ...rows, ""].join("\n");
}
