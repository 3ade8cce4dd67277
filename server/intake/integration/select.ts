import type { Prisma } from "#generated/prisma/client.ts";

export const INTEGRATION_SELECT = {
  id: true,
  source: true,
  name: true,
  key: true,
  pausedAt: true,
  archivedAt: true,
  demo: true,
  version: true,
  createdAt: true,
  service: { select: { id: true, name: true } },
  createdBy: { select: { id: true, name: true } },
} satisfies Prisma.IntegrationSelect;

export type IntegrationRecord = Prisma.IntegrationGetPayload<{ select: typeof INTEGRATION_SELECT }>;

export const DELIVERY_SELECT = {
  id: true,
  state: true,
  contentType: true,
  headers: true,
  answeredInMs: true,
  times: true,
  attempts: true,
  outcome: true,
  error: true,
  receivedAt: true,
  processedAt: true,
} satisfies Prisma.DeliverySelect;

export type DeliveryRecord = Prisma.DeliveryGetPayload<{ select: typeof DELIVERY_SELECT }>;
