import type { Prisma } from "#generated/prisma/client.ts";
import { invalid } from "#lib/base/errors.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { tellScreens } from "#server/base/kernel/outbox.ts";
import { record } from "#server/base/kernel/record.ts";
import { createRecord, type Origin } from "./create-record.ts";
import { type FindingRow, loadFindings, presentFindings } from "./finding-row.ts";
import type { FindingRecords } from "./records.ts";
import { removeRecord, writeState } from "./settle.ts";

/** Findings that were accepted and aren't records yet. */
const UNPLACED: Prisma.FindingWhereInput = {
  state: "accepted",
  kind: { in: ["factor", "action"] },
  actionKey: null,
  factorId: null,
};

/**
 * Accepts findings for a review that is being generated. Nothing is created yet. `true` accepts all waiting ones
 * without a doubt. Returns their ids. Throws `invalid` for one that the incident doesn't have.
 */
export async function acceptFindings(
  tx: TxCtx,
  incidentId: string,
  which: true | readonly string[],
  records: FindingRecords,
): Promise<string[]> {
  const rows = await loadFindings(tx, incidentId, which === true ? { state: "waiting" } : { id: { in: [...which] } });
  if (which !== true && rows.length !== new Set(which).size)
    throw invalid("accept.findings", "One of these findings isn't on this incident. Load the list again.");
  const doubted = new Set<string>();
  if (which === true)
    for (const { id, doubt } of await presentFindings(tx, incidentId, rows, records))
      if (doubt !== null) doubted.add(id);
  const accepted = rows.filter(({ id, state }) => state !== "accepted" && !doubted.has(id));
  for (const row of accepted) await record(tx, await writeState(tx, row, "accepted"));
  return accepted.map(({ id }) => id);
}

/** Creates the actions and factors of accepted findings in a new review. Returns the ids of the findings. */
export async function placeFindings(
  tx: TxCtx,
  incidentId: string,
  origin: Origin,
  records: FindingRecords,
): Promise<string[]> {
  const rows = await loadFindings(tx, incidentId, UNPLACED);
  for (const row of rows) {
    const became = await createRecord(tx, row, origin, records);
    await tx.db.finding.update({ where: { id: row.id }, data: { ...became, version: { increment: 1 } } });
  }
  const why = "its result is recorded separately, and the generated review has the count";
  if (rows.length > 0) await tellScreens(tx, { noun: "finding", id: incidentId, incidentId }, why);
  return rows.map(({ id }) => id);
}

/**
 * Removes the records that generating created from findings, except those that someone changed since. Returns what
 * stays, as text.
 */
export async function undoFindings(
  tx: TxCtx,
  incidentId: string,
  { accepted, placed }: { accepted: readonly string[]; placed: readonly string[] },
  records: FindingRecords,
): Promise<string[]> {
  const rows = await loadFindings(tx, incidentId, { state: "accepted", id: { in: [...accepted, ...placed] } });
  const stays: string[] = [];
  for (const row of rows) {
    if (!(await removeRecord(tx, row, records))) stays.push(row.actionKey ?? row.text);
    else if (accepted.includes(row.id)) await record(tx, await writeState(tx, row, "waiting"));
    else await unplace(tx, row);
  }
  return stays;
}

async function unplace(tx: TxCtx, row: FindingRow): Promise<void> {
  await tx.db.finding.update({
    where: { id: row.id },
    data: { actionKey: null, factorId: null, version: { increment: 1 } },
  });
  await record(tx, {
    action: "finding.unplaced",
    id: row.id,
    incidentId: row.incidentId,
    before: { actionKey: row.actionKey, factorId: row.factorId },
  });
}

/** Returns accepted summaries and impact, in the order of their files. */
export async function acceptedPassages(ctx: Ctx, incidentId: string): Promise<{ summary: string[]; impact: string[] }> {
  const rows = await loadFindings(ctx, incidentId, { state: "accepted", kind: { in: ["summary", "impact"] } });
  const of = (kind: FindingRow["kind"]) => rows.filter((row) => row.kind === kind).map(({ text }) => text);
  return { summary: of("summary"), impact: of("impact") };
}
