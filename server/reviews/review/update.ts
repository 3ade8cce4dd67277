import type { Prisma } from "#generated/prisma/client.ts";
import { actorId } from "#lib/base/access/actor.ts";
import { can } from "#lib/base/access/can.ts";
import { forbidden, invalid } from "#lib/base/errors.ts";
import { isPublished } from "#lib/base/vocabulary/review.ts";
import type { Review, reviewContract } from "#lib/contract/review.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { fromLocalDateOrNull, toLocalDate } from "#server/base/kernel/dates.ts";
import { given } from "#server/base/kernel/given.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { emit, tellLostAccess } from "#server/base/kernel/outbox.ts";
import { fieldsOf, record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { incidentFacts } from "#server/incidents/incident/index.ts";
import { tellApprovers } from "./approve.ts";
import { reviewFacts } from "./facts.ts";
import { loadReview } from "./load.ts";
import { getReview } from "./present.ts";
import { type ReviewRecord, titleNow } from "./select.ts";
import { tasksOf, tellTasks } from "./tasks.ts";

type ReviewRole = "author" | "approver" | "reader";

interface Names {
  ownerId: string | null;
  facilitatorId: string | null;
  people: readonly { userId: string; role: ReviewRole }[];
}

const NAMES = { ownerId: true, facilitatorId: true, people: { select: { userId: true, role: true } } } as const;

/** People who work on a review. Its readers can only read it. */
const workersOn = ({ ownerId, facilitatorId, people }: Names): string[] =>
  [ownerId, facilitatorId, ...people.map(({ userId, role }) => (role === "reader" ? null : userId))].filter(
    (userId) => userId !== null,
  );

/**
 * Updates who can open a restricted incident: people who work on its review can, and people who no longer do, there or
 * on another review of it, can't, unless they have access anyway. `before` is the review before the change.
 */
async function followNames(tx: TxCtx, before: ReviewRecord): Promise<void> {
  const incidentId = before.incident.id;
  const reviews = await tx.db.review.findMany({ where: { incidentId }, select: NAMES });
  const named = [...new Set(reviews.flatMap(workersOn))];
  const me = actorId(tx.actor);
  const dropped = workersOn(before).filter((userId) => !named.includes(userId));
  const lost = { incidentId, userId: { in: dropped } };
  if (me !== null && dropped.includes(me))
    await tx.db.incidentGrant.updateMany({ where: { incidentId, userId: me }, data: { given: true } });
  await tx.db.incidentGrant.deleteMany({ where: { ...lost, given: false } });
  await tx.db.incidentGrant.updateMany({ where: lost, data: { named: false } });
  await tx.db.incidentGrant.updateMany({ where: { incidentId, userId: { in: named } }, data: { named: true } });
  await tx.db.incidentGrant.createMany({
    data: named.map((userId) => ({ id: tx.newId(), incidentId, userId, given: false, named: true })),
    skipDuplicates: true,
  });
  await tellLostAccess(tx);
}

type Input = InputOf<typeof reviewContract.update>;

/**
 * Throws `forbidden` if someone would newly get access to a restricted incident: those responsible for the review can
 * add its readers, but only those who can restrict the incident can open it.
 */
async function checkLetIn(tx: TxCtx, before: ReviewRecord, input: Input): Promise<void> {
  const { incident } = before;
  if (!incident.restricted) return;
  const readers = input.readerIds ?? [];
  const workers = [input.ownerId, input.facilitatorId, ...(input.authorIds ?? []), ...(input.approverIds ?? [])];
  const known = new Set([...before.people.map(({ userId }) => userId), ...workersOn(before)]);
  if (readers.some((id) => !known.has(id))) authorize(tx, "review", "nameReaders", reviewFacts(before));
  const fresh = workers.filter((id): id is string => !!id && !workersOn(before).includes(id));
  if (fresh.length === 0 || can(tx.actor, "incident", "restrict", incidentFacts(incident))) return;
  const inside = await tx.db.user.count({
    where: {
      id: { in: fresh },
      OR: [
        { id: incident.createdById ?? NOBODY },
        { incidentGrants: { some: { incidentId: incident.id } } },
        { memberships: { some: { team: { grants: { some: { incidentId: incident.id } } } } } },
      ],
    },
  });
  if (inside < new Set(fresh).size)
    throw forbidden("The incident is restricted. Ask its creator or a facilitator to give this person access first.");
}

const NOBODY = "00000000-0000-0000-0000-000000000000";

/**
 * Changes title, people and dates. People and dates need permission to move the review, and a title permission to
 * write.
 */
export async function updateReview(ctx: Ctx, input: Input): Promise<Review> {
  return transact(ctx, async (tx) => {
    const before = await loadReview(tx, input.key);
    const { key, version, ...asked } = input;
    const { title, authorIds, approverIds, readerIds, dueAt, meetingOn, ...people } = asked;
    const onlyTitle =
      Object.keys(given({ ...people, authorIds, approverIds, readerIds, dueAt, meetingOn })).length === 0;
    if (!onlyTitle) authorize(tx, "review", "move", reviewFacts(before));
    if (onlyTitle || title !== undefined) authorize(tx, "review", "write", reviewFacts(before));
    await checkNamed(tx, before, people);
    await checkLetIn(tx, before, input);
    const tasks = onlyTitle ? [] : await tasksOf(tx, before);
    const data: Prisma.ReviewUncheckedUpdateManyInput = {
      ...given(people),
      ...(title === undefined ? {} : titled(before, title)),
      ...(dueAt === undefined ? {} : { dueAt: fromLocalDateOrNull(dueAt), policyEdition: null }),
      ...(meetingOn === undefined ? {} : { meetingOn: fromLocalDateOrNull(meetingOn) }),
      version: { increment: 1 },
    };
    const read = () => getReview(tx, { key });
    const changed = await tx.db.review.updateMany({ where: { id: before.id, version }, data });
    await guardVersion(changed, read);
    await replacePeople(tx, before.id, { author: authorIds, approver: approverIds, reader: readerIds });
    if (before.incident.restricted && !onlyTitle) await followNames(tx, before);
    if (!onlyTitle) await tellTasks(tx, await loadReview(tx, key), tasks);
    const known = new Set(before.people.flatMap(({ userId, role }) => (role === "approver" ? userId : [])));
    const added = approverIds?.filter((id) => !known.has(id)) ?? [];
    // Others are asked once the review is reviewed.
    if (before.status === "reviewed") await tellApprovers(tx, await loadReview(tx, key), added);
    if (!onlyTitle) await emit(tx, "access.changed", { reviewId: before.id, incidentId: before.incident.id });
    return record(tx, {
      action: "review.updated",
      id: before.id,
      incidentId: before.incident.id,
      before: fieldsOf(inWords(before), asked),
      after: input,
      answer: read,
    });
  });
}

/** Readers of a published review get another title with its next version. */
const titled = ({ status, title: shown }: ReviewRecord, title: string) =>
  isPublished(status) ? { draftTitle: title === shown ? null : title } : { title };

/** Returns the review with the fields that can be changed. */
function inWords({ title, draftTitle, ownerId, facilitatorId, people, ...row }: ReviewRecord) {
  const idsOf = (role: ReviewRole) => people.filter((person) => person.role === role).map(({ userId }) => userId);
  return {
    title: titleNow({ title, draftTitle }),
    ownerId,
    facilitatorId,
    authorIds: idsOf("author"),
    approverIds: idsOf("approver"),
    readerIds: idsOf("reader"),
    dueAt: toLocalDate(row.dueAt),
    meetingOn: toLocalDate(row.meetingOn),
  };
}

interface Named {
  ownerId?: string | null | undefined;
  facilitatorId?: string | null | undefined;
}

/** Throws `invalid` for a new owner or facilitator who is unknown or no longer has access. */
async function checkNamed(tx: TxCtx, before: Named, after: Named): Promise<void> {
  for (const field of ["ownerId", "facilitatorId"] as const) {
    const id = after[field];
    if (!id || id === before[field]) continue;
    if ((await tx.db.user.count({ where: { id, disabledAt: null } })) === 0)
      throw invalid(field, "No person with access has this id. Choose from the list of people.");
  }
}

type PeopleByRole = Record<ReviewRole, string[] | undefined>;

async function replacePeople(tx: TxCtx, reviewId: string, people: PeopleByRole): Promise<void> {
  for (const [role, userIds] of Object.entries(people) as [keyof PeopleByRole, string[] | undefined][]) {
    if (!userIds) continue;
    const wanted = [...new Set(userIds)];
    const known = await tx.db.user.count({ where: { id: { in: wanted } } });
    if (known !== wanted.length)
      throw invalid(`${role}Ids`, "One of these people doesn't exist. Choose from the list of people.");
    await tx.db.reviewPerson.deleteMany({ where: { reviewId, OR: [{ role }, { userId: { in: wanted } }] } });
    await tx.db.reviewPerson.createMany({ data: wanted.map((userId) => ({ reviewId, userId, role })) });
  }
}
