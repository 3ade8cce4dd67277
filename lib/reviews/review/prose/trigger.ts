import { formatDuration } from "#lib/base/time/duration.ts";
import { groupOfKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { paragraph } from "../inline.ts";
import type { Story } from "./story.ts";

const LOOK_BACK_MS = 2 * 3_600_000;

/** The change that was marked, else the last one before the impact with the question left open. */
export function writeTrigger(story: Story): DocumentNode[] {
  const marked = story.moment("trigger_change");
  if (marked) {
    const before = story.span("changeToImpact");
    const what = marked.event ? `${story.quote(marked.event)}, ` : "A change ";
    const lag = before === null ? "" : `, ${before} before the impact began`;
    return [paragraph([`${what}${marked.when}`, ...marked.cite, `${lag}.`])];
  }
  const impact = story.facts.milestones.impact_started;
  if (!impact || impact.precision === "unknown") return [];
  const impactMs = Date.parse(impact.at);
  const lead = (at: string | null) => (at === null ? -1 : impactMs - Date.parse(at));
  const last = story.visible.findLast(
    ({ at, kind }) => groupOfKind(kind) === "change" && lead(at) >= 0 && lead(at) <= LOOK_BACK_MS,
  );
  const when = last ? story.when(last) : null;
  if (!last || when === null) return [];
  const minutes = Math.round(lead(last.at) / 60_000) * 60;
  return [
    paragraph([
      `The last recorded change before the impact is ${story.quote(last)} ${when} `,
      { eventId: last.id },
      `, ${formatDuration(minutes)} earlier. Whether it set the incident off is open.`,
    ]),
  ];
}
