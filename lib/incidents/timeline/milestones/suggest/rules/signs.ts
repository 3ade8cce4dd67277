import { EVENT_KINDS, type EventKind, groupOfKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { Saying } from "../told/saying.ts";
import type { ToldEvent } from "../told/told-event.ts";

export const CHANGES_TOO: readonly EventKind[] = [
  "deploy_started",
  "deploy_finished",
  "config_changed",
  "flag_changed",
  "infra_change",
  "data_change",
  "migration",
];
const MITIGATION_STEPS: readonly EventKind[] = EVENT_KINDS.filter(
  (kind) => groupOfKind(kind) === "mitigation" && kind !== "mitigation_failed",
);
const FAILURES: readonly EventKind[] = [
  "mitigation_failed",
  "error_observed",
  "alert_fired",
  "customer_report",
  "impact_started",
];
export const ENDS: readonly EventKind[] = ["mitigated", "impact_ended", "resolved"];

export const tells = ({ kinds }: Pick<ToldEvent, "kinds">, wanted: readonly EventKind[]): boolean =>
  wanted.some((kind) => kinds.has(kind));
export const saysAny = ({ says }: ToldEvent, wanted: readonly Saying[]) => wanted.some((one) => says.has(one));

/** An act of the response; a change counts as one once the response has started. */
export const isStep = (event: ToldEvent, changesToo = true): boolean =>
  event.states === null &&
  (tells(event, MITIGATION_STEPS) || event.says.has("repairs") || (changesToo && tells(event, CHANGES_TOO)));
/** Whether it is told that all is well, or better. */
export const isRecovery = (event: ToldEvent): boolean =>
  tells(event, ENDS) || saysAny(event, ["works", "partly_works", "eased"]);
/** Whether an event shows that it was not over then. */
export const isFailure = (event: ToldEvent): boolean =>
  (tells(event, FAILURES) || saysAny(event, ["still_bad", "noticed"])) && !isRecovery(event);
/** Whether an event tells of trouble at all. */
export const isTrouble = (event: ToldEvent): boolean =>
  isFailure(event) || tells(event, ["impact_started", "impact_changed", "metric_shift", "dependency_event", "paged"]);
/** An action that only serves the response, and isn't an earlier change. */
export const isResponse = (event: ToldEvent): boolean => isStep(event, false) && !tells(event, CHANGES_TOO);

/** Whether an event speaks of trouble, be it by its plain words alone. */
export const isBad = (event: ToldEvent): boolean => isTrouble(event) || saysAny(event, ["troubled", "bad"]);
/** Whether something was done, be it by its plain words alone; that it got better is another matter. */
export const isAct = (event: ToldEvent): boolean =>
  isStep(event) ||
  (event.says.has("acts") &&
    event.states === null &&
    !isTrouble(event) &&
    !isRecovery(event) &&
    !saysAny(event, ["heard", "partly_well"]));
