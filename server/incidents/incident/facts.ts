import type { Prisma } from "#generated/prisma/client.ts";
import type { IncidentFacts } from "#lib/base/access/facts.ts";

/** Facts that decide access to an incident. Select them with every row that inherits its restriction. */
export const INCIDENT_FACTS = {
  restricted: true,
  createdById: true,
  grants: { select: { userId: true, teamId: true } },
} satisfies Prisma.IncidentSelect;

type Row = Prisma.IncidentGetPayload<{ select: typeof INCIDENT_FACTS }>;

export const incidentFacts = (row: Row): IncidentFacts => ({
  restricted: row.restricted,
  createdById: row.createdById,
  grantUserIds: row.grants.flatMap((grant) => (grant.userId === null ? [] : [grant.userId])),
  grantTeamIds: row.grants.flatMap((grant) => (grant.teamId === null ? [] : [grant.teamId])),
});
