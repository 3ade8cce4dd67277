import { actorId } from "#lib/base/access/actor.ts";
import { invalid, notFound } from "#lib/base/errors.ts";
import {
  type MOVE_KINDS,
  POLICY_MOVES_SHOWN,
  type Policy,
  type PolicyPreview,
  type policyContract,
} from "#lib/contract/policy.ts";
import type { PolicyValues } from "#lib/people/policy/values.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { fromLocalDateOrNull, toLocalDate } from "#server/base/kernel/dates.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import type { Change } from "#server/base/kernel/nouns.ts";
import { recordAll } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { bookOf, listEditions, loadBook } from "#server/people/policy/index.ts";
import { type Changed, changedPromises, linesOf } from "./moves.ts";
import { getPolicy } from "./present.ts";

type Fields = InputOf<typeof policyContract.preview>;

/** Returns the columns of a policy. Throws `invalid` for a service, a team or a TPM that isn't one. */
async function checked(ctx: Ctx, { id, name, scope, values, archived }: Fields) {
  const serviceIds = [...new Set(scope.serviceIds)];
  const teamIds = [...new Set(scope.teamIds)];
  // A TPM who was named before can have left. The policy can still be changed and archived.
  const former = id === undefined ? null : await ctx.db.policy.findUnique({ where: { id }, select: { values: true } });
  const { ladderTpm } = values;
  const isKnown = archived || !ladderTpm || (former?.values as PolicyValues | undefined)?.ladderTpm === ladderTpm;
  const [services, teams, tpms] = await Promise.all([
    ctx.db.service.count({ where: { id: { in: serviceIds } } }),
    ctx.db.team.count({ where: { id: { in: teamIds } } }),
    isKnown ? 1 : ctx.db.user.count({ where: { id: ladderTpm, role: "tpm", disabledAt: null } }),
  ]);
  if (services < serviceIds.length) throw invalid("scope", "One of these services doesn't exist. Choose again");
  if (teams < teamIds.length) throw invalid("scope", "One of these teams doesn't exist. Choose again");
  if (tpms === 0) throw invalid("ladderTpm", "The reminders name someone who isn't a TPM. Choose a TPM, or none");
  const severities = [...new Set(scope.severities)].sort();
  const priorities = [...new Set(scope.priorities)].sort();
  // Without the values that are left out.
  return { name, serviceIds, teamIds, severities, priorities, values: JSON.parse(JSON.stringify(values)) };
}

/** Returns what would move if a policy were saved and past promises moved too. Writes nothing. */
export async function previewPolicy(ctx: Ctx, input: Fields): Promise<PolicyPreview> {
  authorizeGlobally(ctx, "policy.manage");
  const [editions, columns] = [await listEditions(ctx), await checked(ctx, input)];
  const policyId = input.id ?? ctx.newId();
  const number = (editions.at(-1)?.number ?? 0) + 1;
  const next = { number, policyId, version: 0, ...columns, archived: input.archived };
  const lines = (await changedPromises(ctx, bookOf([...editions, next]))).flatMap(linesOf);
  const count = (kind: (typeof MOVE_KINDS)[number]) => lines.filter((line) => line.kind === kind).length;
  return {
    counts: { action: count("action"), ladder: count("ladder"), review: count("review"), deadline: count("deadline") },
    late: lines.filter(({ late }) => late).length,
    items: lines.slice(0, POLICY_MOVES_SHOWN),
  };
}

/**
 * Adds or changes a policy. What was promised keeps the edition of then, unless past promises move too. Throws `conflict`
 * for a stale version.
 */
