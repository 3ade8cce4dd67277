import { StatedAction, StatedFactor } from "#lib/contract/finding.ts";
import { actionOfFinding } from "#lib/incidents/finding/action-of-finding.ts";
import { factorOfFinding } from "#lib/incidents/finding/factor-of-finding.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";
import type { FindingRow } from "./finding-row.ts";
import type { FindingRecords } from "./records.ts";

/** Where a record comes from. */
export interface Origin {
  incidentKey: string;
  reviewKey: string | null;
}

/** Creates the record of an accepted finding. Summary and impact create none, because the draft contains them. */
export async function createRecord(
  tx: TxCtx,
  row: FindingRow,
  { incidentKey, reviewKey }: Origin,
  records: FindingRecords,
): Promise<Pick<FindingRow, "actionKey" | "factorId">> {
  const place = { filename: row.import.filename, file: row.file, line: row.line };
  if (row.kind === "action") {
    const { key } = await records.createAction(tx, {
      ...{ doneWhen: "", ownerId: null, teamId: null, factorIds: [], changeKeys: [], incidentKey },
      ...actionOfFinding(row.text, StatedAction.parse(row.detail), place),
      ...(reviewKey === null ? {} : { reviewKey }),
    });
    return { actionKey: key, factorId: null };
  }
  if (row.kind === "factor" && reviewKey !== null) {
    const stated = StatedFactor.parse(row.detail);
    const { id } = await records.createFactor(tx, {
      ...{ key: reviewKey, role: stated.role, domains: [], status: "hypothesis", evidence: [] },
      ...factorOfFinding(row.text, stated, place),
    });
    return { actionKey: null, factorId: id };
  }
  return { actionKey: null, factorId: null };
}
