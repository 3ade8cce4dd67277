import { Prisma } from "#generated/prisma/client.ts";
import { readRecordKey } from "#lib/base/text/record-key.ts";
import type { SearchHit } from "#lib/contract/search.ts";
import type { Ctx } from "#server/base/kernel/context.ts";

const TABLES: Record<SearchHit["noun"], string> = {
  incident: "incident",
  review: "review",
  "action-item": "action_item",
  "strategic-change": "strategic_change",
};
/** Rows that are ranked; a word that is in more of them ranks the first ones that are found. */
const RANKED = 1000;
const KEPT = 200;
const SHORTEST_PART = 3;
const WORDS_COMPARED = 6;
/** How much of a word must be in a title's word, by trigrams: one slip in a word of five letters passes. */
const ALIKE = "0.45";

/** Ids of rows that may be meant, best first, whoever may see them. */
export async function candidates(ctx: Ctx, noun: SearchHit["noun"], q: string): Promise<Map<string, number>> {
  const key = readRecordKey(q);
  const table = Prisma.raw(`"${TABLES[noun]}"`);
  const meant = key && (key.noun === null || key.noun === noun) ? key.number : null;
  if (key?.noun && meant === null) return new Map();
  const part = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
  // The setting is joined in front, so that it holds when the index is asked.
  const rows = await ctx.db.$queryRaw<{ id: string; rank: number }[]>`
    WITH setting AS MATERIALIZED (
      SELECT set_config('pg_trgm.word_similarity_threshold', ${ALIKE}, true) AS value
    )
    SELECT id, (CASE WHEN exact THEN 10 ELSE 0 END + ts_rank(search, websearch_to_tsquery('english', ${q}))
      + word_similarity(${q}, title) + CASE WHEN title ILIKE ${part} THEN 1 ELSE 0 END)::float8 AS rank
    FROM setting, LATERAL (
      SELECT id, title, search, number = ${meant ?? 0} AS exact FROM ${table}
      WHERE setting.value IS NOT NULL AND (number = ${meant ?? 0} OR ${matches(q, part)})
      LIMIT ${RANKED}
    ) AS found
    ORDER BY rank DESC, id DESC LIMIT ${KEPT}`;
  return new Map(rows.map(({ id, rank }) => [id, rank]));
}

// Each way is one that an index serves: words, beginnings of words, parts of the title, misspelt words of the title.
function matches(q: string, part: string): Prisma.Sql {
  const words = q
    .split(/\s+/)
    .map((word) => word.replace(/[^\p{L}\p{N}-]/gu, ""))
    .filter(Boolean);
  const ways = [Prisma.sql`search @@ websearch_to_tsquery('english', ${q})`];
  if (words.length > 0) {
    const beginnings = words.map((word) => `'${word}':*`).join(" & ");
    ways.push(Prisma.sql`search @@ to_tsquery('simple', ${beginnings})`);
  }
  if (q.length >= SHORTEST_PART) ways.push(Prisma.sql`title ILIKE ${part}`);
  const compared = words.filter((word) => word.length >= SHORTEST_PART).slice(0, WORDS_COMPARED);
  if (compared.length > 0) {
    const alike = compared.map((word) => Prisma.sql`${word}::text <% title`);
    ways.push(Prisma.sql`(${Prisma.join(alike, " AND ")})`);
  }
  return Prisma.join(ways, " OR ");
}
