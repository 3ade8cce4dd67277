import type { TimelineEvent } from "#lib/contract/timeline.ts";
import type { SeveralStep } from "./undo-fields.ts";

/** The fields that a step changes, in which someone else's change could be lost. */
function namesOf(step: SeveralStep): (keyof TimelineEvent)[] {
  if (step.does !== "set") return ["leadId", "relation"];
  const { moveByMs, ...fields } = step.set;
  return [
    ...(Object.keys(fields) as (keyof typeof fields)[]),
    ...(moveByMs === undefined ? [] : (["at", "endAt"] as const)),
  ];
}

/** Returns whether no one else changed these fields, so the step can be sent again with newer versions. */
export function isUntouched(
  step: SeveralStep,
  before: readonly TimelineEvent[],
  now: readonly TimelineEvent[],
): boolean {
  const current = new Map(now.map((event) => [event.id, event]));
  const names = namesOf(step);
  return before.every((event) => {
    const newer = current.get(event.id);
    return newer !== undefined && names.every((name) => newer[name] === event[name]);
  });
}
