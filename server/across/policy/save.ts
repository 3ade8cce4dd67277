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
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import type { Change } from "#server/base/kernel/nouns.ts";
import { recordAll } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { listEditions } from "#server/people/policy/index.ts";
import { moveBack, movePromises } from "./move-promises.ts";
import { movedChanges } from "./moved-changes.ts";
import { changedPromises, linesOf } from "./moves.ts";
import { saveOf } from "./onto.ts";
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
  if (services < serviceIds.length) throw invalid("scope", "One of these services doesn't exist. Choose again.");
  if (teams < teamIds.length) throw invalid("scope", "One of these teams doesn't exist. Choose again.");
  for (const field of ["ladderManager", "ladderParent"] as const) {
    const id = values[field];
    const isFormer = archived || !id || (former?.values as PolicyValues | undefined)?.[field] === id;
    if (!isFormer && (await ctx.db.user.count({ where: { id, disabledAt: null } })) === 0)
      throw invalid(field, "The reminders name someone without access. Choose another person, or none.");
  }
  if (tpms === 0) throw invalid("ladderTpm", "The reminders name someone who isn't a TPM. Choose a TPM, or none.");
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
  const newest = editions.at(-1)?.number ?? 0;
  const number = newest + 1;
  const next = { number, policyId, version: 0, ...columns, archived: input.archived, base: null };
  const save = saveOf([...editions, next], next);
  const lines = [...(await changedPromises(ctx, save)).flatMap(linesOf), ...(await movedChanges(ctx, save, newest))];
  // A review counts once, however many of its days move.
  const count = (kind: (typeof MOVE_KINDS)[number]) =>
    new Set(lines.flatMap((line) => (line.kind === kind ? `${line.key} ${kind === "deadline" ? line.what : ""}` : [])))
      .size;
  return {
    counts: {
      ...{ action: count("action"), ladder: count("ladder"), review: count("review"), deadline: count("deadline") },
      change: count("change"),
    },
    late: lines.filter(({ kind, late }) => late && kind !== "change").length,
    items: lines.slice(0, POLICY_MOVES_SHOWN),
  };
}

/**
 * Adds or changes a policy. What was promised keeps the edition of then, unless past promises move too, which an undo
 * moves back. Throws `conflict` for a stale version.
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
    const { number } = await tx.db.policyEdition.create({ data: edition });
    const back = input.undoesMove ? await moveBack(tx, id, version - 1) : [];
    const moved = input.movePast ? await movePromises(tx, number) : [];
    const action =
      before === null ? "policy.created" : archived && !before.archived ? "policy.archived" : "policy.updated";
    const entry: Change<"policy"> = { action, id, before, after: { ...columns, archived, movePast: input.movePast } };
    return recordAll(tx, [entry, ...back, ...moved], () => getPolicy(tx, id));
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
