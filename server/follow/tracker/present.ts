import type { Prisma } from "#generated/prisma/client.ts";
import { can } from "#lib/base/access/can.ts";
import type { LocalDate } from "#lib/base/time/local-date.ts";
import { DAY_MS } from "#lib/base/time/spans.ts";
import type { IssueState, TrackerState } from "#lib/base/vocabulary/issue-tracker.ts";
import type { IssueConflict, LinkedIssue, Tracker, TrackerRow } from "#lib/contract/tracker.ts";
import { moveDueDate } from "#lib/follow/action-item/due.ts";
import { type ComparedField, type Held, syncedFieldOf } from "#lib/follow/tracker/agree.ts";
import type { Mapping } from "#lib/follow/tracker/mapping.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toInstantOrNull, toLocalDate } from "#server/base/kernel/dates.ts";
import { actionKeyOf } from "#server/base/kernel/keys.ts";
import { config, ownOrigin } from "#server/base/process/config.ts";
import {
  actionItemFacts,
  actionItemVisibleTo,
  dateAbility,
  isPromised,
  type LoadedAction,
  loadActionItem,
} from "#server/follow/action-item/index.ts";
import { agreedOf, heldOf, mappingOf, type TrackerRecord, vendorOf } from "./load.ts";
import { valueWords } from "./take.ts";

export const LINK_INCLUDE = {
  tracker: {
    select: {
      ...{ id: true, vendor: true, name: true, pausedAt: true, refusedAt: true },
      ...{ waitsUntil: true, problem: true },
    },
  },
  actionItem: { select: { number: true } },
} satisfies Prisma.LinkedIssueInclude;
export type LinkRecord = Prisma.LinkedIssueGetPayload<{ include: typeof LINK_INCLUDE }>;

const stateOf = ({ pausedAt, refusedAt }: Pick<TrackerRecord, "pausedAt" | "refusedAt">): TrackerState =>
  refusedAt ? "refused" : pausedAt ? "paused" : "active";

/** Returns rows of the list, each with how many issues are linked and how many of them wait for a person. */
export async function presentRows({ db, now }: Ctx, rows: readonly TrackerRecord[]): Promise<TrackerRow[]> {
  const ids = rows.map(({ id }) => id);
  const links = await db.linkedIssue.findMany({
    where: { trackerId: { in: ids }, unlinkedAt: null },
    select: { trackerId: true, held: true },
  });
  const teams = await db.team.findMany({
    where: { id: { in: rows.flatMap(({ teamIds }) => teamIds) } },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
  });
  return rows.map((row) => {
    const own = links.filter(({ trackerId }) => trackerId === row.id);
    const seen = [row.lastHookAt, row.lastLookAt].flatMap((at) => at?.getTime() ?? []);
    return {
      ...{ id: row.id, vendor: vendorOf(row), name: row.name, host: new URL(row.baseUrl).host, targets: row.targets },
      teams: teams.filter(({ id }) => row.teamIds.includes(id)),
      state: stateOf(row),
      stateSince: (row.refusedAt ?? row.pausedAt ?? row.createdAt).toISOString(),
      linked: own.length,
      conflicts: own.reduce((sum, link) => sum + Object.keys(heldOf(link)).length, 0),
      lastSeenAt: seen.length > 0 ? new Date(Math.max(...seen)).toISOString() : null,
      waitsUntil: row.waitsUntil && row.waitsUntil > now() ? row.waitsUntil.toISOString() : null,
      ...{ removedAt: toInstantOrNull(row.removedAt), asksToken: row.sealedToken.length === 0 },
      ...{ removed: row.removedAt !== null, version: row.version, problem: row.problem },
    };
  });
}

const MOST_CONFLICTS = 50;

/** Returns a connection with its state and its work of the last 7 days. */
export async function presentTracker(ctx: Ctx, row: TrackerRecord): Promise<Tracker> {
  const { db } = ctx;
  const [shown] = (await presentRows(ctx, [row])) as [TrackerRow];
  const since = new Date(ctx.now().getTime() - 7 * DAY_MS);
  const taken = { trackerId: row.id, at: { gte: since }, state: "taken" };
  const live = { trackerId: row.id, unlinkedAt: null, actionItem: actionItemVisibleTo(ctx.actor) };
  const held = await db.linkedIssue.findMany({
    where: { ...live, NOT: { held: { equals: {} } } },
    include: LINK_INCLUDE,
    take: MOST_CONFLICTS,
    orderBy: { id: "asc" },
  });
  const conflictsNow: IssueConflict[] = [];
  for (const link of held) conflictsNow.push(...(await conflictsOf(ctx, link)));
  return {
    ...shown,
    ...{ account: row.account, signedInAs: row.signedInAs, connectedBy: row.createdBy?.name ?? null },
    ...{ connectedAt: row.createdAt.toISOString(), hookSecretSet: row.sealedHookSecret !== null },
    hookUrl: new URL(`/hooks/trackers/${row.id}`, ownOrigin(config())).href,
    ...{ lastHookAt: toInstantOrNull(row.lastHookAt), lastLookAt: toInstantOrNull(row.lastLookAt) },
    lastLookFound: row.lastLookFound,
    changes7: await db.trackerLine.count({ where: taken }),
    changesFrom7: await db.trackerLine.count({ where: { ...taken, way: "from" } }),
    waiting: await db.linkedIssue.count({ where: { trackerId: row.id, unlinkedAt: null, waiting: { not: null } } }),
    ...{ conflictsNow, mapping: shownMapping(mappingOf(row)) },
  };
}

