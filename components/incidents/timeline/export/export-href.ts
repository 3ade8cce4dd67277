import type { ScoreTheme } from "#lib/base/vocabulary/score-colours.ts";
import type { TimelineFormat } from "#lib/base/vocabulary/timeline-export.ts";

const path = (key: string, rest: string, query: Record<string, string>) =>
  `/api/v1/incidents/${key}/timeline/${rest}?${new URLSearchParams(query)}`;

/** Where the timeline is saved from, with its times in a zone. */
export const exportHref = (key: string, format: TimelineFormat, zone: string): string =>
  path(key, "export", { format, zone });

/** Where the score is drawn for a file. */
export const scoreHref = (key: string, zone: string, theme: ScoreTheme, widthPx?: number): string =>
  path(key, "score.svg", { zone, theme, ...(widthPx === undefined ? {} : { widthPx: String(widthPx) }) });
