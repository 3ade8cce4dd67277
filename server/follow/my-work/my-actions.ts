import type { Prisma } from "#generated/prisma/client.ts";
import type { UserActor } from "#lib/base/access/actor.ts";
import { can, leadsProgramme, roleAllows } from "#lib/base/access/can.ts";
import { type LocalDate, longDay, utcDay } from "#lib/base/time/local-date.ts";
import type { WorkItem } from "#lib/contract/me.ts";
import { isAskedIfWanted, WANTED_STATUSES } from "#lib/follow/action-item/still-wanted.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { fromLocalDate, toLocalDate } from "#server/base/kernel/dates.ts";
import { actionKeyOf, incidentKeyOf } from "#server/base/kernel/keys.ts";
import { actionItemVisibleTo, lateOn, openOn, policiesOf } from "#server/follow/action-item/index.ts";
import { INCIDENT_FACTS, incidentFacts } from "#server/incidents/incident/index.ts";
import { dayCounter, POLICY_OWNER, teamIdsOf } from "#server/people/policy/index.ts";

const WORK_ACTION_SELECT = {
  number: true,
  title: true,
  status: true,
  priority: true,
  blockedReason: true,
  blockedUntil: true,
  ownerId: true,
  askedVerifierId: true,
  lateAfter: true,
  dueHistory: {
    where: { OR: [{ basis: null }, { reason: { not: "" } }] },
    select: { fromDate: true },
    orderBy: [{ movedAt: "asc" }, { id: "asc" }],
    take: 1,
  },
  owner: { select: { name: true } },
  incident: { select: { ...INCIDENT_FACTS, number: true, severity: true } },
} satisfies Prisma.ActionItemSelect;

type WorkAction = Prisma.ActionItemGetPayload<{ select: typeof WORK_ACTION_SELECT }>;

/** Returns an action as a row of My work. Its incident is named only for people who can read it. */
function presentWorkAction(me: UserActor, row: WorkAction, kind: WorkItem["kind"], step: string): WorkItem {
  const { incident } = row;
  const isReadable = incident !== null && can(me, "incident", "read", incidentFacts(incident));
  const key = actionKeyOf(row.number);
  return {
    kind,
    key,
    title: row.title,
    href: `/actions/${key}`,
    step,
    dueDate: toLocalDate(row.lateAfter),
    originalDueDate: toLocalDate(row.dueHistory[0]?.fromDate ?? null),
    status: row.status,
    blockedReason: row.blockedReason,
    blockedUntil: toLocalDate(row.blockedUntil),
    priority: row.priority,
    severity: isReadable ? incident.severity : null,
    incidentKey: isReadable ? incidentKeyOf(incident.number) : null,
    owner: row.ownerId === me.id ? null : (row.owner?.name ?? null),
    band: null,
    sections: [],
  };
}

const MOST = 100;
const BY_DUE = [
  { lateAfter: { sort: "asc", nulls: "last" } },
  { number: "asc" },
] satisfies Prisma.ActionItemOrderByWithRelationInput[];

/** Of something that has an owner: it isn't this person. */
const byOthers = (me: UserActor) => [{ ownerId: null }, { ownerId: { not: me.id } }];

const notAskedBy = (me: UserActor) => [{ askedById: null }, { askedById: { not: me.id } }];

/** The actions of the teams that a person manages. Without a team, of the people in those teams. */
const managedBy = (me: UserActor): Prisma.ActionItemWhereInput[] => [
  { team: { managerId: me.id } },
  { teamId: null, owner: { memberships: { some: { team: { managerId: me.id } } } } },
];

/** Returns every open action of mine by due date, and those with an expired waiver, each with its next step. */
export async function myActions(ctx: Ctx, me: UserActor, today: string): Promise<WorkItem[]> {
  const rows = await ctx.db.actionItem.findMany({
    where: { AND: [actionItemVisibleTo(me), { ownerId: me.id, ...openOn(today) }] },
    select: WORK_ACTION_SELECT,
    orderBy: BY_DUE,
    take: MOST,
  });
  return rows.map((row) =>
    presentWorkAction(me, row, row.status === "proposed" ? "action_to_accept" : "action_due", stepOf(row)),
  );
}

function stepOf({ status, priority, blockedReason }: WorkAction): string {
  if (blockedReason) return `Blocked: ${blockedReason}`;
  if (status === "proposed") return "Accept it, hand it over, or decline it with a reason";
  if (status === "waived") return "Its waiver has ended. Start it, or waive it again.";
  if (status !== "implemented") return "Mark it implemented with evidence, or move its date with a reason";
  return priority === "P0" || priority === "P1"
    ? "Waiting for a second person to verify it"
    : "Verify it against its evidence";
}

