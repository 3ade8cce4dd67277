import type { timelineExportContract } from "#lib/contract/timeline-export.ts";
import { scoreSvg } from "#lib/timeline/export/score-svg.ts";
import { repeatsOf, tellStory } from "#lib/timeline/export/tell-story.ts";
import { getIncident } from "#server/incident/index.ts";
import type { Ctx } from "#server/kernel/context.ts";
import type { InputOf } from "#server/kernel/input.ts";
import { incidentMetrics, presentEvent } from "#server/timeline/index.ts";
import { readEvents } from "./read-events.ts";
import { readZone } from "./read-zone.ts";

/** The score as an SVG that stands alone. */
export async function exportScore(ctx: Ctx, input: InputOf<typeof timelineExportContract.score>): Promise<File> {
  const { key, zone, theme, widthPx, includeHidden } = input;
  const incident = await getIncident(ctx, { key });
  const events = (await readEvents(ctx, incident.id)).map(presentEvent);
  const story = tellStory(events, includeHidden);
  const picture = scoreSvg({
    incident,
    events: story.map((told) => told.event),
    repeats: repeatsOf(story),
    metrics: await incidentMetrics(ctx, { key }),
    zone: readZone(zone, incident.timeZone),
    widthPx,
    theme,
  });
  return new File([picture], `${incident.key}-score.svg`, { type: "image/svg+xml;charset=utf-8" });
}
