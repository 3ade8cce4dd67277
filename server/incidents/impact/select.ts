import type { Prisma } from "#generated/prisma/client.ts";

export const WINDOW_SELECT = {
  id: true,
  incidentId: true,
  serviceId: true,
  fromAt: true,
  toAt: true,
  weight: true,
  basis: true,
  reason: true,
  origin: true,
  seriesId: true,
  proposalKey: true,
  removedAt: true,
  version: true,
  createdAt: true,
  createdBy: { select: { id: true, name: true } },
  service: { select: { id: true, name: true, availabilityTarget: true } },
} satisfies Prisma.ImpactWindowSelect;

export type WindowRecord = Prisma.ImpactWindowGetPayload<{ select: typeof WINDOW_SELECT }>;

export const SERIES_SELECT = {
  id: true,
  title: true,
  text: true,
  createdAt: true,
  removedAt: true,
  version: true,
  createdBy: { select: { id: true, name: true } },
} satisfies Prisma.AttachmentSelect;

export type SeriesRecord = Prisma.AttachmentGetPayload<{ select: typeof SERIES_SELECT }>;
