import type { Prisma } from "#generated/prisma/client.ts";
import type { Service } from "#lib/contract/service.ts";

export const SERVICE_SELECT = {
  id: true,
  name: true,
  description: true,
  availabilityTarget: true,
  archivedAt: true,
  proposed: true,
  version: true,
  ownerTeam: { select: { id: true, name: true } },
} satisfies Prisma.ServiceSelect;

type Row = Prisma.ServiceGetPayload<{ select: typeof SERVICE_SELECT }>;

export const presentService = ({ archivedAt, availabilityTarget, ...row }: Row): Service => ({
  ...row,
  availabilityTarget: availabilityTarget.toNumber(),
  archived: archivedAt !== null,
});
