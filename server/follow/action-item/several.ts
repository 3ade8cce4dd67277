import type { InferContractRouterOutputs } from "@orpc/contract";
import { canGlobally } from "#lib/base/access/can.ts";
import { AppError, conflict, ERRORS, forbidden, invalid, notFound } from "#lib/base/errors.ts";
import type { ActionItemRow, actionItemContract } from "#lib/contract/action-item.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { inOrderOf } from "#server/base/kernel/find-ids.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { actionKeyOf, numberOfKey } from "#server/base/kernel/keys.ts";
import { recordAll } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { evidenceTexts } from "./evidence.ts";
import { type ActionRefs, loadRefs, type Ruled } from "./load-refs.ts";
import { relistInChanges } from "./part-of-changes.ts";
import { presentActionRow } from "./present-row.ts";
import { requestionActions } from "./recurrence.ts";
import { endFlags } from "./relation.ts";
import { ACTION_ROW_SELECT, type ActionRowRecord, RULED_SELECT, type RuledAction } from "./select.ts";
import { learnSteps, leaveStatus, planStep, type StepPlan, stepped, tellSteps } from "./transition.ts";
import { keepDueMoves, tellUpdates, updated } from "./update.ts";
import { authorizeUpdate, type Changes, inWords, isRelisted, isRestored, learn, planUpdate } from "./update-plan.ts";
import { actionItemVisibleSql, actionItemVisibleTo } from "./visible-to.ts";
import { writeColumns } from "./write-columns.ts";
import { keepSteps } from "./write-step.ts";

type Input = InputOf<typeof actionItemContract.changeSeveral>;
type Update = Input["updates"][number];
type Step = Input["transitions"][number];
type Answer = InferContractRouterOutputs<typeof actionItemContract>["changeSeveral"];
type Refused = Answer["refused"][number];

/** A change that the rules allow, with what it writes. */
interface Planned<Asked, Plan> {
  row: RuledAction;
  refs: ActionRefs;
  input: Asked;
  plan: Plan;
}
type PlannedUpdate = Planned<Update, Changes>;
type PlannedStep = Planned<Step, StepPlan>;

/**
 * Changes several actions in one transaction, by the rules and with the records of single changes. How many statements
 * it takes doesn't depend on how many actions there are, except for blocks that return. Those that are
 * rejected are named, and the others are changed. Throws `forbidden` or `not_found` if that is why all are rejected.
 */
export async function changeSeveral(ctx: Ctx, { updates, transitions }: Input): Promise<Answer> {
  const keys = [...updates, ...transitions].map(({ key }) => key);
  if (new Set(keys).size < keys.length) throw invalid("updates", "Name each action once");
  return transact(ctx, async (tx) => {
    const loaded = await loadLocked(tx, keys);
    const refused: Refused[] = [];
    const updating = await planUpdates(tx, loaded, updates, refused);
    const stepping = await planSteps(tx, loaded, transitions, refused);
    if (updating.length + stepping.length === 0) refuseAll(refused);
    const others = await write(tx, updating, stepping);
    const ids = [...updating, ...stepping].map(({ row }) => row.id);
    const rows = inOrderOf(
      ids,
      await tx.db.actionItem.findMany({ where: { id: { in: ids } }, select: ACTION_ROW_SELECT }),
    );
    await tellAll(tx, { updating, stepping, rows });
    const changes = [
      ...updating.map(({ row, refs, input }) => updated(input, inWords(row, refs), row.incidentId)),
      ...stepping.map(({ row, input }) => stepped(row, input)),
    ];
    return recordAll(tx, [...changes, ...others], async () => {
      const refs = await loadRefs(tx, rows, { isDetailed: true });
      return { done: rows.map((row) => presentActionRow(tx, row, refs)), refused };
    });
  });
}

/**
 * Returns the actions with these keys that the actor can see. Their rows are locked in one order, so two such requests
 * wait for each other, and no one else changes a row before it is written. Someone who can't write locks nothing.
 */
async function loadLocked(tx: TxCtx, keys: readonly string[]): Promise<ReadonlyMap<string, Ruled>> {
  const numbers = keys.map(numberOfKey);
  if (canGlobally(tx.actor, "action.create"))
    await tx.db.$queryRaw`
      SELECT FROM action_item WHERE number = ANY(${numbers}::int[]) AND ${actionItemVisibleSql(tx.actor)}
      ORDER BY number FOR NO KEY UPDATE OF action_item`;
  const where = { AND: [{ number: { in: numbers } }, actionItemVisibleTo(tx.actor)] };
  const rows = await tx.db.actionItem.findMany({ where, select: RULED_SELECT });
  const refs = await loadRefs(tx, rows);
  return new Map(rows.map((row) => [actionKeyOf(row.number), { row, refs }]));
}

