import type { Prisma } from "#generated/prisma/client.ts";
import { INCIDENT_FACTS } from "#server/incidents/incident/index.ts";
import { REVIEW_FACTS } from "./facts.ts";

const person = { select: { id: true, name: true } } as const;

export const REVIEW_SELECT = {
  id: true,
  number: true,
  documentId: true,
  template: true,
  templateNumber: true,
  tasksNumber: true,
  templateVersion: { select: { content: true, template: { select: { name: true } } } },
  templateChoices: {
    select: { section: true, number: true, decidedFor: true, templateVersion: { select: { content: true } } },
  },
  title: true,
  draftTitle: true,
  status: true,
  statusBefore: true,
  ownerId: true,
  facilitatorId: true,
  owner: person,
  facilitator: person,
  people: { select: { userId: true, role: true, user: person }, orderBy: { user: { name: "asc" } } },
  dueAt: true,
  meetingOn: true,
  publishedAt: true,
  publishedNumber: true,
  cancelReason: true,
  archivedAt: true,
  accepted: true,
  demo: true,
  createdAt: true,
  version: true,
  approvals: {
    select: { userId: true, decision: true, reason: true, number: true, seq: true, wordsHash: true, at: true },
  },
  waivers: { select: { gate: true, reason: true, waivedAt: true, waivedById: true } },
  factors: {
    where: { removedAt: null },
    select: {
      number: true,
      status: true,
      evidence: { where: { stance: "for", event: { removedAt: null } }, select: { eventId: true } },
    },
    orderBy: { position: "asc" },
  },
  learnings: { where: { removedAt: null }, select: { id: true }, take: 1 },
  actions: {
    where: { archivedAt: null },
    select: {
      number: true,
      priority: true,
      status: true,
      ownerId: true,
      dueDate: true,
      doneWhen: true,
      declineKind: true,
    },
  },
  incident: {
    select: {
      ...INCIDENT_FACTS,
      id: true,
      number: true,
      title: true,
      kind: true,
      severity: true,
      highestSeverity: true,
      startedAt: true,
      resolvedAt: true,
      timeZone: true,
      impactText: true,
      impactUnknown: true,
      windows: {
        where: { removedAt: null },
        select: { id: true, fromAt: true, toAt: true, weight: true, basis: true },
      },
      milestones: {
        where: { OR: [{ notApplicable: true }, { event: { removedAt: null } }] },
        select: { name: true, notApplicable: true, event: { select: { id: true, at: true, precision: true } } },
      },
    },
  },
} satisfies Prisma.ReviewSelect;

export type ReviewRecord = Prisma.ReviewGetPayload<{ select: typeof REVIEW_SELECT }>;

/** The title for those who write, which readers of a published review get with its next version. */
export const titleNow = ({ title, draftTitle }: Pick<ReviewRecord, "title" | "draftTitle">): string =>
  draftTitle ?? title;

/** Fields of a review that its text, threads and factors need. */
export const REVIEW_HEAD = {
  ...REVIEW_FACTS,
  ...{ id: true, number: true, title: true, documentId: true, incidentId: true, publishedThreads: true },
} satisfies Prisma.ReviewSelect;

export type ReviewHead = Prisma.ReviewGetPayload<{ select: typeof REVIEW_HEAD }>;
