import type { Prisma } from "#generated/prisma/client.ts";
import { notFound } from "#lib/base/errors.ts";
import { type Finding, StatedAction, StatedFactor } from "#lib/contract/finding.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toInstantOrNull } from "#server/base/kernel/dates.ts";
import type { FindingRecords } from "./records.ts";

const FINDING_SELECT = {
  id: true,
  incidentId: true,
  importId: true,
  kind: true,
  text: true,
  detail: true,
  line: true,
  file: true,
  state: true,
  actionKey: true,
  factorId: true,
  settledBy: { select: { id: true, name: true } },
  settledAt: true,
  version: true,
  import: { select: { filename: true } },
} satisfies Prisma.FindingSelect;

export type FindingRow = Prisma.FindingGetPayload<{ select: typeof FINDING_SELECT }>;

/** Returns findings of an incident in the order of their files, without those of an undone import. */
export function loadFindings(ctx: Ctx, incidentId: string, where: Prisma.FindingWhereInput = {}) {
  return ctx.db.finding.findMany({
    where: { AND: [{ incidentId, removedAt: null }, where] },
    select: FINDING_SELECT,
    orderBy: [{ import: { createdAt: "asc" } }, { importId: "asc" }, { position: "asc" }],
  });
}

/** Returns one finding of an incident, or throws `not_found`. */
export async function loadFinding(ctx: Ctx, incidentId: string, id: string): Promise<FindingRow> {
  const [row] = await loadFindings(ctx, incidentId, { id });
  if (!row) throw notFound();
  return row;
}

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
