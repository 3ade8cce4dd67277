import type { Prisma } from "#generated/prisma/client.ts";
import type { IncomingEventFacts } from "#lib/base/access/facts.ts";
import { INCIDENT_FACTS, incidentFacts } from "#server/incidents/incident/index.ts";

/** What the access decision needs about an incoming event. */
export const INCOMING_FACTS = {
  timelineEvent: { select: { number: true, incident: { select: { id: true, number: true, ...INCIDENT_FACTS } } } },
} satisfies Prisma.IncomingEventSelect;

type FactsRow = Prisma.IncomingEventGetPayload<{ select: typeof INCOMING_FACTS }>;

export const incomingFacts = ({ timelineEvent }: FactsRow): IncomingEventFacts => ({
  incident: timelineEvent === null ? null : incidentFacts(timelineEvent.incident),
});

export const INCOMING_SELECT = {
  ...INCOMING_FACTS,
  id: true,
  at: true,
  receivedAt: true,
  kind: true,
  title: true,
  severity: true,
  labels: true,
  event: true,
  state: true,
  reason: true,
  eventId: true,
  integrationId: true,
  deliveryId: true,
  settledAt: true,
  version: true,
  service: { select: { id: true, name: true } },
  integration: { select: { id: true, name: true, source: true } },
  settledBy: { select: { id: true, name: true } },
} satisfies Prisma.IncomingEventSelect;

export type IncomingRecord = Prisma.IncomingEventGetPayload<{ select: typeof INCOMING_SELECT }>;