export async function savePolicy(ctx: Ctx, input: InputOf<typeof policyContract.save>): Promise<Policy> {
  return transact(ctx, async (tx) => {
    authorizeGlobally(tx, "policy.manage");
    const columns = await checked(tx, input);
    // Numbers are taken in the order in which they are seen, so an edition never changes later.
    await tx.db.$executeRaw`LOCK TABLE policy_edition IN SHARE ROW EXCLUSIVE MODE`;
    const { id, version, before } = await write(tx, input, columns);
    const { archived } = input;
    const edition = { policyId: id, version, ...columns, archived, at: tx.now() };
    await tx.db.policyEdition.create({ data: edition });
    const moved = input.movePast ? await movePromises(tx) : [];
    const action =
      before === null ? "policy.created" : archived && !before.archived ? "policy.archived" : "policy.updated";
    const entry: Change<"policy"> = { action, id, before, after: { ...columns, archived, movePast: input.movePast } };
    return recordAll(tx, [entry, ...moved], () => getPolicy(tx, id));
  });
}

type Columns = Awaited<ReturnType<typeof checked>>;

async function write(tx: TxCtx, { id, version, archived }: Fields, columns: Columns) {
  const by = { changedById: actorId(tx.actor), changedAt: tx.now() };
  if (id === undefined) {
    const made = tx.newId();
    await tx.db.policy.create({ data: { id: made, ...columns, ...by, archivedAt: archived ? tx.now() : null } });
    return { id: made, version: 1, before: null };
  }
  const row = await tx.db.policy.findUnique({ where: { id } });
  if (!row) throw notFound();
  if (version === undefined) throw invalid("version", "Send the version of the policy that you changed");
  const archivedAt = archived ? (row.archivedAt ?? tx.now()) : null;
  const changed = await tx.db.policy.updateMany({
    where: { id, version },
    data: { ...columns, ...by, archivedAt, version: { increment: 1 } },
  });
  await guardVersion(changed, () => getPolicy(tx, id));
  const { name, serviceIds, teamIds, severities, priorities, values } = row;
  const before = { name, serviceIds, teamIds, severities, priorities, values, archived: row.archivedAt !== null };
  return { id, version: version + 1, before };
}

/**
 * Moves promises to the newest edition, unless someone changes them at the same time, and returns what to record. Not a
 * move of a date by its owner.
 */
async function movePromises(tx: TxCtx): Promise<Change[]> {
  const book = await loadBook(tx);
  const entries: Change[] = [];
  for (const one of await changedPromises(tx, book)) entries.push(...(await moveOne(tx, one, book.newest)));
  return entries;
}

async function moveOne(tx: TxCtx, changed: Changed, policyEdition: number): Promise<Change[]> {
  if (changed.kind === "incident") {
    await tx.db.incident.update({ where: { id: changed.row.id }, data: { policyEdition } });
    return [];
  }
  const { kind, row, due } = changed;
  const { id, incidentId } = row;
  const toDate = fromLocalDateOrNull(due);
  const asRead = { where: { id, version: row.version } };
  const bumped = { policyEdition, version: { increment: 1 } } as const;
  if (kind === "review") {
    const [before, after] = [{ dueAt: toLocalDate(row.dueAt) }, { dueAt: due }];
    const isMoved = before.dueAt !== due;
    const data = isMoved ? { dueAt: toDate, ...bumped } : { policyEdition };
    const { count } = await tx.db.review.updateMany({ ...asRead, data });
    return isMoved && count > 0 ? [{ action: "review.due_moved", id, incidentId: row.incidentId, before, after }] : [];
  }
  const [before, after] = [{ dueDate: toLocalDate(row.dueDate) }, { dueDate: due }];
  const isMoved = before.dueDate !== due;
  const data = isMoved ? { dueDate: toDate, ...bumped } : { policyEdition };
  const { count } = await tx.db.actionItem.updateMany({ ...asRead, data });
  if (!isMoved || count === 0) return [];
  const by = { movedById: actorId(tx.actor), movedAt: tx.now() };
  const counted = { fromDate: row.dueDate, toDate, reason: "", basis: row.dueBasis };
  await tx.db.actionItemDueMove.create({ data: { id: tx.newId(), actionItemId: id, ...counted, ...by } });
  return [{ action: "action_item.due_moved", id, incidentId, before, after }];
}
