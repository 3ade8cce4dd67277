import { HOUR_MS, MINUTE_MS } from "#lib/base/time/spans.ts";
import { type EventKind, groupOfKind } from "#lib/base/vocabulary/event-kinds.ts";
import { WORST_OVER } from "../../../kinds/whole-lines.ts";
import { captionOf } from "../statements/plain-words.ts";
import type { Found, ToldEvent } from "../statements/told-event.ts";
import { familyOf, sharedWords } from "./same-change.ts";
import { CHANGES_TOO, ENDS, isAct, isFailure, isRecovery, isStep, saysAny, tells } from "./signs.ts";

const HIT_AGAIN: readonly EventKind[] = ["impact_started", "alert_fired", "customer_report", "mitigation_failed"];
const MOST_STEPS = 4;
const TOGETHER_MS = 15 * MINUTE_MS;
const FINISHED = /\b(?:complete|completed|finished|done)\b/i;
const LONGEST_APPLYING_MS = 4 * HOUR_MS;

/**
 * Returns whether an act was useless or the harm itself: it is called a mistake, or what it destroyed is restored
 * later.
 */
export const isHarm = ({ says, ms, kind }: ToldEvent, events: readonly ToldEvent[]): boolean =>
  says.has("in_vain") ||
  kind === "mitigation_failed" ||
  (says.has("mistake") && !says.has("repairs")) ||
  (says.has("destroys") && events.some((later) => later.ms > ms && later.says.has("brings_back")));

const TRIED =
  /^\W*(?:(?:we|i|he|she|they|the team|[A-Z][a-z]{1,20}) )?(?:then |also |first )?(?:attempt(?:s|ed|ing)?|tr(?:y|ies|ied|ying)) (?:to|at|an?)\b(?!.{0,120}\b(?:worked|succeeded|successful(?:ly)?|helped|fixed it|solved)\b)/i;
/** Returns whether an event is only an attempt ("attempted to uncordon the nodes"), and another step came after it. */
export const isOnlyTried = ({ title, ms }: ToldEvent, events: readonly ToldEvent[]): boolean =>
  TRIED.test(title) && events.some((later) => later.ms > ms && isStep(later) && !TRIED.test(later.title));

/**
 * Returns the step that helped: after the last sign of failure, the last step before it got better, at the start of
 * that action. Null if nothing was done, or if so much was done that no step can be singled out.
 */
export function stepThatHelped(events: readonly ToldEvent[], from: number, until: number | null): Found | null {
  const during = events.filter(
    ({ ms, title }) => ms >= from && (until === null || ms <= until) && !WORST_OVER.test(title) && !GOES_ON.test(title),
  );
  // "Fix 1 went live, and the storm stopped at once": a second fix for what is left doesn't replace it.
  const stated = during.find(
    (one) =>
      one.says.has("helped") &&
      isStep(one) &&
      !during.some(({ ms, kinds }) => ms > one.ms && tells({ kinds }, HIT_AGAIN)),
  );
  if (stated) return { event: stated, reason: "Its text states that it helped" };
  const failedAt = during.findLastIndex((event) => isFailure(event) && !isStep(event));
  const since = during.slice(failedAt + 1);
  if (until === null) return during.filter((one) => isStep(one)).length > MOST_STEPS ? null : fixIn(since);
  const done = since.filter(
    (one) => isStep(one) && !isHarm(one, events) && !isTidyingUp(one, during, from) && !isOnlyTried(one, since),
  );
  // A line about the end counts as the step only if no other event does.
  const acts = done.filter((one) => !tells(one, ENDS) || isStep({ ...one, kinds: new Set([one.kind]) }));
  const helped = acts.length > 0 ? acts : done;
  // So much was tried that the lines don't show what helped.
  if (helped.length > MOST_STEPS && new Set(helped.map(({ kind }) => familyOf(kind))).size > 2) return null;
  const [first, last] = [helped[0], helped.at(-1)];
  const decision = since.findLast(({ kind, ms }) => kind === "decision" && ms < (first?.ms ?? until));
  if (!first || !last) {
    if (decision) return { event: decision, reason: "The decision before it got better" };
    return lastAct(
      since.filter((one) => one.ms > from && isAct(one) && !isHarm(one, events)),
      until,
    );
  }
  // If the lines mention only that it was done, it started with the decision.
  if (decision && FINISHED.test(first.title) && first.ms - decision.ms <= TOGETHER_MS)
    return { event: decision, reason: "The decision for the step that helped" };
  if (last.ms - first.ms <= TOGETHER_MS) return { event: first, reason: "The step before it got better" };
  const applied = changeThatItApplied(helped, last);
  if (applied) return { event: applied, reason: "The change that the restart applied, before it got better" };
  const own = helped.slice(helped.findLastIndex(({ kind }) => familyOf(kind) !== familyOf(last.kind)) + 1);
  return { event: own[0] ?? last, reason: "The last step before it got better" };
}

