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

/** Headers of a source that is read as a table; null for every other source and for a table whose columns have no names. */
function headersOf(columns: Columns): string[] | null {
  const headers = columns?.map(({ header }) => header) ?? [];
  return headers.some((header, index) => header !== `Column ${index + 1}`) ? headers : null;
}

/** What someone said before that these columns become; null when no one did. */
export async function rememberedMapping(ctx: Ctx, columns: Columns): Promise<ColumnMapping | null> {
  const headers = headersOf(columns);
  const row = headers && (await ctx.db.columnMapping.findUnique({ where: { headersHash: hashOf(headers) } }));
  if (!headers || !row) return null;
  // Headers that differ in case alone are the same set: what is remembered is found by place.
  const said = Mapping.parse(row.mapping);
  return Object.fromEntries(
    headers.map((header, index) => [header, said[row.headers[index] ?? ""] ?? "nothing"] as const),
  );
}

/** Keeps for next time what a person said that the columns of a table become. */
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
