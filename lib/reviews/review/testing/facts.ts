import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import { deriveMetrics, type MilestoneTimes } from "#lib/incidents/timeline/milestones/metrics.ts";
import type { MilestoneName } from "#lib/incidents/timeline/milestones/milestone-names.ts";
import type { FactEvent, ReviewFacts } from "../draft/facts.ts";

export const factEvent = (id: string, at: string | null, kind: EventKind, title: string): FactEvent => ({
  id,
  at,
  precision: at === null ? "unknown" : "minute",
  kind,
  title,
  pinned: false,
  hidden: false,
});

/** Facts of a plain incident with the given events, each milestone at one of them. */
export function factsOf(
  events: FactEvent[],
  points: Partial<Record<MilestoneName, string>> = {},
  change: Partial<Omit<ReviewFacts, "incident">> & { incident?: Partial<ReviewFacts["incident"]> } = {},
): ReviewFacts {
  const milestones: MilestoneTimes = {};
  for (const [name, eventId] of Object.entries(points) as [MilestoneName, string][]) {
    const event = events.find(({ id }) => id === eventId);
    if (event?.at) milestones[name] = { at: event.at, precision: event.precision, eventId };
  }
  const { incident, ...rest } = change;
  const kind = incident?.kind ?? "incident";
  const detectedBy = events.find(({ id }) => id === points.detected)?.kind ?? null;
  return {
    services: [{ name: "Checkout", ownerTeam: "Payments" }],
    roles: [],
    windows: [],
    events,
    milestones,
    metrics: deriveMetrics({ kind, milestones, detectedBy }),
    found: { summary: [], impact: [] },
    earlier: { startedAt: "2025-06-10T09:00:00Z", incidents: [], actions: [], changes: [] },
    people: [],
    ...rest,
    incident: {
      key: "INC-1",
      title: "Checkout returns errors",
      severity: 2,
      highestSeverity: 1,
      kind,
      status: "resolved",
      startedAt: null,
      resolvedAt: null,
      timeZone: "UTC",
      impactText: "",
      ...incident,
    },
  };
}

/** A deploy that was rolled back, with every milestone that a review needs. */
export function rolledBack(): ReviewFacts {
  const at = (time: string) => `2025-06-10T${time}:00Z`;
  const events = [
    factEvent("deploy", at("09:00"), "deploy_finished", "Deploy 8841 finished."),
    factEvent("impact", at("09:01"), "impact_started", "Error rate of checkout at 12 %"),
    factEvent("alert", at("09:02"), "alert_fired", "Checkout error rate over 5 %"),
    factEvent("page", at("09:02"), "paged", "Paged the on-call engineer"),
    factEvent("ack", at("09:03"), "acknowledged", "Page acknowledged"),
    factEvent("declared", at("09:04"), "declared", "Incident declared"),
    factEvent("commander", at("09:05"), "commander_assigned", "Maya Lindqvist takes command"),
    factEvent("joined", at("09:05"), "joined", "Database engineer joined"),
    factEvent("joined2", at("09:06"), "joined", "Support joined"),
    factEvent("guess", at("09:06"), "hypothesis", "Maya Lindqvist suspects deploy 8841"),
    factEvent("question", at("09:06"), "question", "Are refunds affected?"),
    factEvent("status", at("09:07"), "public_update", "We are looking into errors at checkout"),
    factEvent("rollback", at("09:07"), "rollback_started", "Roll-back of 8841"),
    factEvent("good", at("09:11"), "rollback_finished", "Roll-back finished"),
    factEvent("status2", at("09:27"), "public_update", "Checkout works again"),
    factEvent("normal", at("09:31"), "resolved", "All queues drained"),
  ];
  return factsOf(
    events,
    {
      trigger_change: "deploy",
      impact_started: "impact",
      detected: "alert",
      paged: "page",
      acknowledged: "ack",
      declared: "declared",
      commander_assigned: "commander",
      first_public_update: "status",
      mitigation_started: "rollback",
      mitigated: "good",
      resolved: "normal",
    },
    {
      roles: [{ role: "commander", name: "Maya Lindqvist" }],
      people: [{ name: "Maya Lindqvist" }],
      incident: { impactText: "One in eight checkouts ended with an error page", timeZone: "Europe/Dublin" },
    },
  );
}
