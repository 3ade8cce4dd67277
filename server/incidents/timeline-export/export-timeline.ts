import type { timelineExportContract } from "#lib/contract/timeline-export.ts";
import { timelineCsv } from "#lib/story/export/csv.ts";
import type { ExportStory } from "#lib/story/export/export-story.ts";
import { timelineMarkdown } from "#lib/story/export/markdown.ts";
import { timelineText } from "#lib/story/export/text.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { getIncident } from "#server/incidents/incident/index.ts";
import { incidentMetrics, presentEvent } from "#server/incidents/timeline/index.ts";
import { readEvents } from "./read-events.ts";
import { readZone } from "./read-zone.ts";
import { gatherTimelineFile } from "./timeline-file.ts";

type Input = InputOf<typeof timelineExportContract.timeline>;

const WRITERS = {
  markdown: { write: timelineMarkdown, ending: "md", type: "text/markdown;charset=utf-8" },
  csv: { write: timelineCsv, ending: "csv", type: "text/csv;charset=utf-8" },
  text: { write: timelineText, ending: "txt", type: "text/plain;charset=utf-8" },
} as const;

/** The timeline as a file in one of four formats; the zone of its times is stated in it. */
export async function exportTimeline(ctx: Ctx, input: Input): Promise<File> {
  const { key, format, zone, includeHidden } = input;
  const incident = await getIncident(ctx, { key });
  const printed = readZone(zone, incident.timeZone);
  const name = `${incident.key}-timeline`;
  if (format === "json") {
    const file = await gatherTimelineFile(ctx, incident, includeHidden ?? true);
    return new File([`${JSON.stringify(file, null, 2)}\n`], `${name}.json`, { type: "application/json" });
  }
  const { milestones } = await incidentMetrics(ctx, { key });
  const { severity, status, startedAt, resolvedAt, title, services } = incident;
  const story: ExportStory = {
    incident: {
      key,
      title,
      severity,
      status,
      startedAt,
      resolvedAt,
      services: services.map((service) => service.name),
    },
    events: (await readEvents(ctx, incident.id)).map(presentEvent),
    milestones,
    zone: printed,
    exportedAt: ctx.now().toISOString(),
    includeHidden: includeHidden ?? false,
  };
  const { write, ending, type } = WRITERS[format];
  return new File([write(story)], `${name}.${ending}`, { type });
}
