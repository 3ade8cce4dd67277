import { uuidv7 } from "uuidv7";
import type { UserActor } from "#lib/base/access/actor.ts";
import { ACTION_PRIORITIES, ACTION_STATUSES, ACTION_TYPES } from "#lib/base/vocabulary/action-item.ts";
import { makeUser } from "#server/testing/make-context.ts";
import type { TestDatabase } from "#server/testing/test-database.ts";

type PrismaClient = TestDatabase["prisma"];
const DATES = ["2026-07-01", "2026-10-30", "2026-10-31", "2026-11-05", null];

interface ListWorld {
  me: UserActor;
  other: UserActor;
  /** An incident that only `other` can read. */
  secret: { id: string; number: number };
}

/** Creates forty actions that differ in every field that a list can be filtered by, and what they are linked to. */
export async function listWorld(prisma: PrismaClient): Promise<ListWorld> {
  const me = await makeUser(prisma, "member");
  const other = await makeUser(prisma, "member", "other");
  const teamId = (await prisma.team.create({ data: { id: uuidv7(), name: "Storage" } })).id;
  const elsewhere = (await prisma.team.create({ data: { id: uuidv7(), name: "Mail" } })).id;
  await prisma.teamMember.create({ data: { teamId, userId: me.id } });
  const incident = await prisma.incident.create({
    data: { id: uuidv7(), title: "Backups are empty", severity: 2, highestSeverity: 2, startedAt: new Date() },
  });
  const hidden = await prisma.incident.create({
    data: {
      ...{ id: uuidv7(), title: "Keys leaked", severity: 1, highestSeverity: 1, startedAt: new Date() },
      ...{ restricted: true, createdById: other.id },
    },
  });
  const change = await prisma.strategicChange.create({ data: { id: uuidv7(), title: "One queue" } });
  const ids = Array.from({ length: 40 }, () => uuidv7());
  await prisma.actionItem.createMany({
    data: ids.map((id, at) => ({
      id,
      title: at % 4 === 0 ? `Zeppelin ${at}` : `Alert ${at}`,
      type: ACTION_TYPES[at % ACTION_TYPES.length] ?? "prevent",
      priority: ACTION_PRIORITIES[at % 4] ?? "P2",
      status: ACTION_STATUSES[at % 7] ?? "proposed",
      ownerId: [me.id, other.id, null][at % 3] ?? null,
      teamId: [teamId, elsewhere, null][at % 3] ?? null,
      incidentId: at === 3 ? hidden.id : at % 5 === 0 ? incident.id : null,
      dueDate: DATES[at % 5] ? new Date(DATES[at % 5] ?? "") : null,
      dueMoves: at % 4,
      blockedReason: at % 7 === 1 ? "A part is missing" : null,
      description: at % 2 === 0 ? "The disk is full" : "",
      ...{ declineReason: "x", waivedUntil: new Date("2026-11-30"), waivedReason: "x" },
      verifiedAt: new Date("2026-10-20T12:00Z"),
      createdAt: new Date(Date.UTC(2026, at % 10, 1 + at)),
    })),
  });
  const next = await prisma.strategicChange.create({ data: { id: uuidv7(), title: "One store" } });
  const changeIds = [change.id, next.id];
  await prisma.strategicChangeAction.createMany({
    data: changeIds.map((changeId) => ({ changeId, actionItemId: ids[6] ?? "" })),
  });
  await prisma.actionEvidence.create({
    data: {
      ...{ id: uuidv7(), actionItemId: ids[2] ?? "", kind: "link", url: "https://ci/1", addedAt: new Date() },
    },
  });
  await prisma.actionItemDueMove.create({
    data: { id: uuidv7(), actionItemId: ids[1] ?? "", fromDate: new Date("2026-01-05"), toDate: null, reason: "x" },
  });
  const piece = { actionItemId: ids[2] ?? "", kind: "text", addedAt: new Date() } as const;
  await prisma.actionEvidence.createMany({
    data: [
      { ...piece, id: uuidv7(), text: "Seen in the drill" },
      { ...piece, id: uuidv7(), actionItemId: ids[8] ?? "", text: "Seen in the drill", removedAt: new Date() },
      { ...piece, id: uuidv7(), actionItemId: ids[13] ?? "", text: "Restored", point: "It restores" },
    ],
  });
  await linkActions(prisma, { ids, incidentId: incident.id, me, other });
  return { me, other, secret: hidden };
}

