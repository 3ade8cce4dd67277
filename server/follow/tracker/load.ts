import { z } from "zod";
import type { LinkedIssue, Prisma } from "#generated/prisma/client.ts";
import type { SystemActor } from "#lib/base/access/actor.ts";
import { notFound } from "#lib/base/errors.ts";
import type { TrackerVendor } from "#lib/base/vocabulary/issue-tracker.ts";
import { TrackerMapping } from "#lib/contract/tracker.ts";
import type { Agreed, ComparedField, Held, Values } from "#lib/follow/tracker/agree.ts";
import { firstMapping, type Mapping } from "#lib/follow/tracker/mapping.ts";
import type { RemoteIssue } from "#lib/follow/tracker/remote-issue.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { fromLocalDateOrNull, toLocalDate } from "#server/base/kernel/dates.ts";
import { unseal } from "#server/base/process/seal.ts";
import type { ActionRecord } from "#server/follow/action-item/index.ts";
import { type Connector, type Target, TrackerError } from "./connectors/connector.ts";
import { CONNECTORS } from "./connectors/index.ts";

/** Who brings over what changed there: the sync, unless the person is known. */
export const SYNC: SystemActor = { kind: "system", label: "tracker" };

/** Throws unless it is the server itself, or someone who manages connections. */
export const authorizeSync = (ctx: Ctx): void => authorizeGlobally(ctx, "settings.manage");

export const TRACKER_INCLUDE = { createdBy: { select: { name: true } } } satisfies Prisma.TrackerInclude;
export type TrackerRecord = Prisma.TrackerGetPayload<{ include: typeof TRACKER_INCLUDE }>;

/** Returns a connection, including one that was removed. Throws `not_found`. */
export async function loadTracker({ db }: Ctx, id: string): Promise<TrackerRecord> {
  const row = await db.tracker.findUnique({ where: { id }, include: TRACKER_INCLUDE });
  if (!row) throw notFound();
  return row;
}

/** Links are stored one after another: an issue can be reached through two connections, so no index keeps it single. */
export const lockLinks = async (tx: TxCtx): Promise<void> => {
  await tx.db.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('linked_issue'))::text`;
};

export const vendorOf = ({ vendor }: { vendor: string }): TrackerVendor => vendor as TrackerVendor;

/** Returns the connector of a tracker. Throws a `TrackerError` if this version has none. */
export function connectorFor(tracker: { vendor: string }): Connector {
  const connector = CONNECTORS[vendorOf(tracker)];
  if (!connector) throw new TrackerError("rejected", "This version can't connect to this tracker");
  return connector;
}

type Reached = Pick<TrackerRecord, "id" | "baseUrl" | "account" | "sealedToken">;

/** Returns where a connection's issues are. Throws a `TrackerError` if its token was encrypted by another server. */
export function targetOf({ id, baseUrl, account, sealedToken }: Reached, project: string): Target {
  const token = unseal(sealedToken, id);
  if (token === null)
    throw new TrackerError("token", "The stored token can't be read with this server's secret. Connect again.");
  return { baseUrl, project, token, account };
}

/** Reads one issue. Null if it is gone, or in none of what the connection reaches: an id alone can name any issue. */
export async function readLinkable(tracker: TrackerRecord, project: string, id: string): Promise<RemoteIssue | null> {
  if (!isReached(tracker, project)) return null;
  const [connector, target] = [connectorFor(tracker), targetOf(tracker, project)];
  const issue = await connector.read(target, id);
  return issue && (await connector.find(target, issue.ref))?.id === issue.id ? issue : null;
}

/** Returns whether a repository, project or team is one of a connection's. Trackers ignore the case of its name. */
export const isReached = ({ targets }: Pick<TrackerRecord, "targets">, project: string): boolean =>
  targets.some((one) => one.toLowerCase() === project.toLowerCase());

export const mappingOf = ({ mapping, vendor }: Pick<TrackerRecord, "mapping" | "vendor">): Mapping =>
  StoredMapping.safeParse(mapping).data ?? firstMapping(vendor as TrackerVendor);

const former = z.array(z.string()).optional();
const StoredMapping = TrackerMapping.extend({ formerPriorityLabels: former, formerInProgressLabels: former });

/** The contents of a link's JSON columns, which only this folder writes. */
export const agreedOf = ({ agreed }: Pick<LinkedIssue, "agreed">): Agreed => agreed as Agreed;
export const heldOf = ({ held }: Pick<LinkedIssue, "held">): Partial<Record<ComparedField, Held>> =>
  held as unknown as Partial<Record<ComparedField, Held>>;

/** Returns the values of an action that are compared. */
export function valuesHere(row: ActionRecord): Values {
  const isBlocked = row.blockedReason !== null && (row.status === "accepted" || row.status === "in_progress");
  return {
    ...{ title: row.title, status: row.status, owner: row.ownerId, priority: row.priority },
    ...{ blocked: isBlocked ? "yes" : null, dueDate: toLocalDate(row.dueDate) },
  };
}

/** Returns whether an action belongs to a restricted incident. Nothing of one is sent to a tracker. */
export const isRestricted = async ({ db }: Ctx, incidentId: string | null): Promise<boolean> =>
  incidentId !== null && (await db.incident.count({ where: { id: incidentId, restricted: true } })) > 0;

/** Returns people of a tracker who are known here, both ways. */
export async function knownPeople({ db }: Ctx, trackerId: string) {
  const rows = await db.trackerPerson.findMany({ where: { trackerId, userId: { not: null } } });
  const pairs = rows.flatMap(({ remoteId, userId }) => (userId === null ? [] : [[remoteId, userId] as const]));
  return { there: new Map(pairs), here: new Map(pairs.map(([remoteId, userId]) => [userId, remoteId])) };
}

/** The columns of a link with the issue as it was when last seen. */
export const seenColumns = (issue: RemoteIssue, now: Date) => ({
  ...{ ref: issue.ref, url: issue.url, title: issue.title, state: issue.state, seenAt: now },
  ...{ assigneeId: issue.assignee?.id ?? null, assignee: issue.assignee?.name ?? null },
  dueDate: fromLocalDateOrNull(issue.due),
  changedAt: new Date(issue.updatedAt),
});

/** Returns a value of this folder as a JSON column. */
export const jsonColumn = (value: object): Prisma.InputJsonObject =>
  JSON.parse(JSON.stringify(value)) as Prisma.InputJsonObject;