/** Plans one change after the other. One that is rejected doesn't stop the others. */
async function planEach<Asked extends { key: string; version: number }, Plan>(
  tx: TxCtx,
  { loaded, items, refused }: { loaded: ReadonlyMap<string, Ruled>; items: readonly Asked[]; refused: Refused[] },
  plan: (ruled: Ruled, item: Asked) => Promise<Plan | null>,
): Promise<Planned<Asked, Plan>[]> {
  const planned: Planned<Asked, Plan>[] = [];
  for (const input of items) {
    try {
      const ruled = loaded.get(input.key);
      if (!ruled) throw notFound();
      const made = await plan(ruled, input);
      if (made === null || ruled.row.version !== input.version)
        throw conflict(presentActionRow(tx, ruled.row, ruled.refs));
      planned.push({ ...ruled, input, plan: made });
    } catch (error) {
      refused.push(refusalOf(input.key, error));
    }
  }
  return planned;
}

async function planUpdates(
  tx: TxCtx,
  loaded: ReadonlyMap<string, Ruled>,
  items: readonly Update[],
  refused: Refused[],
) {
  const undone = items.filter(({ undoesDueMove }) => undoesDueMove).flatMap(({ key }) => loaded.get(key)?.row.id ?? []);
  const known = await learn(tx, undone);
  return planEach(tx, { loaded, items, refused }, (ruled, input) => {
    authorizeUpdate(tx, ruled, input);
    return planUpdate(tx, known, ruled, input);
  });
}

async function planSteps(tx: TxCtx, loaded: ReadonlyMap<string, Ruled>, items: readonly Step[], refused: Refused[]) {
  const steps = items.flatMap((input) => {
    const ruled = loaded.get(input.key);
    return ruled ? [{ loaded: ruled, input }] : [];
  });
  const known = await learnSteps(tx, steps);
  return planEach(tx, { loaded, items, refused }, (ruled, input) => planStep(tx, known, ruled, input));
}

function refusalOf(key: string, error: unknown): Refused {
  if (!(error instanceof AppError)) throw error;
  const { code, details } = error;
  const message = details.message ?? details.fields?.[0]?.message ?? ERRORS[code].title;
  const current = (details.current as ActionItemRow | undefined) ?? null;
  return { key, code, message, rule: details.rule ?? null, current };
}

function refuseAll(refused: readonly Refused[]): void {
  const codes = new Set(refused.map(({ code }) => code));
  if (codes.size !== 1) return;
  if (codes.has("forbidden")) throw forbidden();
  if (codes.has("not_found")) throw notFound();
}

/** Writes what the changes change. Returns the entries of others: actions that blocked one, and strategic changes. */
async function write(tx: TxCtx, updating: readonly PlannedUpdate[], stepping: readonly PlannedStep[]) {
  const leaving = stepping.filter(({ plan }) => plan.step.patch.blockedReason === null);
  const unflagged = await endFlags(
    tx,
    leaving.map(({ row }) => row.id),
  );
  const written = [...updating, ...stepping].map(({ row: { id, version }, plan: { data } }) => ({ id, version, data }));
  const relisting = updating.filter(({ row, input }) => isRelisted(row, input)).map(({ row }) => row.id);
  const relisted = await relistInChanges(tx, relisting, () => writeColumns(tx, written));
  const restored = updating.filter(({ row, input }) => isRestored(row, input));
  await requestionActions(
    tx,
    restored.map(({ row }) => row.id),
  );
  await keepDueMoves(
    tx,
    updating.flatMap(({ row, plan }) => (plan.move ? [{ before: row, move: plan.move }] : [])),
  );
  const undone = updating.flatMap(({ plan }) => plan.undone?.id ?? []);
  if (undone.length > 0) await tx.db.actionItemDueMove.deleteMany({ where: { id: { in: undone } } });
  await keepSteps(
    tx,
    stepping.map(({ row, input, plan }) => ({
      ...input,
      before: row,
      answers: plan.step.answers,
      declined: plan.declined,
    })),
  );
  const left = stepping.map(({ row, input, plan }) => ({ row, to: input.to, ...plan }));
  const flagged = await leaveStatus(tx, left);
  return [...unflagged, ...relisted, ...flagged];
}

interface Told {
  updating: readonly PlannedUpdate[];
  stepping: readonly PlannedStep[];
  rows: readonly ActionRowRecord[];
}

/** Notifies whom single changes would notify. */
async function tellAll(tx: TxCtx, { updating, stepping, rows }: Told): Promise<void> {
  const after = new Map(rows.map((row) => [row.id, row]));
  await tellUpdates(
    tx,
    updating.flatMap(({ row, plan }) => {
      const now = after.get(row.id);
      return now ? [{ before: row, after: now, plan }] : [];
    }),
  );
  const implemented = stepping.filter(({ input }) => input.to === "implemented");
  const evidence = await evidenceTexts(
    tx,
    implemented.map(({ row }) => row.id),
  );
  const taken = stepping.flatMap(({ row, input }) => {
    const now = after.get(row.id);
    return now ? [{ before: row, after: now, input, evidence: evidence.get(row.id) ?? "" }] : [];
  });
  await tellSteps(tx, taken);
}
