import type { Prisma } from "#generated/prisma/client.ts";

/** Filters events that are a line of the story: not removed, and not below a lead that is still in it. */
export const STANDING_EVENT = {
  removedAt: null,
  OR: [{ leadId: null }, { lead: { removedAt: { not: null } } }],
} satisfies Prisma.TimelineEventWhereInput;
