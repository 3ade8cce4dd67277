import type { Prisma } from "#generated/prisma/client.ts";
import type { Team } from "#lib/contract/team.ts";

export const TEAM_SELECT = {
  id: true,
  name: true,
  archivedAt: true,
  version: true,
  manager: { select: { id: true, name: true } },
  parent: { select: { id: true, name: true } },
  members: {
    where: { user: { disabledAt: null } },
    select: { user: { select: { id: true, name: true } } },
    orderBy: { user: { name: "asc" } },
  },
} satisfies Prisma.TeamSelect;

type Row = Prisma.TeamGetPayload<{ select: typeof TEAM_SELECT }>;

export const presentTeam = ({ archivedAt, members, ...row }: Row): Team => ({
  ...row,
  members: members.map(({ user }) => user),
  archived: archivedAt !== null,
});
