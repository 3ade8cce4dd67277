import { invalid, notFound } from "#lib/base/errors.ts";
import type { TrackerPerson, trackerContract } from "#lib/contract/tracker.ts";
import type { RemotePerson } from "#lib/follow/tracker/remote-issue.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { agreedOf, jsonColumn, loadTracker } from "./load.ts";

const SELECT = { remoteId: true, name: true, user: { select: { id: true, name: true } } } as const;
const present = ({ remoteId, name, user }: { remoteId: string; name: string; user: TrackerPerson["person"] }) => ({
  ...{ remoteId, name, person: user },
});

/** Keeps accounts there. Who they are here stays as it was said. */
export async function keepPeople(tx: TxCtx, trackerId: string, people: readonly RemotePerson[]): Promise<void> {
  const once = [...new Map(people.map((one) => [one.id, one])).values()];
  await tx.db.trackerPerson.createMany({
    data: once.map(({ id, name }) => ({ trackerId, remoteId: id, name })),
    skipDuplicates: true,
  });
}

/** Returns the accounts that a connection knows, and who they are here. */
export async function trackerPeople(ctx: Ctx, { id }: InputOf<typeof trackerContract.people>) {
  authorizeGlobally(ctx, "settings.manage");
  await loadTracker(ctx, id);
  const rows = await ctx.db.trackerPerson.findMany({
    where: { trackerId: id },
    select: SELECT,
    orderBy: [{ name: "asc" }, { remoteId: "asc" }],
  });
  return { items: rows.map(present) };
}

/** Says who an account there is here, or that it's no one. */
export async function setTrackerPerson(
  ctx: Ctx,
  { id, remoteId, personId }: InputOf<typeof trackerContract.setPerson>,
): Promise<TrackerPerson> {
  return transact(ctx, async (tx) => {
    authorizeGlobally(tx, "settings.manage");
    const where = { trackerId_remoteId: { trackerId: id, remoteId } };
    const before = await tx.db.trackerPerson.findUnique({ where, select: SELECT });
    if (!before) throw notFound();
    if (personId !== null && (await tx.db.user.count({ where: { id: personId, disabledAt: null } })) === 0)
      throw invalid("personId", "No person with access has this id. Choose from the list of people.");
    const other = personId !== null && (await accountOf(tx, id, personId));
    if (other && other.remoteId !== remoteId)
      throw invalid("personId", `${other.user?.name} is ${other.name} already. Choose no one for ${other.name} first.`);
    const row = await tx.db.trackerPerson.update({ where, data: { userId: personId }, select: SELECT });
    if (personId !== null) await takeWaiting(tx, id, remoteId);
    return record(tx, {
      ...{ action: "tracker.person_set", id },
      before: { account: before.name, personId: before.user?.id ?? null },
      after: { account: before.name, personId },
      answer: () => present(row),
    });
  });
}

const accountOf = ({ db }: Ctx, trackerId: string, userId: string) =>
  db.trackerPerson.findFirst({ where: { trackerId, userId }, select: SELECT });

/** Lets an assignee who is known now become the owner of actions that have none. */
async function takeWaiting(tx: TxCtx, trackerId: string, remoteId: string): Promise<void> {
  const waiting = { trackerId, assigneeId: remoteId, unlinkedAt: null, actionItem: { ownerId: null } };
  for (const link of await tx.db.linkedIssue.findMany({ where: waiting })) {
    const agreed = { ...agreedOf(link), owner: { here: null, there: null } };
    const data = { agreed: jsonColumn(agreed), lookAt: tx.now(), claimedUntil: null };
    await tx.db.linkedIssue.update({ where: { id: link.id }, data });
  }
}
