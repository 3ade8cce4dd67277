import { Prisma } from "#generated/prisma/client.ts";
import { swappedLetters } from "#lib/base/text/swapped-letters.ts";
import type { Ctx } from "./context.ts";

const TABLES = {
  incident: "incident",
  review: "review",
  actionItem: "action_item",
  timelineEvent: "timeline_event",
} as const;
type Searched = keyof typeof TABLES;

const MOST = 2000;
const SHORTEST_PART = 3;
const SHORTEST_SWAPPED = 5;
const WORDS_COMPARED = 6;

/**
 * Whether a row contains what was typed: words and their forms, beginnings of words, a part of the title, words with two
 * letters swapped, or words like those of the title. An index serves each. `columns`: the search column and the title.
 */
export function matchesWords(q: string, columns: { search: Prisma.Sql; title: Prisma.Sql }): Prisma.Sql {
  const { search, title } = columns;
  const words = q
    .split(/\s+/)
    .map((word) => word.replace(/[^\p{L}\p{N}-]/gu, ""))
    .filter(Boolean);
  const ways = [Prisma.sql`${search} @@ websearch_to_tsquery('english', ${q})`];
  if (words.length > 0) {
    const beginnings = words.map((word) => `'${word}':*`).join(" & ");
    ways.push(Prisma.sql`${search} @@ to_tsquery('simple', ${beginnings})`);
  }
  if (words.some((word) => word.length >= SHORTEST_SWAPPED)) {
    const swapped = words.map((word) => `(${spellings(word).join(" | ")})`).join(" & ");
    ways.push(Prisma.sql`${search} @@ to_tsquery('english', ${swapped})`);
  }
  if (q.length >= SHORTEST_PART) ways.push(Prisma.sql`${title} ILIKE ${`%${q.replace(/[\\%_]/g, "\\$&")}%`}`);
  const compared = words.filter((word) => word.length >= SHORTEST_PART).slice(0, WORDS_COMPARED);
  if (compared.length > 0) {
    const alike = compared.map((word) => Prisma.sql`${word}::text <% ${title}`);
    ways.push(Prisma.sql`(${Prisma.join(alike, " AND ")})`);
  }
  return Prisma.sql`(${Prisma.join(ways, " OR ")})`;
}

const spellings = (word: string): string[] =>
  (word.length < SHORTEST_SWAPPED ? [word] : [word, ...swappedLetters(word)]).map((one) => `'${one}'`);

interface PageRequest {
  skip: number;
  take: number;
}

/**
 * Ids of rows that hold the words, among those that the list shows: all of them, or where very many hold them the first
 * `wanted` in the order of `page`, which reads ids that pass every other filter of the list.
 */
export async function matchingIds(
  ctx: Ctx,
  table: Searched,
  q: string,
  { wanted, page }: { wanted: number; page: (request: PageRequest) => Promise<{ id: string }[]> },
): Promise<string[]> {
  const all = await match(ctx, table, q, Prisma.empty);
  if (all.length <= MOST) return all;
  const found: string[] = [];
  for (let skip = 0; found.length < wanted; skip += MOST) {
    const ids = (await page({ skip, take: MOST })).map(({ id }) => id);
    const among = new Set(await match(ctx, table, q, Prisma.sql`AND id = ANY(${ids}::uuid[])`));
    found.push(...ids.filter((id) => among.has(id)));
    if (ids.length < MOST) break;
  }
  return found;
}

/** Ids of events of one incident that hold the words. */
export const matchingEventIds = (ctx: Ctx, incidentId: string, q: string): Promise<string[]> =>
  match(ctx, "timelineEvent", q, Prisma.sql`AND incident_id = ${incidentId}::uuid`, MOST_EVENTS);

const MOST_EVENTS = 30_000;

async function match(ctx: Ctx, table: Searched, q: string, scope: Prisma.Sql, most = MOST + 1): Promise<string[]> {
  const matches = matchesWords(q.trim(), { search: Prisma.sql`search`, title: Prisma.sql`title` });
  const rows = await ctx.db.$queryRaw<{ id: string }[]>`
    SELECT id FROM ${Prisma.raw(`"${TABLES[table]}"`)} WHERE ${matches} ${scope} LIMIT ${most}`;
  return rows.map((row) => row.id);
}
