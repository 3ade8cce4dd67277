import { type EventKind, groupOfKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { ToldEvent } from "./told-event.ts";

/** A milestone's event with the reason why it is proposed. */
export interface Found {
  event: ToldEvent;
  reason: string;
}

const MITIGATION_STEPS: readonly EventKind[] = [
  "mitigation_started",
  "rollback_started",
  "rollback_finished",
  "flag_off",
  "scaled",
  "rerouted",
  "restarted",
];
/** A change counts as a step once the response has begun. */
const CHANGE_STEPS: readonly EventKind[] = [
  "deploy_started",
  "deploy_finished",
  "config_changed",
  "flag_changed",
  "infra_change",
  "data_change",
  "migration",
];
const TOGETHER_MS = 15 * 60_000;
const FAILURES: readonly EventKind[] = [
  "mitigation_failed",
  "error_observed",
  "alert_fired",
  "customer_report",
  "impact_started",
];

const tells = ({ kinds }: ToldEvent, wanted: readonly EventKind[]) => wanted.some((kind) => kinds.has(kind));
export const isStep = (event: ToldEvent, changesToo = true): boolean =>
  tells(event, MITIGATION_STEPS) || (changesToo && tells(event, CHANGE_STEPS));
/** Whether an event shows that it was not over then. */
export const isFailure = (event: ToldEvent): boolean => tells(event, FAILURES);

/** Whether an act was the harm itself: it is called a mistake, or what it destroyed is brought back later. */
const isHarm = ({ says, ms }: ToldEvent, events: readonly ToldEvent[]): boolean =>
  says.has("mistake") ||
  (says.has("destroys") && events.some((later) => later.ms > ms && later.says.has("brings_back")));

/**
 * The step that helped: the first one behind the last sign that it was not over, among those after the trouble was known
 * and before it was over. None where the end is not known, or nothing was done.
 */
export function stepThatHelped(events: readonly ToldEvent[], from: number, until: number | null): Found | null {
  const during = events.filter(({ ms }) => ms >= from && (until === null || ms <= until));
  if (until === null) return null;
  const failedAt = during.findLastIndex((event) => isFailure(event) && !tells(event, ["impact_ended", "resolved"]));
  const [event, ...others] = during.slice(failedAt + 1).filter((one) => isStep(one) && !isHarm(one, events));
  if (!event) return null;
  // Another kind of step much later: which of the two helped is not told.
  if (others.some(({ ms, kind }) => kind !== event.kind && ms - event.ms > TOGETHER_MS)) return null;
  const reason =
    failedAt >= 0 ? "The first step after the last sign that it was not over" : "The first step of mitigation";
  return { event, reason };
}

const HOUR_MS = 3_600_000;
const NEAR_MS = 20 * 60_000;
const isChange = ({ kinds }: ToldEvent) => [...kinds].some((kind) => groupOfKind(kind) === "change");

/**
 * The last change in the hour before impact, where it was taken back later or nothing else stands between; to be
 * confirmed by a person.
 */
export function changeBefore(events: readonly ToldEvent[], impactAt: number | null): Found | null {
  if (impactAt === null) return null;
  const before = events.filter(({ ms }) => ms <= impactAt && impactAt - ms <= HOUR_MS);
  const event = before.findLast(isChange);
  if (!event) return null;
  const wasTakenBack = events.some(
    ({ ms, kinds }) =>
      ms > impactAt && (kinds.has("rollback_started") || kinds.has("rollback_finished") || kinds.has("flag_off")),
  );
  const isAdjacent =
    impactAt - event.ms <= NEAR_MS && before.at(-1 - Number(before.at(-1)?.ms === impactAt))?.id === event.id;
  if (!(wasTakenBack || isAdjacent)) return null;
  const minutes = Math.round((impactAt - event.ms) / 60_000);
  return { event, reason: `The last change before impact, ${minutes} m earlier` };
}
