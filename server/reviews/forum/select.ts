import type { Prisma } from "#generated/prisma/client.ts";

export const PUBLISHED_SELECT = {
  id: true,
  number: true,
  title: true,
  publishedAt: true,
  people: {
    where: { role: "author" },
    select: { user: { select: { id: true, name: true } } },
    orderBy: { user: { name: "asc" } },
  },
  actions: { where: { archivedAt: null }, select: { status: true } },
  incident: {
    select: {
      number: true,
      title: true,
      severity: true,
      highestSeverity: true,
      startedAt: true,
      resolvedAt: true,
      services: { select: { service: { select: { name: true } } }, orderBy: { service: { name: "asc" } } },
      windows: {
        where: { removedAt: null },
        select: { id: true, fromAt: true, toAt: true, weight: true, basis: true },
      },
      milestones: {
        where: { event: { removedAt: null } },
        select: { name: true, event: { select: { id: true, at: true, precision: true } } },
      },
    },
  },
} satisfies Prisma.ReviewSelect;

export type PublishedRecord = Prisma.ReviewGetPayload<{ select: typeof PUBLISHED_SELECT }>;