interface Linked {
  ids: readonly string[];
  incidentId: string;
  me: UserActor;
  other: UserActor;
}

/** Links actions to all that they can be linked to: "Alert 5" has one of each, and "Zeppelin 12" is blocked by one that is hidden. */
async function linkActions(prisma: PrismaClient, { ids, incidentId, me, other }: Linked) {
  const id = (at: number) => ids[at] ?? "";
  const set = (at: number, data: Parameters<typeof prisma.actionItem.update>[0]["data"]) =>
    prisma.actionItem.update({ where: { id: id(at) }, data });
  const serviceId = (await prisma.service.create({ data: { id: uuidv7(), name: "Checkout" } })).id;
  await prisma.incidentService.create({ data: { incidentId, serviceId } });
  const review = { id: uuidv7(), incidentId, documentId: uuidv7(), template: "standard" as const, title: "Review" };
  await prisma.review.create({ data: review });
  const condition = await prisma.canonicalFactor.create({ data: { id: uuidv7(), name: "Nobody restores backups" } });
  const factor = { id: uuidv7(), reviewId: review.id, incidentId, number: 1, position: 1, statement: "Never tried" };
  await prisma.factor.create({ data: { ...factor, canonicalFactorId: condition.id } });
  await prisma.actionItemFactor.create({ data: { actionItemId: id(5), factorId: factor.id } });
  const secretId = uuidv7();
  await prisma.incident.create({
    data: {
      ...{ id: secretId, title: "Hidden", severity: 1, highestSeverity: 1, startedAt: new Date() },
      ...{ restricted: true, createdById: other.id },
    },
  });
  const hidden = await prisma.actionItem.create({
    data: {
      ...{ id: uuidv7(), title: "Hidden", type: "prevent", priority: "P2" },
      ...{ ownerId: other.id, incidentId: secretId },
    },
  });
  const addedAt = new Date();
  await prisma.actionRelation.createMany({
    data: [
      { fromId: id(9), toId: id(5), kind: "blocks", addedAt },
      { fromId: id(5), toId: id(10), kind: "relates", addedAt },
      { fromId: hidden.id, toId: id(12), kind: "blocks", addedAt },
    ],
  });
  const check = { position: 1, text: "Order disks" };
  await prisma.actionCheck.createMany({
    data: [
      { ...check, id: uuidv7(), actionItemId: id(5) },
      { ...check, id: uuidv7(), actionItemId: id(5), doneAt: addedAt },
      { ...check, id: uuidv7(), actionItemId: id(10), doneAt: addedAt },
      { ...check, id: uuidv7(), actionItemId: id(10), removedAt: addedAt },
    ],
  });
  await prisma.actionWatcher.create({ data: { actionItemId: id(5), userId: me.id, since: addedAt } });
  await prisma.actionWatcher.create({ data: { actionItemId: id(6), userId: other.id, since: addedAt } });
  const waiver = { actionItemId: id(5), reason: "x", mitigation: "x", until: new Date("2026-12-01") };
  await prisma.waiver.createMany({
    data: [
      { ...waiver, id: uuidv7(), status: "refused", askedAt: new Date("2026-10-01") },
      { ...waiver, id: uuidv7(), status: "requested", askedAt: new Date("2026-10-02") },
      { ...waiver, id: uuidv7(), actionItemId: id(13), status: "approved", askedAt: new Date("2026-10-01") },
      { ...waiver, id: uuidv7(), actionItemId: id(13), status: "refused", askedAt: new Date("2026-10-02") },
    ],
  });
  await set(11, { dueBasis: "person" });
  await set(12, { declineKind: "wont_do" });
  await set(13, { trackerUrl: "https://pay.example/browse/PAY-3", doneWhen: "- It restores\n- It alerts" });
}