/** Returns old P3 actions of mine, or without an owner of my teams, of which it is asked whether they are still wanted. */
export async function actionsToKeep(ctx: Ctx, me: UserActor): Promise<WorkItem[]> {
  if (!roleAllows(me.role, "work.own")) return [];
  const rows = await ctx.db.actionItem.findMany({
    where: {
      AND: [
        actionItemVisibleTo(me),
        { priority: "P3", status: { in: [...WANTED_STATUSES] }, archivedAt: null, wantedAskedAt: { not: null } },
        { OR: [{ ownerId: me.id }, { ownerId: null, team: { managerId: me.id } }] },
      ],
    },
    select: { ...WORK_ACTION_SELECT, updatedAt: true, wantedAskedAt: true, archivedAt: true },
    orderBy: [{ wantedAskedAt: "asc" }, { number: "asc" }],
    take: MOST,
  });
  return rows
    .filter(({ wantedAskedAt: askedAt, archivedAt, ...row }) =>
      isAskedIfWanted({ ...row, askedAt, isArchived: archivedAt !== null }),
    )
    .map((row) =>
      presentWorkAction(
        me,
        row,
        "still_wanted",
        `No change since ${longDay(utcDay(row.updatedAt))}. Keep it, decline it, or convert it.`,
      ),
    );
}

/**
 * Returns proposed actions of others that wait for longer than their policies allow, by the calendars of their teams: of reviews
 * that I facilitate, and for a TPM also those without a facilitator.
 */
export async function actionsToTriage(ctx: Ctx, me: UserActor, today: LocalDate): Promise<WorkItem[]> {
  if (!roleAllows(me.role, "work.own")) return [];
  const withoutFacilitator = { OR: [{ reviewId: null }, { review: { facilitatorId: null } }] };
  const rows = await ctx.db.actionItem.findMany({
    where: {
      AND: [
        actionItemVisibleTo(me),
        { isUnsettled: true, status: "proposed", createdAt: { lt: fromLocalDate(today) } },
        { OR: byOthers(me) },
        {
          OR: [{ review: { facilitatorId: me.id } }, ...(leadsProgramme(me.role) ? [withoutFacilitator] : [])],
        },
      ],
    },
    select: {
      ...WORK_ACTION_SELECT,
      ...{ id: true, createdAt: true, teamId: true },
      owner: { select: { name: true, ...POLICY_OWNER } },
      transitions: { where: { toStatus: "proposed" }, select: { at: true }, orderBy: { at: "desc" }, take: 1 },
    },
    orderBy: [{ createdAt: "asc" }, { number: "asc" }],
    take: MOST,
  });
  const dayAfter = dayCounter(ctx);
  const policies = await policiesOf(
    ctx,
    rows.map(({ id }) => id),
  );
  const items: WorkItem[] = [];
  for (const row of rows) {
    const since = row.transitions[0]?.at ?? row.createdAt;
    const triage = policies.get(row.id)?.promised.values.triage ?? null;
    const dueDate = await dayAfter(utcDay(since), triage, teamIdsOf(row));
    if (dueDate === null || dueDate >= today) continue;
    const step =
      row.ownerId === null ? "It has no owner. Name one, or decline it." : "Ask its owner to accept it, or decline it";
    items.push({ ...presentWorkAction(me, row, "action_to_triage", step), dueDate });
  }
  return items;
}

/** Returns proposed actions without an owner in teams that I manage. */
export async function actionsToPlace(ctx: Ctx, me: UserActor): Promise<WorkItem[]> {
  const rows = await ctx.db.actionItem.findMany({
    where: {
      AND: [
        actionItemVisibleTo(me),
        { isUnsettled: true, status: "proposed", ownerId: null, team: { managerId: me.id } },
      ],
    },
    select: WORK_ACTION_SELECT,
    orderBy: BY_DUE,
    take: MOST,
  });
  return rows.map((row) =>
    presentWorkAction(me, row, "action_to_accept", "Give it an owner, or decline it with a reason"),
  );
}

/**
 * Returns implemented actions that I was asked to verify, or that I can verify: as manager of the team (without a team: of
 * a team of the owner), as facilitator of the review, or my own if no second person is needed.
 */
