import { createHash } from "node:crypto";
import { z } from "zod";
import { actorId } from "#lib/base/access/actor.ts";
import { COLUMN_ROLES, type ColumnMapping } from "#lib/incidents/import/column-roles.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { toJson } from "#server/base/kernel/json.ts";
import type { SourceHead } from "./read-source.ts";

type Columns = SourceHead["columns"];

const Mapping = z.record(z.string(), z.enum(COLUMN_ROLES));

const hashOf = (headers: readonly string[]) =>
  createHash("sha256")
    .update(headers.map((header) => header.trim().toLowerCase()).join("\n"))
    .digest("hex");

/** Returns the headers of a source that is a table. Null for any other source and for a table without column names. */
function headersOf(columns: Columns): string[] | null {
  const headers = columns?.map(({ header }) => header) ?? [];
  return headers.some((header, index) => header !== `Column ${index + 1}`) ? headers : null;
}

/** Returns the roles that someone chose for these columns before, or null. */
export async function rememberedMapping(ctx: Ctx, columns: Columns): Promise<ColumnMapping | null> {
  const headers = headersOf(columns);
  const row = headers && (await ctx.db.columnMapping.findUnique({ where: { headersHash: hashOf(headers) } }));
  if (!headers || !row) return null;
  // Headers that differ only in case are the same set, so the stored roles are found by position.
  const said = Mapping.parse(row.mapping);
  return Object.fromEntries(
    headers.map((header, index) => [header, said[row.headers[index] ?? ""] ?? "nothing"] as const),
  );
}

/** Stores the roles that a person chose for the columns of a table, for next time. */
export async function rememberMapping(
  tx: TxCtx,
  input: { mapping?: ColumnMapping | undefined },
  columns: Columns,
): Promise<void> {
  const headers = input.mapping ? headersOf(columns) : null;
  if (!headers) return;
  const data = {
    headers,
    mapping: toJson(input.mapping) as object,
    updatedById: actorId(tx.actor),
    updatedAt: tx.now(),
  };
  const headersHash = hashOf(headers);
  await tx.db.columnMapping.upsert({ where: { headersHash }, create: { headersHash, ...data }, update: data });
}
