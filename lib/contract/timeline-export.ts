import { z } from "zod";
import { SCORE_THEMES } from "#lib/base/vocabulary/score-colours.ts";
import { TIMELINE_FORMATS } from "#lib/base/vocabulary/timeline-export.ts";
import { incidentKey, line, route } from "./base.ts";

const zone = line(64)
  .default("UTC")
  .describe("time zone of the times: UTC, `incident` for the incident's own, an IANA name or an offset");

export const timelineExportContract = {
  timeline: route("GET", "/incidents/{key}/timeline/export", "The timeline as a file", "Timeline")
    .input(
      z.strictObject({
        key: incidentKey,
        format: z.enum(TIMELINE_FORMATS).default("markdown"),
        zone: zone.describe("as for the picture. The JSON is always in UTC"),
        includeHidden: z
          .boolean()
          .optional()
          .describe("hidden events are left out unless this is true. JSON includes them unless it is false"),
      }),
    )
    .output(z.file()),
  score: route("GET", "/incidents/{key}/timeline/score.svg", "The score as a picture", "Timeline")
    .input(
      z.strictObject({
        key: incidentKey,
        zone,
        theme: z.enum(SCORE_THEMES).default("light"),
        widthPx: z.int().min(600).max(6000).default(1400),
        includeHidden: z.boolean().default(false),
      }),
    )
    .output(z.file()),
};
