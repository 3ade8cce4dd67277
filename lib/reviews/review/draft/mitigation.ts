import { formatDuration } from "#lib/base/time/duration.ts";
import { EVENT_KINDS_BY_GROUP, type EventGroup, groupOfKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { isTooEarly } from "#lib/incidents/timeline/milestones/doubt-milestone.ts";
import { ROLL_BACK_TARGET_SECONDS } from "#lib/incidents/timeline/milestones/metrics.ts";
import type { FactEvent } from "./facts.ts";
import { bulletList, type Inline, paragraph, sentences } from "./inline.ts";
import { listEvents, type Story } from "./story.ts";

/** Groups of events that can be a mitigation. A remark or an alert can't. */
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
  const target = isRollBack ? ` The target for a rollback is ${formatDuration(ROLL_BACK_TARGET_SECONDS)}.` : "";
  return [`The impact was mitigated ${moment.when}`, ...moment.cite, took === null ? "." : `, ${took} later.${target}`];
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

function stepList(story: Story, lead: string, isMeant: (step: FactEvent) => boolean): DocumentNode[] {
  const steps = listEvents(story, STEPS, isMeant);
  return steps.length > 0 ? [paragraph([lead]), bulletList(steps)] : [];
}

/** When the mitigation started, when it took effect, and when the service was normal. */
export const writeMitigationTimes = (story: Story): DocumentNode[] =>
  sentences([begun(story), tookEffect(story), recovered(story)]);

/**
 * Writes the steps that ended the impact. A step before the impact or its detection isn't one. Steps before the
 * marked mitigation are listed separately.
 */
export function writeMitigationSteps(story: Story): DocumentNode[] {
  const startedMs = Date.parse(story.moment("mitigation_started")?.at ?? "");
  const isEarlier = ({ at }: FactEvent) => at !== null && Date.parse(at) < startedMs;
  const isStep = ({ at }: FactEvent) => at === null || !isTooEarly(at, story.facts.milestones);
  return [
    ...stepList(story, "Earlier steps:", (step) => isStep(step) && isEarlier(step)),
    ...stepList(story, "Steps taken:", (step) => isStep(step) && !isEarlier(step)),
  ];
}
