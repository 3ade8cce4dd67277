import { formatDuration } from "#lib/base/time/duration.ts";
import { EVENT_KINDS_BY_GROUP, type EventGroup, groupOfKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { ROLL_BACK_TARGET_SECONDS } from "#lib/incidents/timeline/metrics.ts";
import { bulletList, type Inline, paragraph, sentences } from "../inline.ts";
import { listEvents, type Story } from "./story.ts";

/** Groups of events that can be a mitigation: a remark or an alert never is. */
const STEP_GROUPS: ReadonlySet<EventGroup> = new Set(["mitigation", "change"]);
const STEPS = [...EVENT_KINDS_BY_GROUP.mitigation, "automated_action"] as const;

function begun(story: Story): Inline[] {
  const moment = story.moment("mitigation_started");
  if (!moment) return [];
  const lag = story.span("decisionLag");
  const isStep = moment.event !== null && STEP_GROUPS.has(groupOfKind(moment.event.kind));
  const what = moment.event && isStep ? ` with ${story.quote(moment.event)}` : "";
  const after = lag === null ? "" : `, ${lag} after the incident was declared`;
  return [`Mitigation started ${moment.when}${what}`, ...moment.cite, `${after}.`];
}

function tookEffect(story: Story): Inline[] {
  const moment = story.moment("mitigated");
  if (!moment) return [];
  const took = story.span("mitigationExecution");
  const isRollBack = story.moment("mitigation_started")?.event?.kind === "rollback_started";
  const target = isRollBack ? `; the target for a roll-back is ${formatDuration(ROLL_BACK_TARGET_SECONDS)}` : "";
  return [`The impact was mitigated ${moment.when}`, ...moment.cite, took === null ? "." : `, ${took} later${target}.`];
}

function recovered(story: Story): Inline[] {
  const moment = story.moment("resolved");
  if (!moment) return [];
  const tail = story.span("recoveryTail");
  return [
    `The service was fully normal ${moment.when}`,
    ...moment.cite,
    tail === null ? "." : `, ${tail} after the impact was mitigated.`,
  ];
}

/** What was done to end the impact, when each step began, and when it took effect. */
export function writeMitigation(story: Story): DocumentNode[] {
  const steps = listEvents(story, STEPS);
  return [
    ...sentences([begun(story), tookEffect(story), recovered(story)]),
    ...(steps.length > 0 ? [paragraph(["Steps taken:"]), bulletList(steps)] : []),
  ];
}
