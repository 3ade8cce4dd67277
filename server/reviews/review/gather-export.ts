import type { Prisma } from "#generated/prisma/client.ts";
import type { Severity } from "#lib/base/vocabulary/incident.ts";
import { type SuggestionReading, textAs } from "#lib/document/text-as.ts";
import { isStartKnown } from "#lib/incidents/timeline/milestones/decide-span.ts";
import { orderEvents } from "#lib/incidents/timeline/story/order.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toInstantOrNull, toLocalDate } from "#server/base/kernel/dates.ts";
import { actionKeyOf, changeKeyOf, incidentKeyOf, reviewKeyOf } from "#server/base/kernel/keys.ts";
import { config } from "#server/base/process/config.ts";
import { getImpact } from "#server/incidents/impact/index.ts";
import { incidentMetrics } from "#server/incidents/timeline/index.ts";
import type { ExportFacts } from "#server/reviews/document/index.ts";
import type { ReviewExport } from "#server/reviews/frozen/index.ts";
import { statedApprovals } from "./approvals.ts";
import { readText } from "./document.ts";
import { type ReviewRecord, titleNow } from "./select.ts";

async function incidentOf(ctx: Ctx, id: string) {
  return ctx.db.incident.findUniqueOrThrow({
    where: { id },
    select: {
      startGiven: true,
      startedAt: true,
      createdAt: true,
      services: { select: { service: { select: { name: true } } }, orderBy: { service: { name: "asc" } } },
      roles: { select: { role: true, name: true, user: { select: { name: true } } }, orderBy: { id: "asc" } },
      events: {
        where: { removedAt: null },
        select: {
          id: true,
          number: true,
          at: true,
          endAt: true,
          precision: true,
          title: true,
          pinned: true,
          hidden: true,
          kind: true,
          leadId: true,
          relation: true,
          orderHint: true,
          sourceType: true,
        },
      },
    },
  });
}

/**
 * An export is read by more people than its author, so an action of another incident is included only while that is
 * open to all.
 */
const shareableActions = (incidentId: string): Prisma.ActionItemWhereInput => ({
  archivedAt: null,
  OR: [{ incidentId: null }, { incidentId }, { incident: { restricted: false } }],
});

const factorsOf = (ctx: Ctx, reviewId: string, incidentId: string) =>
  ctx.db.factor.findMany({
    where: { reviewId, removedAt: null },
    select: {
      id: true,
      number: true,
      statement: true,
      detail: true,
      role: true,
      status: true,
      explains: true,
      actedBy: true,
      acceptedReason: true,
      evidence: {
        where: { event: { removedAt: null } },
        select: { eventId: true },
        orderBy: { event: { number: "asc" } },
      },
      actions: {
        where: { actionItem: shareableActions(incidentId) },
        select: { actionItem: { select: { number: true } } },
        orderBy: { actionItem: { number: "asc" } },
      },
      changes: {
        where: { change: { archivedAt: null } },
        select: {
          change: {
            select: { number: true, title: true, status: true, targetQuarter: true, owner: { select: { name: true } } },
          },
        },
        orderBy: { change: { number: "asc" } },
      },
    },
    orderBy: [{ position: "asc" }, { number: "asc" }],
  });

const learningsOf = (ctx: Ctx, reviewId: string) =>
  ctx.db.learning.findMany({
    where: { reviewId, removedAt: null },
    select: {
      ...{ id: true, kind: true, statement: true, detail: true },
      evidence: {
        where: { event: { removedAt: null } },
        select: { eventId: true },
        orderBy: { event: { number: "asc" } },
      },
    },
    orderBy: [{ kind: "asc" }, { number: "asc" }],
  });

/** Reads the links first: in one condition with the column, they would make PostgreSQL read every action. */
async function actionsOf(ctx: Ctx, reviewId: string, incidentId: string) {
  const links = await ctx.db.actionItemFactor.findMany({
    where: { factor: { reviewId } },
    select: { actionItemId: true },
  });
  const linked = links.map(({ actionItemId }) => actionItemId);
  return ctx.db.actionItem.findMany({
    where: { AND: [shareableActions(incidentId), { OR: [{ reviewId }, { id: { in: linked } }] }] },
    select: {
      number: true,
      title: true,
      priority: true,
      status: true,
      blockedReason: true,
      dueDate: true,
      doneWhen: true,
      owner: { select: { name: true } },
    },
    orderBy: [{ priority: "asc" }, { number: "asc" }],
  });
}