/** "We are continuing to block attacks": what continues was started before. */
const GOES_ON =
  /^\W*(?:[\w.'’-]{1,20} ){0,3}?(?:continu(?:es?|ed|ing) to \w|(?:is|are) still \w{2,20}ing\b|(?:keep|keeps|kept|keeping) \w{2,20}ing\b)/i;

/** Returns the last action before it got better, or the first of those right before it. */
function lastAct(acts: readonly ToldEvent[], until: number): Found | null {
  const last = acts.findLast(({ ms }) => ms < until) ?? acts.at(-1);
  const event = acts.find(({ ms }) => last && last.ms - ms <= TOGETHER_MS);
  return event ? { event, reason: "The last action before it got better" } : null;
}

/** Returns a live fix without a known end. Nothing failed after it. */
function fixIn(since: readonly ToldEvent[]): Found | null {
  const event = since.find(({ says }) => says.has("fix_live"));
  return event ? { event, reason: "A fix went live, and nothing failed after it" } : null;
}

/** Returns whether an action reverts a change of the response itself that was no longer needed. */
const isTidyingUp = (act: ToldEvent, during: readonly ToldEvent[], from: number): boolean =>
  from > 0 &&
  tells(act, ["rollback_started", "rollback_finished"]) &&
  during.some((one) => one.ms > from && one.ms < act.ms && tells(one, CHANGES_TOO) && sharedWords(one, act) > 1);

/** A restart after a change applies the change. */
function changeThatItApplied(steps: readonly ToldEvent[], last: ToldEvent): ToldEvent | null {
  const before = steps.at(-2);
  const isApplied = last.kind === "restarted" && before && tells(before, CHANGES_TOO);
  return isApplied && last.ms - before.ms <= LONGEST_APPLYING_MS ? before : null;
}

/** Returns the first relief that lasted: nothing failed after it. An end that is only declared doesn't count. */
export function reliefThatHeld(told: readonly ToldEvent[], from: number, end: Found | null): Found | null {
  const isWellAfterAct = (event: ToldEvent) =>
    event.says.has("partly_well") &&
    (!event.says.has("well") ||
      told.some(
        (one) =>
          one.ms <= event.ms && one.ms >= from && (isStep(one) || (one.says.has("acts") && !one.says.has("heard"))),
      ));
  const events = end ? told.filter(({ ms }) => ms <= end.event.ms) : told;
  const held = events.slice(events.findLastIndex(isFailure) + 1);
  // A full recovery is also the end. It may have been better before.
  // A decision isn't relief, whatever it is for.
  const isStated = ({ kind, kinds, says }: ToldEvent) =>
    kinds.has("mitigated") && !says.has("well") && kind !== "decision";
  const stated = held.find(isStated) ?? events.find(isStated);
  if (stated) return { event: stated, reason: "Its text mentions “mitigated”" };
  // "Outage ends" describes the end, and not an earlier relief.
  const better = held.find(
    (event) =>
      !event.kinds.has("resolved") &&
      !event.says.has("end_label") &&
      captionOf(event.title) !== "investigating" &&
      ((isRecovery(event) && hasStepBefore(events, event)) || (end !== null && isWellAfterAct(event))),
  );
  if (better) return { event: better, reason: "The first sign of improvement" };
  // It worked again, and was confirmed later.
  const again = held.find(
    (event) => end !== null && event.ms < end.event.ms && event.kinds.has("resolved") && event.says.has("well"),
  );
  if (again && hasStepBefore(events, again)) return { event: again, reason: "The first sign of improvement" };
  // The end alone tells when it was better: "resolved: all back to normal".
  // "Restarted nginx, incident resolved" tells what brought the relief.
  const isRelief = end && (isStep(end.event) || (!end.event.says.has("end_label") && isWell(end.event)));
  if (end && isRelief) return { event: end.event, reason: "It ended here, and no earlier improvement is mentioned" };
  const done = held.find(
    (event) =>
      (event.kinds.has("rollback_finished") && !isTidyingUp(event, events, from)) ||
      saysAny(event, ["fix_live", "watching"]),
  );
  if (done && !held.some((event) => event.ms > done.ms && isStep(event)))
    return { event: done, reason: "The rollback or fix was done, and nothing failed after it" };
  const isSaid = end?.event.says.has("well") && !end.event.says.has("end_label");
  return end && isSaid && !done
    ? { event: end.event, reason: "It ended here, and no earlier improvement is mentioned" }
    : null;
}

/** Returns whether an end alone means that users were no longer affected. */
const isWell = (event: ToldEvent): boolean => tells(event, ["impact_ended"]) || event.says.has("works");

/** An improvement before any step isn't relief, unless it ended. */
const hasStepBefore = (events: readonly ToldEvent[], better: ToldEvent): boolean =>
  tells(better, ENDS) || events.some((event) => event.ms <= better.ms && isStep(event));

/** Returns whether nothing failed and nothing more was done after an event. A first detection isn't a failure. */
export function isLastWord(event: ToldEvent, events: readonly ToldEvent[], noticed?: ToldEvent): boolean {
  const later = events.filter(({ ms, id }) => ms > event.ms && id !== noticed?.id);
  return !later.some((one) => isFailure(one) || isStep(one) || groupOfKind(one.kind) === "mitigation");
}
