import { createHash } from "node:crypto";
import type { FoundPassage, ProposedAction, ProposedFactor } from "#importers/index.ts";
import { storable } from "#lib/base/text/storable.ts";
import type { FindingKind } from "#lib/base/vocabulary/finding.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";
import { toJson } from "#server/base/kernel/json.ts";

/** Content of a source in addition to its events. */
export interface FoundInSource {
  passages: readonly FoundPassage[];
  factors: readonly ProposedFactor[];
  actions: readonly ProposedAction[];
}

interface Found {
  kind: FindingKind;
  text: string;
  detail: object;
  line: number;
  file: string | null;
}

/** Most findings of each kind. No one reads more. */
const MOST = 200;
const LONGEST_TITLE = 300;
const LONGEST_STATEMENT = 500;

function foundIn({ passages, factors, actions }: FoundInSource): Found[] {
  const place = ({ line, file }: { line: number; file?: string }) => ({ line, file: file ?? null });
  return [
    ...passages.map((passage) => ({ kind: passage.kind, text: passage.text, detail: {}, ...place(passage) })),
    ...factors.slice(0, MOST).map(({ statement, role, asWritten, ...factor }) => ({
      kind: "factor" as const,
      text: statement.slice(0, LONGEST_STATEMENT),
      detail: { role, asWritten },
      ...place(factor),
    })),
    ...actions.slice(0, MOST).map(({ title, line, file, ...stated }) => ({
      kind: "action" as const,
      text: title.slice(0, LONGEST_TITLE),
      detail: stated,
      ...place({ line, ...(file === undefined ? {} : { file }) }),
    })),
  ];
}

const storableFields = (fields: object) =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, typeof value === "string" ? storable(value) : value]),
  );

/** Findings of one kind with the same text are the same, whatever their spacing. */
const identityOf = ({ kind, text }: Found): string =>
  createHash("sha256")
    .update(`${kind}\n${text.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase()}`)
    .digest("hex");

/**
 * Stores what a source contains in addition to its events until a person accepts or dismisses it. Known findings are
 * kept, and those of an undone import are restored. Returns how many are new or restored.
 */
export async function recordFindings(
  tx: TxCtx,
  { incidentId, importId }: { incidentId: string; importId: string },
  source: FoundInSource,
): Promise<number> {
  const rows = new Map(foundIn(source).map((found) => [identityOf(found), found]));
  if (rows.size === 0) return 0;
  const back = await tx.db.finding.updateMany({
    where: { incidentId, identity: { in: [...rows.keys()] }, removedAt: { not: null } },
    data: { removedAt: null, importId, version: { increment: 1 } },
  });
  const created = await tx.db.finding.createMany({
    data: [...rows].map(([identity, { kind, text, detail, line, file }], position) => ({
      ...{ id: tx.newId(), incidentId, importId, identity, kind, line, position },
      text: storable(text),
      detail: toJson(storableFields(detail)) as object,
      file: file === null ? null : storable(file),
      createdAt: tx.now(),
    })),
    skipDuplicates: true,
  });
  return back.count + created.count;
}

/** Removes or restores unsettled findings when their import is undone or redone. */
export async function setFindingsUndone(
  tx: TxCtx,
  importIds: readonly string[],
  change: { from: Date | null; to: Date | null },
): Promise<void> {
  await tx.db.finding.updateMany({
    where: { importId: { in: [...importIds] }, state: "waiting", removedAt: change.from },
    data: { removedAt: change.to, version: { increment: 1 } },
  });
}
