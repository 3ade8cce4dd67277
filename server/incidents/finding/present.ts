import { type Finding, StatedAction, StatedFactor } from "#lib/contract/finding.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toInstantOrNull } from "#server/base/kernel/dates.ts";
import type { FindingRow } from "./load.ts";
import type { FindingRecords } from "./records.ts";

function becameOf({ actionKey, factorId }: FindingRow): Finding["became"] {
  if (actionKey !== null) return { noun: "action_item", key: actionKey };
  return factorId === null ? null : { noun: "factor", key: factorId };
}

/** Returns why someone should check before accepting. */
function doubtOf(row: FindingRow, known: ReadonlyMap<string, string>): string | null {
  if (row.kind !== "action" || row.actionKey !== null) return null;
  const key = known.get(row.text);
  if (key !== undefined) return `Same title as ${key}`;
  return StatedAction.parse(row.detail).status === "done" ? "Marked as done in the file" : null;
}

/** Returns findings for the API. An action names the action of the incident that already has its title. */
export async function presentFindings(
  ctx: Ctx,
  incidentId: string,
  rows: readonly FindingRow[],
  { actionsByTitle }: Pick<FindingRecords, "actionsByTitle">,
): Promise<Finding[]> {
  const titles = rows.filter(({ kind }) => kind === "action").map(({ text }) => text);
  const known = titles.length === 0 ? new Map() : await actionsByTitle(ctx, incidentId, titles);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    text: row.text,
    importId: row.importId,
    filename: row.import.filename,
    file: row.file,
    line: row.line,
    state: row.state,
    stated: {
      action: row.kind === "action" ? StatedAction.parse(row.detail) : null,
      factor: row.kind === "factor" ? StatedFactor.parse(row.detail) : null,
    },
    doubt: doubtOf(row, known),
    became: becameOf(row),
    settledBy: row.settledBy,
    settledAt: toInstantOrNull(row.settledAt),
    version: row.version,
  }));
}
