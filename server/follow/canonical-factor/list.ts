import { z } from "zod";
import { Prisma } from "#generated/prisma/client.ts";
import { id } from "#lib/contract/base.ts";
import type { CanonicalFactorRow, canonicalFactorContract } from "#lib/contract/canonical-factor.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { cursorNumber, decodeCursor, pageFrom } from "#server/base/kernel/cursor.ts";
import { findIds, inOrderOf } from "#server/base/kernel/find-ids.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { numberOfKey } from "#server/base/kernel/keys.ts";
import { loadCanonicalFactors, statedFactorSql } from "./load.ts";
import { presentCanonicalFactorRow } from "./present.ts";

type Input = InputOf<typeof canonicalFactorContract.list>;

const PLACE = z.tuple([cursorNumber, id]);

/** Returns the conditions that the actor can read, by the number of incidents that they can read, by cursor. */
export async function listCanonicalFactors(
  ctx: Ctx,
  input: Input,
): Promise<{ items: CanonicalFactorRow[]; nextCursor: string | null }> {
  const { actor } = ctx;
  const factors = Prisma.sql`factor.canonical_factor_id = canonical_factor.id AND ${statedFactorSql(actor)}`;
  const seen = Prisma.sql`(SELECT count(DISTINCT i.id) FROM factor JOIN incident i ON i.id = factor.incident_id
    WHERE ${factors} AND i.kind IN ('incident', 'near_miss') AND i.status <> 'cancelled')`;
  const where = [Prisma.sql`EXISTS (SELECT FROM factor WHERE ${factors})`];
  if (input.seen) where.push(input.seen === "once" ? Prisma.sql`${seen} <= 1` : Prisma.sql`${seen} > 1`);
  if (input.explains)
    where.push(Prisma.sql`EXISTS (SELECT FROM factor
      WHERE ${input.explains}::factor_explains = ANY (factor.explains) AND ${factors})`);
  if (input.incidentKey)
    where.push(Prisma.sql`EXISTS (SELECT FROM factor JOIN incident i ON i.id = factor.incident_id
      WHERE i.number = ${numberOfKey(input.incidentKey)} AND ${factors})`);
  if (input.cursor) {
    const [count, after] = decodeCursor(input.cursor, PLACE);
    where.push(Prisma.sql`(${seen} < ${count} OR ${seen} = ${count} AND canonical_factor.id < ${after}::uuid)`);
  }
  const ids = await findIds(ctx, {
    ...{ table: "canonical_factor", q: input.q, where, limit: input.limit + 1 },
    orderBy: Prisma.sql`${seen} DESC, canonical_factor.id DESC`,
  });
  const rows = inOrderOf(ids, await loadCanonicalFactors(ctx, { id: { in: ids } }));
  const shown = rows.map((row) => presentCanonicalFactorRow(ctx, row));
  return pageFrom(
    shown,
    input.limit,
    (row) => row,
    (row) => [row.incidentCount, row.id],
  );
}
