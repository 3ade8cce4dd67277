import { EVENT_KINDS, type EventKind, groupOfKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { Saying } from "../statements/saying.ts";
import type { ToldEvent } from "../statements/told-event.ts";

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

/** Returns whether an event is an act of the response. A change counts as one once the response has started. */
export const isStep = (event: ToldEvent, changesToo = true): boolean =>
  event.states === null &&
  (tells(event, MITIGATION_STEPS) || event.says.has("repairs") || (changesToo && tells(event, CHANGES_TOO)));
/** Returns whether an event reports recovery or improvement. */
export const isRecovery = (event: ToldEvent): boolean =>
  tells(event, ENDS) || saysAny(event, ["works", "partly_works", "eased"]);
/** Returns whether an event shows that it wasn't over. */
export const isFailure = (event: ToldEvent): boolean =>
  (tells(event, FAILURES) || saysAny(event, ["still_bad", "noticed"])) && !isRecovery(event);
/** Returns whether an event is about trouble. */
export const isTrouble = (event: ToldEvent): boolean =>
  isFailure(event) || tells(event, ["impact_started", "impact_changed", "metric_shift", "dependency_event", "paged"]);
/** Returns whether an event only serves the response, and isn't an earlier change. */
export const isResponse = (event: ToldEvent): boolean => isStep(event, false) && !tells(event, CHANGES_TOO);

/** Returns whether an event mentions trouble, even if only in plain words. */
export const isBad = (event: ToldEvent): boolean => isTrouble(event) || saysAny(event, ["troubled", "bad"]);
/** Returns whether something was done, even if only in plain words. An improvement alone doesn't count. */
export const isAct = (event: ToldEvent): boolean =>
  isStep(event) ||
  (event.says.has("acts") &&
    event.states === null &&
    !isTrouble(event) &&
    !isRecovery(event) &&
    !saysAny(event, ["heard", "partly_well"]));
