import { Prisma } from "#generated/prisma/client.ts";
import type { Ctx } from "./context.ts";

const TABLES = {
  incident: "incident",
  review: "review",
  actionItem: "action_item",
  timelineEvent: "timeline_event",
} as const;
const MOST = 2000;

/** Ids of the rows whose search column holds the words (last word as a prefix), or whose title is alike. */
export async function matchingIds(ctx: Ctx, table: keyof typeof TABLES, q: string): Promise<string[]> {
  const name = Prisma.raw(`"${TABLES[table]}"`);
  const words = q.trim();
  const prefix = words
    .split(/\s+/)
    .map((word) => word.replace(/[^\p{L}\p{N}-]/gu, ""))
    .filter(Boolean)
    .map((word) => `'${word}':*`)
    .join(" & ");
  const rows = await ctx.db.$queryRaw<{ id: string }[]>`
    SELECT id FROM ${name}
    WHERE search @@ websearch_to_tsquery('english', ${words})
       OR (${prefix} <> '' AND search @@ to_tsquery('simple', ${prefix}))
       OR title ILIKE ${`%${words.replace(/[\\%_]/g, "\\$&")}%`}
    LIMIT ${MOST}`;
  return rows.map((row) => row.id);
}
