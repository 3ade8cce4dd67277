import type { Prisma } from "#generated/prisma/client.ts";
import { INCIDENT_FACTS } from "./facts.ts";

/** Columns that an impact band needs. */
export const BAND_SELECT = {
  highestSeverity: true,
  startedAt: true,
  resolvedAt: true,
  milestones: {
    where: { event: { removedAt: null } },
    select: { name: true, event: { select: { id: true, at: true, precision: true } } },
  },
  windows: {
    where: { removedAt: null },
    select: { id: true, fromAt: true, toAt: true, weight: true, basis: true },
  },
} satisfies Prisma.IncidentSelect;

/** Columns of a row in a list, with what its band and review tag need. */
export const INCIDENT_ROW_SELECT = {
  ...{ ...INCIDENT_FACTS, ...BAND_SELECT },
  id: true,
  number: true,
  title: true,
  kind: true,
  status: true,
  severity: true,
  archivedAt: true,
  demo: true,
  version: true,
  services: { select: { service: { select: { id: true, name: true } } }, orderBy: { service: { name: "asc" } } },
  reviews: {
    where: { archivedAt: null, status: { not: "cancelled" } },
    select: { number: true, title: true, status: true, template: true, dueAt: true },
    orderBy: { number: "desc" },
  },
} satisfies Prisma.IncidentSelect;

export const INCIDENT_SELECT = {
  ...INCIDENT_ROW_SELECT,
  timeZone: true,
  impactText: true,
  impactUnknown: true,
  cancelReason: true,
  statusBefore: true,
  createdAt: true,
  startGiven: true,
  createdBy: { select: { id: true, name: true } },
  roles: { select: { role: true, userId: true, name: true, user: { select: { name: true } } }, orderBy: { id: "asc" } },
  grants: {
    select: {
      userId: true,
      teamId: true,
      given: true,
      named: true,
      user: { select: { name: true } },
      team: { select: { name: true } },
    },
  },
  severityChanges: { select: { severity: true, at: true, reason: true, changedById: true }, orderBy: { at: "asc" } },
} satisfies Prisma.IncidentSelect;

export type IncidentRowRecord = Prisma.IncidentGetPayload<{ select: typeof INCIDENT_ROW_SELECT }>;
export type IncidentRecord = Prisma.IncidentGetPayload<{ select: typeof INCIDENT_SELECT }>;
