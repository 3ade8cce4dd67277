import type { Incident } from "#lib/contract/incident.ts";

/** An incident for tests of pure rules. */
export function sampleIncident(more: Partial<Incident> = {}): Incident {
  return {
    id: "00000000-0000-7000-8000-000000000001",
    key: "INC-1",
    title: "Outgoing mail queue grows",
    kind: "incident",
    status: "resolved",
    severity: 2,
    highestSeverity: 2,
    startedAt: "2017-01-31T18:00:00.000Z",
    resolvedAt: "2017-01-31T20:00:00.000Z",
    services: [],
    restricted: false,
    archived: false,
    demo: false,
    eventCount: 0,
    windowCount: 0,
    openActions: 0,
    band: [],
    review: null,
    version: 1,
    timeZone: "UTC",
    impactText: "",
    impactUnknown: false,
    cancelReason: null,
    resolvedByTimeline: null,
    createdBy: null,
    createdAt: "2017-01-31T18:00:00.000Z",
    roles: [],
    grants: [],
    severityHistory: [],
    reviews: [],
    abilities: { edit: true, restrict: true, cancel: true, generate: true },
    ...more,
  };
}