export async function actionsToVerify(ctx: Ctx, me: UserActor): Promise<WorkItem[]> {
  if (!roleAllows(me.role, "work.own")) return [];
  const ownedByOther: Prisma.ActionItemWhereInput[] = [
    { implementedOwnerId: null },
    { implementedOwnerId: { not: me.id } },
    { priority: { in: ["P2", "P3"] } },
  ];
  const asSecond: Prisma.ActionItemWhereInput = {
    NOT: [{ ownerId: me.id }, { implementedById: me.id }],
    AND: { OR: ownedByOther },
    OR: [...managedBy(me), { review: { facilitatorId: me.id } }],
  };
  const asOwner: Prisma.ActionItemWhereInput = { ownerId: me.id, priority: { in: ["P2", "P3"] } };
  const rows = await ctx.db.actionItem.findMany({
    where: {
      AND: [
        actionItemVisibleTo(me),
        { isUnsettled: true, status: "implemented" },
        { OR: [{ askedVerifierId: me.id }, asSecond, asOwner] },
      ],
    },
    select: WORK_ACTION_SELECT,
    orderBy: BY_DUE,
    take: MOST,
  });
  return rows.map((row) =>
    presentWorkAction(
      me,
      row,
      "action_to_verify",
      row.askedVerifierId === me.id
        ? "You were asked to verify it. Check its evidence, then verify it or send it back."
        : "Check its evidence and verify it, or send it back",
    ),
  );
}

/**
 * Returns verified actions whose effect is to be checked: of those that I verified, own or manage, and
 * didn't implement.
 */
export async function effectsToCheck(ctx: Ctx, me: UserActor, today: string): Promise<WorkItem[]> {
  if (!roleAllows(me.role, "work.own")) return [];
  const isMine: Prisma.ActionItemWhereInput = { OR: [{ verifiedById: me.id }, { ownerId: me.id }, ...managedBy(me)] };
  const isByOthers: Prisma.ActionItemWhereInput = {
    OR: [{ implementedById: null }, { implementedById: { not: me.id } }],
  };
  const isDue = { status: "verified", archivedAt: null, effectDueOn: { lte: fromLocalDate(today) } } as const;
  const rows = await ctx.db.actionItem.findMany({
    where: { AND: [actionItemVisibleTo(me), isDue, isMine, isByOthers] },
    select: { ...WORK_ACTION_SELECT, effectDueOn: true },
    orderBy: [{ effectDueOn: "asc" }, { number: "asc" }],
    take: MOST,
  });
  return rows.map(({ effectDueOn, ...row }) => ({
    ...presentWorkAction(me, row, "effect_due", "Record whether it worked, with evidence"),
    dueDate: toLocalDate(effectDueOn),
    originalDueDate: null,
  }));
}

/**
 * Returns actions with a requested waiver, or a longer one, that I can answer: as manager of the team (without a team: of
 * a team of the owner), or as a TPM or admin, whichever the policy of the action allows.
 */
export async function waiversToAnswer(ctx: Ctx, me: UserActor): Promise<WorkItem[]> {
  if (!roleAllows(me.role, "work.own")) return [];
  const isAny = roleAllows(me.role, "waiver.answer");
  const rows = await ctx.db.actionItem.findMany({
    where: {
      AND: [
        actionItemVisibleTo(me),
        {
          isUnsettled: true,
          waivers: { some: { status: "requested", AND: [{ OR: byOthers(me) }, { OR: notAskedBy(me) }] } },
        },
        { OR: byOthers(me) },
        { OR: [{ implementedById: null }, { implementedById: { not: me.id } }] },
        isAny ? {} : { OR: managedBy(me) },
      ],
    },
    select: { ...WORK_ACTION_SELECT, id: true },
    orderBy: BY_DUE,
  });
  const ids = rows.map(({ id }) => id);
  const policies = await policiesOf(ctx, ids);
  const managed = await ctx.db.actionItem.findMany({
    where: { id: { in: ids }, OR: managedBy(me) },
    select: { id: true },
  });
  const isNamed = (id: string) => {
    const approvers = policies.get(id)?.promised.values.waiverApprovers;
    return approvers === "manager" ? managed.some((one) => one.id === id) : approvers !== "tpm" || isAny;
  };
  return rows
    .filter(({ id }) => isNamed(id))
    .slice(0, MOST)
    .map((row) => {
      const asked = row.status === "waived" ? "the longer waiver" : "the waiver";
      return presentWorkAction(me, row, "waiver_to_answer", `Approve ${asked}, or reject it with a reason`);
    });
}

/** Returns late actions of others in teams that I belong to or manage, oldest first. */
export async function lateInMyTeams(ctx: Ctx, me: UserActor, today: string): Promise<WorkItem[]> {
  const rows = await ctx.db.actionItem.findMany({
    where: {
      AND: [
        actionItemVisibleTo(me),
        lateOn(today),
        { OR: byOthers(me) },
        { team: { OR: [{ managerId: me.id }, { members: { some: { userId: me.id } } }] } },
      ],
    },
    select: WORK_ACTION_SELECT,
    orderBy: BY_DUE,
    take: MOST,
  });
  return rows.map((row) =>
    presentWorkAction(me, row, "action_due", row.blockedReason ? `Blocked: ${row.blockedReason}` : ""),
  );
}