/** Returns the fields of a link that wait for a person, with both sides as people read them. */
export async function conflictsOf(ctx: Ctx, link: LinkRecord): Promise<IssueConflict[]> {
  const held = Object.entries(heldOf(link)) as [ComparedField, Held][];
  if (held.length === 0) return [];
  const { row, refs } = await loadActionItem(ctx, actionKeyOf(link.actionItem.number));
  const ids = held.flatMap(([field, { here, there, by = "" }]) => [
    by,
    ...(field === "owner" ? [here ?? "", there ?? ""] : []),
  ]);
  const names = await namesOf(ctx, link.trackerId, ids);
  const entries = await ctx.db.auditEntry.findMany({
    where: { noun: "action_item", nounId: link.actionItemId, action: "action_item.updated" },
    select: { at: true, actorLabel: true, after: true },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: 100,
  });
  return held.map(([field, { here, there, why, since, by }]) => {
    const words = (value: string | null) => valueWords(field, value, (id) => names.get(id) ?? id);
    const last = entries.find(
      ({ after }) => after !== null && typeof after === "object" && FIELDS_HERE[field] in after,
    );
    const reason = last?.after !== null && typeof last?.after === "object" ? Object.entries(last.after) : [];
    const note = reason.find(([name]) => name === "dueReason")?.[1];
    return {
      ...{ issueId: link.id, version: link.version, actionKey: actionKeyOf(row.number), ref: link.ref, url: link.url },
      field: syncedFieldOf(field),
      here: {
        ...{ value: words(here), by: last?.actorLabel ?? null, at: last?.at.toISOString() ?? null },
        note: field === "dueDate" && typeof note === "string" ? note : null,
      },
      there: { value: words(there), by: names.get(by ?? "") ?? null, at: since, note: null },
      agreed: words(agreedOf(link)[field]?.there ?? null),
      why,
      needsReason: field === "dueDate" && isPromised(row, refs) && row.dueDate !== null,
      refused: field === "dueDate" ? refusesMove(ctx, { row, refs }, there) : null,
    };
  });
}

/** Returns why a person can't move the due date of an action to a day, or null if they can with a reason. */
function refusesMove(ctx: Ctx, { row, refs }: LoadedAction, to: LocalDate | null): string | null {
  const facts = actionItemFacts(ctx.actor, row, refs);
  if (!can(ctx.actor, "actionItem", dateAbility(row, refs), facts)) return "Only its owner or a TPM can move this date";
  const due = { ...row, dueDate: toLocalDate(row.dueDate), promised: isPromised(row, refs) };
  const mayApprove = can(ctx.actor, "actionItem", "approve", facts);
  const moved = moveDueDate(due, to, { reason: "As there", mayApprove });
  return moved.ok ? null : moved.message;
}

const FIELDS_HERE: Record<ComparedField, string> = {
  ...{ title: "title", owner: "ownerId", dueDate: "dueDate", priority: "priority" },
  ...{ status: "status", blocked: "blockedReason" },
};

/** Returns the names of people here and accounts there. */
export async function namesOf({ db }: Ctx, trackerId: string, ids: string[]): Promise<Map<string, string>> {
  const isId = (id: string) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(id);
  const users = await db.user.findMany({ where: { id: { in: ids.filter(isId) } }, select: { id: true, name: true } });
  const where = { trackerId, remoteId: { in: ids } };
  const accounts = ids.length > 0 ? await db.trackerPerson.findMany({ where }) : [];
  return new Map([
    ...accounts.map(({ remoteId, name }) => [remoteId, name] as const),
    ...users.map(({ id, name }) => [id, name] as const),
  ]);
}

/** Returns a linked issue as its action shows it. */
export async function presentLink(ctx: Ctx, link: LinkRecord): Promise<LinkedIssue> {
  const { id, tracker, ref, url, title, assignee, waiting, version } = link;
  return {
    ...{ id, ref, url, title, assignee, waiting, version },
    tracker: { id: tracker.id, vendor: vendorOf(tracker), name: tracker.name, state: stateOf(tracker) },
    state: link.state === "started" ? "open" : (link.state as IssueState),
    ...{ closedAt: toInstantOrNull(link.closedAt), dueDate: toLocalDate(link.dueDate) },
    seenAt: link.seenAt.toISOString(),
    conflicts: await conflictsOf(ctx, link),
    linked: link.unlinkedAt === null,
  };
}

const shownMapping = ({
  fields,
  startedLabels,
  formerPriorityLabels,
  formerInProgressLabels,
  ...mapping
}: Mapping): Tracker["mapping"] => ({
  ...{ ...mapping, fields: [...fields], startedLabels: [...startedLabels] },
});
