import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";

/**
 * Kinds by the verb of a log entry (`acknowledge_log_entry`) or of a webhook (`incident.acknowledged`). The first match
 * wins.
 */
const KIND_BY_VERB: readonly (readonly [RegExp, EventKind])[] = [
  [/^unacknowledge/, "escalated"],
  [/^acknowledge/, "acknowledged"],
  [/^reopen/, "reopened"],
  [/^(delegate|reassign)/, "handoff"],
  [/^(escalate|exhaust_escalation|repeat_escalation|reach_ack_timeout)/, "escalated"],
  [/^notify/, "paged"],
  [/^responder_?(accept|join)|^responder\.replied/, "joined"],
  [/^(add_)?responder/, "escalated"],
  [/^(assign|incident_role|role)/, "role_assigned"],
  [/^(priority|urgency)/, "severity_changed"],
  [/^(workflow|automation|run_|suppress)/, "automated_action"],
];

/**
 * Returns the kind of a PagerDuty log entry or webhook. An incident that a person opens is declared, and one that a
 * monitor opens is an alert. Its end is likewise "resolved" by a person and "alert resolved" by a monitor.
 */
export function kindOfPagerDuty(verb: string, byPerson: boolean): EventKind {
  if (verb.startsWith("trigger")) return byPerson ? "declared" : "alert_fired";
  if (verb.startsWith("resolve")) return byPerson ? "resolved" : "alert_resolved";
  return KIND_BY_VERB.find(([pattern]) => pattern.test(verb))?.[1] ?? "internal_update";
}
