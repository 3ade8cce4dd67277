import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { ToldEvent } from "../statements/told-event.ts";
import { isResponse, tells } from "./signs.ts";

/** Kinds of event that can be the first sign of trouble. */
export const SIGNALS: readonly EventKind[] = ["alert_fired", "customer_report", "paged"];
const ANSWERS: readonly EventKind[] = [
  "acknowledged",
  "joined",
  "escalated",
  "declared",
  "decision",
  "mitigation_failed",
];
/** After these, someone has already responded. */
export const COMING: readonly EventKind[] = ["acknowledged", "joined", "rollback_finished", "resolved"];
/** Kinds that are certainly not hands-on work. */
const NO_WORK: ReadonlySet<EventKind> = new Set<EventKind>([
  ...SIGNALS,
  "alert_resolved",
  "metric_shift",
  "error_observed",
  "automated_action",
  "dependency_event",
  "impact_started",
  "impact_changed",
  "acknowledged",
  "escalated",
  "declared",
  "severity_changed",
  "commander_assigned",
  "role_assigned",
  "public_update",
  "support_update",
  "internal_update",
]);
/** Returns whether an event may have been hands-on work. */
export const mayBeWork = ({ kind }: ToldEvent): boolean => !NO_WORK.has(kind);
/** Returns whether someone responded to a signal. */
export const isAnswer = (event: ToldEvent): boolean =>
  tells(event, ANSWERS) || event.says.has("looked_into") || event.says.has("found_out") || isResponse(event);

const FURTHER = /\balso (?:notic|spot|detect|discover|observ|report|find|found|see|saw)\w{0,4}\b/i;
/** Returns whether an event reports a further sign: "I also notice that …". */
export const isFurtherSign = ({ title }: ToldEvent): boolean => FURTHER.test(title);
