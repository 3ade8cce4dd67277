import type { timelineExportContract } from "#lib/contract/timeline-export.ts";
import { scoreSvg } from "#lib/story/export/score-svg.ts";
import { repeatsOf, tellStory } from "#lib/story/export/tell-story.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { getIncident } from "#server/incidents/incident/index.ts";
import { incidentMetrics, presentEvent } from "#server/incidents/timeline/index.ts";
import { readEvents } from "./read-events.ts";
import { readZone } from "./read-zone.ts";
import { scoreFont } from "./score-font.ts";

/** Returns the score as a standalone SVG. */
export async function exportScore(ctx: Ctx, input: InputOf<typeof timelineExportContract.score>): Promise<File> {
  const { key, zone, theme, widthPx, includeHidden } = input;
  const incident = await getIncident(ctx, { key });
  const events = (await readEvents(ctx, incident.id)).map(presentEvent);
  const story = tellStory(events, includeHidden);
  const picture = scoreSvg({
    incident,
    events: story.map(({ event }) => event),
    repeats: repeatsOf(story),
    metrics: await incidentMetrics(ctx, { key }),
    zone: readZone(zone, incident.timeZone),
    widthPx,
    theme,
    fontOf: scoreFont,
  });
  return new File([picture], `${incident.key}-score.svg`, { type: "image/svg+xml;charset=utf-8" });
}
