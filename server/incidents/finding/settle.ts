import { actorId } from "#lib/base/access/actor.ts";
import { refuse } from "#lib/base/errors.ts";
import type { FindingState } from "#lib/base/vocabulary/finding.ts";
import { UNPUBLISHED_STATUSES } from "#lib/base/vocabulary/review.ts";
import type { Finding } from "#lib/contract/finding.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { incidentKeyOf, reviewKeyOf } from "#server/base/kernel/keys.ts";
import type { Change } from "#server/base/kernel/nouns.ts";
import { record, unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { authorizeCurating } from "#server/incidents/timeline/index.ts";
import { createRecord } from "./create-record.ts";
import { type FindingRow, loadFinding, presentFindings } from "./finding-row.ts";
import type { FindingRecords } from "./records.ts";

interface One {
  key: string;
  id: string;
}

type Became = Pick<FindingRow, "actionKey" | "factorId">;
const NOTHING: Became = { actionKey: null, factorId: null };

/** Writes the new state of a finding and returns the change to record. The caller has locked the incident. */
export async function writeState(
  tx: TxCtx,
  row: FindingRow,
  state: FindingState,
  became: Became = NOTHING,
): Promise<Change<"finding">> {
  const settled = state === "waiting" ? { settledById: null, settledAt: null } : settledNow(tx);
  await tx.db.finding.update({
    where: { id: row.id },
    data: { state, ...became, ...settled, version: { increment: 1 } },
  });
  return {
    action: state === "waiting" ? "finding.restored" : `finding.${state}`,
    id: row.id,
    incidentId: row.incidentId,
    before: { state: row.state },
    after: { state, kind: row.kind, ...became },
  };
}

const settledNow = (tx: TxCtx) => ({ settledById: actorId(tx.actor), settledAt: tx.now() });

/** Returns the newest review of an incident that is still worked on. */
async function openReviewKey(tx: TxCtx, incidentId: string): Promise<string | null> {
  const review = await tx.db.review.findFirst({
    where: { incidentId, archivedAt: null, status: { in: [...UNPUBLISHED_STATUSES] } },
    select: { number: true },
    orderBy: { number: "desc" },
  });
  return review && reviewKeyOf(review.number);
}

interface Outcome {
  state: FindingState;
  became?: Became;
}

/** Computes the new state of a finding. Null leaves it as it is. */
type Step = (tx: TxCtx, row: FindingRow, incidentKey: string) => Promise<Outcome | null>;

function change(ctx: Ctx, { key, id }: One, records: FindingRecords, step: Step): Promise<Finding> {
  return transact(ctx, async (tx) => {
    const incident = await authorizeCurating(tx, key);
    const row = await loadFinding(tx, incident.id, id);
    const outcome = await step(tx, row, incidentKeyOf(incident.number));
    const answer = async () => {
      const [finding] = await presentFindings(tx, incident.id, [await loadFinding(tx, incident.id, id)], records);
      if (!finding) throw new Error("a finding left while it was settled");
      return finding;
    };
    if (!outcome) return unrecorded("no change", answer);
    return record(tx, { ...(await writeState(tx, row, outcome.state, outcome.became)), answer });
  });
}

/**
 * Accepts a finding. An action is proposed, and a factor becomes a hypothesis of the open review. Without one a factor
 * waits for the next, as everything does with `when: "review"`. An accepted finding stays as it is.
 */
export const acceptFinding = (
  ctx: Ctx,
  input: One & { when: "now" | "review" },
  records: FindingRecords,
): Promise<Finding> =>
  change(ctx, input, records, async (tx, row, incidentKey) => {
    if (row.state === "accepted") return null;
    const reviewKey = await openReviewKey(tx, row.incidentId);
    const waits = reviewKey === null && (input.when === "review" || row.kind === "factor");
    if (waits) return { state: "accepted" };
    return { state: "accepted", became: await createRecord(tx, row, { incidentKey, reviewKey }, records) };
  });

/** Dismisses a waiting finding. Throws `rule` for an accepted one, which must be restored first. */
export const dismissFinding = (ctx: Ctx, input: One, records: FindingRecords): Promise<Finding> =>
  change(ctx, input, records, async (_tx, row) => {
    if (row.state === "accepted") throw refuse("finding_accepted", "This was accepted. Restore it first.");
    return row.state === "waiting" ? { state: "dismissed" } : null;
  });

/** Removes the record of a finding. Returns false and changes nothing if someone worked on it since. */
export async function removeRecord(tx: TxCtx, row: FindingRow, records: FindingRecords): Promise<boolean> {
  if (row.actionKey !== null) return records.removeAction(tx, row.actionKey);
  return row.factorId === null || records.removeFactor(tx, row.factorId);
}

/** Makes a finding wait again and removes its record. Throws `rule` if someone worked on the record since. */
export const restoreFinding = (ctx: Ctx, input: One, records: FindingRecords): Promise<Finding> =>
  change(ctx, input, records, async (tx, row) => {
    if (row.state === "waiting") return null;
    if (!(await removeRecord(tx, row, records)))
      throw refuse(
        "finding_in_use",
        `Someone has changed ${row.actionKey ?? "the factor"} since. To remove it, open it.`,
      );
    return { state: "waiting" };
  });