/** Reads everything that an export of this review contains, with its suggestions as they are to be read. */
export async function gatherExport(
  ctx: Ctx,
  row: ReviewRecord,
  suggestions: SuggestionReading = "as_it_stands",
): Promise<ReviewExport> {
  const { stored } = await readText(ctx, row.documentId);
  return { ...(await gatherExportFacts(ctx, row)), json: textAs(stored, suggestions) };
}

/** Reads everything that an export of this review contains but its text. */
export async function gatherExportFacts(ctx: Ctx, row: ReviewRecord): Promise<ExportFacts> {
  const { incident } = row;
  // One after the other, because a transaction has one connection.
  const parts = await incidentOf(ctx, incident.id);
  const factors = await factorsOf(ctx, row.id, incident.id);
  const learnings = await learningsOf(ctx, row.id);
  const actions = await actionsOf(ctx, row.id, incident.id);
  const impact = await getImpact(ctx, { key: incidentKeyOf(incident.number) });
  const metrics = await incidentMetrics(ctx, { key: incidentKeyOf(incident.number) });
  const changes = new Map(
    factors.flatMap((factor) => factor.changes.map(({ change }) => [change.number, change] as const)),
  );
  const authors = row.people.filter(({ role }) => role === "author").map(({ user }) => user.name);
  const events = orderEvents(
    parts.events.map(({ sourceType, ...event }) => ({
      ...event,
      at: toInstantOrNull(event.at),
      endAt: toInstantOrNull(event.endAt),
      source: sourceType,
    })),
  );
  return {
    exportedAt: ctx.now().toISOString(),
    baseUrl: config().publicUrl,
    key: reviewKeyOf(row.number),
    title: titleNow(row),
    status: row.status,
    template: row.template,
    templateName: row.templateVersion.template.name,
    owner: row.owner?.name ?? null,
    facilitator: row.facilitator?.name ?? null,
    authors,
    approvals: await statedApprovals(ctx, row),
    meetingOn: toLocalDate(row.meetingOn),
    publishedAt: toInstantOrNull(row.publishedAt),
    incident: {
      key: incidentKeyOf(incident.number),
      title: incident.title,
      severity: incident.severity as Severity,
      highestSeverity: incident.highestSeverity as Severity,
      // The moment of entry isn't a start.
      startedAt: isStartKnown(parts) ? incident.startedAt.toISOString() : null,
      resolvedAt: toInstantOrNull(incident.resolvedAt),
      timeZone: incident.timeZone,
      impactText: incident.impactText,
      impactUnknown: incident.impactUnknown,
      services: parts.services.map(({ service }) => service.name),
      roles: parts.roles.map(({ role, name, user }) => ({ role, name: user?.name ?? name ?? "" })),
    },
    events: events.map(({ orderHint: _hint, source: _source, ...event }) => event),
    metrics,
    impact: { windows: impact.windows, services: impact.services },
    factors: factors.map(({ evidence, actions: own, changes: linked, ...factor }) => ({
      ...factor,
      evidence: evidence.map(({ eventId }) => eventId),
      answers: [
        ...own.map(({ actionItem }) => actionKeyOf(actionItem.number)),
        ...linked.map(({ change }) => changeKeyOf(change.number)),
      ],
    })),
    learnings: learnings.map(({ evidence, ...learning }) => ({
      ...learning,
      evidence: evidence.map(({ eventId }) => eventId),
    })),
    actions: actions.map(({ number, owner, dueDate, ...action }) => ({
      ...action,
      key: actionKeyOf(number),
      owner: owner?.name ?? null,
      dueDate: toLocalDate(dueDate),
    })),
    changes: [...changes.values()].map(({ number, owner, ...change }) => ({
      ...change,
      key: changeKeyOf(number),
      owner: owner?.name ?? null,
    })),
  };
}
