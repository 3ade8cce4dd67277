import { actorId } from "#lib/base/access/actor.ts";
import type { timelineExportContract } from "#lib/contract/timeline-export.ts";
import type { ExportStory } from "#lib/story/export/export-story.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { workers } from "#server/base/worker/index.ts";
import { getIncident } from "#server/incidents/incident/index.ts";
import { incidentMetrics, presentEvent } from "#server/incidents/timeline/index.ts";
import { readEvents } from "./read-events.ts";
import { readZone } from "./read-zone.ts";
import { gatherTimelineFile } from "./timeline-file.ts";
import { type TimelineToWrite, WRITE_TIMELINE, writeTimeline } from "./write-timeline.ts";

type Input = InputOf<typeof timelineExportContract.timeline>;

const KINDS = {
  markdown: { ending: "md", type: "text/markdown;charset=utf-8" },
  csv: { ending: "csv", type: "text/csv;charset=utf-8" },
  text: { ending: "txt", type: "text/plain;charset=utf-8" },
} as const;

/** Returns the timeline as a file in one of four formats, which states the time zone of its times. */
export async function exportTimeline(ctx: Ctx, input: Input): Promise<File> {
  const { key, format, zone, includeHidden } = input;
  const incident = await getIncident(ctx, { key });
  const printed = readZone(zone, incident.timeZone);
  const name = `${incident.key}-timeline`;
  if (format === "json") {
    const file = await gatherTimelineFile(ctx, incident, includeHidden ?? true);
    const text = await write(ctx, { format, file }, file.events.length);
    return new File([text], `${name}.json`, { type: "application/json" });
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
  const { ending, type } = KINDS[format];
  return new File([await write(ctx, { format, story }, story.events.length)], `${name}.${ending}`, { type });
}

/** This many events are written within milliseconds. */
const FEW_EVENTS = 300;

/** Writes a long timeline in a worker thread. */
async function write(ctx: Ctx, timeline: TimelineToWrite, eventCount: number): Promise<string> {
  if (eventCount <= FEW_EVENTS) return writeTimeline(timeline);
  const owner = actorId(ctx.actor) ?? "server";
  let text = "";
  for await (const piece of workers().run(WRITE_TIMELINE, timeline, { owner, signal: ctx.signal })) text += piece;
  return text;
}
