/** Kinds of timeline events, by group. */
export const EVENT_KINDS_BY_GROUP = {
  change: [
    "deploy_started",
    "deploy_finished",
    "config_changed",
    "flag_changed",
    "migration",
    "infra_change",
    "data_change",
    "third_party_change",
    "traffic_change",
  ],
  system: ["alert_fired", "alert_resolved", "metric_shift", "error_observed", "automated_action", "dependency_event"],
  impact: ["impact_started", "impact_changed", "impact_ended"],
  people: ["paged", "acknowledged", "joined", "left", "handoff", "escalated", "commander_assigned", "role_assigned"],
  thinking: ["observation", "hypothesis", "hypothesis_rejected", "decision", "question", "confusion"],
  mitigation: [
    "mitigation_started",
    "rollback_started",
    "rollback_finished",
    "flag_off",
    "scaled",
    "rerouted",
    "restarted",
    "mitigation_failed",
  ],
  communication: ["internal_update", "public_update", "customer_report", "support_update", "exec_update"],
  lifecycle: ["declared", "severity_changed", "mitigated", "resolved", "monitoring", "closed", "reopened"],
  context: ["known_risk", "backlog_item", "design_decision", "earlier_incident"],
} as const;

export type EventGroup = keyof typeof EVENT_KINDS_BY_GROUP;
export type EventKind = (typeof EVENT_KINDS_BY_GROUP)[EventGroup][number];

export const EVENT_KINDS = Object.values(EVENT_KINDS_BY_GROUP).flat() as readonly EventKind[] as readonly [
  EventKind,
  ...EventKind[],
];

/** How an event is drawn: one shape per lane. */
export const EVENT_SHAPES = ["signal", "change", "step", "update", "recovery", "context"] as const;
export type EventShape = (typeof EVENT_SHAPES)[number];

const SIGNAL_KINDS: readonly EventKind[] = ["paged", "customer_report", "impact_started", "impact_changed"];
const RECOVERY_KINDS: readonly EventKind[] = [
  "rollback_finished",
  "alert_resolved",
  "impact_ended",
  "mitigated",
  "resolved",
];
const STEP_KINDS: readonly EventKind[] = ["declared", "severity_changed"];

const SHAPE_OF_GROUP: Record<EventGroup, EventShape> = {
  change: "change",
  system: "signal",
  impact: "signal",
  people: "step",
  thinking: "step",
  mitigation: "step",
  communication: "update",
  lifecycle: "context",
  context: "context",
};

/** Returns the group in which the choice of kinds lists a kind. */
export function groupOfKind(kind: EventKind): EventGroup {
  for (const group of Object.keys(EVENT_KINDS_BY_GROUP) as EventGroup[]) {
    if ((EVENT_KINDS_BY_GROUP[group] as readonly EventKind[]).includes(kind)) return group;
  }
  return "context";
}

/** Returns the shape of an event kind in score, spine and chips. */
export function shapeOfKind(kind: EventKind): EventShape {
  if (SIGNAL_KINDS.includes(kind)) return "signal";
  if (RECOVERY_KINDS.includes(kind)) return "recovery";
  if (STEP_KINDS.includes(kind)) return "step";
  if (kind === "automated_action") return "change";
  return SHAPE_OF_GROUP[groupOfKind(kind)];
}

/** Returns the label of a kind: "Deploy started" for `deploy_started`. */
export function wordsOfKind(kind: EventKind): string {
  const words = kind.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
