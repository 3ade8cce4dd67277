import { Prisma } from "#generated/prisma/client.ts";
import { swappedLetters } from "#lib/base/text/swapped-letters.ts";
import type { Ctx } from "./context.ts";

/** The title of each table that is searched. Each table has a column `search`; it and the title have an index. */
const TITLES = {
  incident: "title",
  review: "title",
  action_item: "title",
  strategic_change: "title",
  timeline_event: "title",
  factor: "statement",
  learning: "statement",
  canonical_factor: "name",
  comment: "body",
} as const;

type Table = keyof typeof TITLES;

export interface Wanted {
  table: Table;
  /** The typed search. Without it, every row that passes `where` is wanted. */
  q: string | undefined;
  /** Who can see a row, and every filter: all must be true. Columns are written with their table. */
  where: readonly Prisma.Sql[];
  /** The conditions of the whole list, if this is only a part of it. All parts are then searched alike. */
  whole?: readonly Prisma.Sql[];
  /** Where the words of a row are. The column `search` of the table when absent. */
  texts?: readonly Searched[] | undefined;
  /** Rows that are found without the words, such as the one whose key was typed. */
  or?: readonly Prisma.Sql[];
  limit: number;
}

/** A column of words that is searched in the rows to which `isFor` applies. One applies to each row. */
export interface Searched {
  isFor: Prisma.Sql;
  search: Prisma.Sql;
}

/** How much of a word must be in a title's word, by trigrams: one slip in a word of five letters passes. */
const ALIKE = "0.45";
const SHORTEST_PART = 3;
const SHORTEST_SWAPPED = 5;
const WORDS_COMPARED = 6;

/** Returns the ids of the first rows in the order of `orderBy`. */
export async function findIds(ctx: Ctx, wanted: Wanted & { orderBy: Prisma.Sql }): Promise<string[]> {
  const rows = await findRows<{ id: string }>(ctx, { ...wanted, columns: column(wanted.table, "id") });
  return rows.map(({ id }) => id);
}

/** Returns columns of the first rows in the order of `orderBy`. */
export async function findRows<Row>(
  ctx: Ctx,
  { columns, ...wanted }: Wanted & { orderBy: Prisma.Sql; columns: Prisma.Sql },
): Promise<Row[]> {
  const { table, where, orderBy, limit } = wanted;
  const { isMatch, inOrder, isCommon } = await matchOf(ctx, wanted);
  const match = { isMatch: isCommon ? (inOrder ?? isMatch) : isMatch, isCommon };
  return ctx.db.$queryRaw<Row[]>(select(table, { columns, ...match, where, orderBy, limit }));
}

/** With as many matches, a page is found soonest in the order of the list. */
const COMMON = 1000;

interface Match {
  isMatch: Prisma.Sql | null;
  /** The same for a list that is read in its order, if that differs. */
  inOrder?: Prisma.Sql;
  isCommon: boolean;
}

/**
 * Returns what a row of a list must match. The ways that take longer are looked for only if no row of the list matches
 * as typed.
 */
async function matchOf(
  ctx: Ctx,
  { table, q, where, whole = where, texts, or = [] }: Omit<Wanted, "limit">,
): Promise<Match> {
  const typed = q?.trim();
  if (!typed) return { isMatch: null, isCommon: false };
  const [asTyped, ...others] = waysToMatch(table, typed, texts);
  const isTyped = some([...or, ...(asTyped ? [asTyped.isMatch] : [])]);
  const count = await countUpToCommon(ctx, table, [isTyped, ...whole]);
  if (count > 0 || others.length === 0) return { isMatch: isTyped, isCommon: count === COMMON };
  // A slip in a common word is like so many titles that comparing all of them would take seconds.
  const isOther = some(others.map((way) => way.isMatch));
  const isCommon = (await countUpToCommon(ctx, table, [isOther, ...whole])) === COMMON;
  return { isMatch: isOther, inOrder: some(others.map((way) => way.inOrder ?? way.isMatch)), isCommon };
}

async function countUpToCommon(ctx: Ctx, table: Table, where: readonly Prisma.Sql[]): Promise<number> {
  const [found] = await ctx.db.$queryRaw<{ count: number }[]>`
    WITH setting AS MATERIALIZED (${SETTING})
    SELECT count(*)::int AS count FROM setting, LATERAL (
      SELECT FROM ${Prisma.raw(table)} WHERE setting.value IS NOT NULL AND ${every(where)} LIMIT ${COMMON}) AS found`;
  return found?.count ?? 0;
}

const SETTING = Prisma.sql`SELECT set_config('pg_trgm.word_similarity_threshold', ${ALIKE}, true) AS value`;

/** Most similar titles that are ranked. If more are similar, only the newest are ranked. */
const MOST_ALIKE = 200;

/** Far more than an organisation has. */
const MOST_NUMBERS = 1_000_000;

/** Returns the numbers of all rows in the order of `orderBy`: four bytes for each row. */
export async function findNumbers(
  ctx: Ctx,
  { table, q, where, orderBy }: Pick<Wanted, "table" | "q" | "where"> & { orderBy: Prisma.Sql },
): Promise<Int32Array> {
  const { isMatch } = await matchOf(ctx, { table, q, where });
  const columns = column(table, "number");
  const found = select(table, { columns, isMatch, where, orderBy, limit: MOST_NUMBERS });
  const [row] = await ctx.db.$queryRaw<{ numbers: string | null }[]>`
    SELECT string_agg(number::text, ',') AS numbers FROM (${found}) AS found`;
  return Int32Array.from(row?.numbers?.split(",") ?? [], Number);
}

/**
 * Returns the ids of the rows that match best, each with its rank, best first. `boost` is added to the rank of a row. All
 * rows that match in one way come before those that only match in the next, which takes longer and is tried only while
 * rows are missing. Of common titles that are just alike, the newest are ranked.
 */
export async function rankIds(
  ctx: Ctx,
  { table, q, where, or = [], limit, texts, boost = Prisma.sql`0` }: Wanted & { q: string; boost?: Prisma.Sql },
): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (const [at, { isMatch, inOrder, rank }] of waysToMatch(table, q.trim(), texts).entries()) {
    if (found.size === limit) break;
    const columns = Prisma.sql`${column(table, "id")}, (${rank} - ${at * BETWEEN_WAYS}::int + ${boost})::float8 AS rank`;
    const isNew = Prisma.sql`${column(table, "id")} <> ALL(${[...found.keys()]}::uuid[])`;
    const page = { columns, orderBy: Prisma.sql`rank DESC, id DESC`, limit: limit - found.size };
    const isAlike = inOrder !== undefined && (await countUpToCommon(ctx, table, [isMatch, ...where, isNew])) === COMMON;
    const rows = await ctx.db.$queryRaw<{ id: string; rank: number }[]>(
      isAlike
        ? selectNewest(table, { ...page, where: [...where, isNew, inOrder] })
        : select(table, { ...page, isMatch: at === 0 ? some([...or, isMatch]) : isMatch, where: [...where, isNew] }),
    );
    for (const { id, rank } of rows) found.set(id, rank);
  }
  return found;
}

/**
 * Returns the condition that a column has one of the values. With one value, an index still gives the order of a list.
 */
export function oneOf(name: string, type: string, values: readonly (string | number)[]): Prisma.Sql {
  const [named, typed] = [Prisma.raw(name), Prisma.raw(type)];
  if (values.length === 1) return Prisma.sql`${named} = ${values[0]}::${typed}`;
  return Prisma.sql`${named} = ANY(${[...values]}::${typed}[])`;
}

/** Returns the rows in the order of their ids. */
export function inOrderOf<Row extends { id: string }>(ids: readonly string[], rows: readonly Row[]): Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Returns what was typed as a pattern that finds it inside a text. */
export const partOf = (q: string): string => `%${q.replace(/[\\%_]/g, "\\$&")}%`;

interface Page {
  columns: Prisma.Sql;
  isMatch: Prisma.Sql | null;
  /** Whether so many rows match that the list is best read in its order. */
  isCommon?: boolean;
  where: readonly Prisma.Sql[];
  orderBy: Prisma.Sql;
  limit: number;
}

/**
 * `OFFSET 0` makes PostgreSQL find every match first and sort then. With a limit, it would read the whole list in order
 * if it expected more matches than exist. The setting is joined first, to apply when an index is read.
 */
function select(table: Table, { columns, isMatch, isCommon = false, where, orderBy, limit }: Page): Prisma.Sql {
  const named = Prisma.raw(table);
  if (isMatch === null || isCommon) {
    const conditions = every(isMatch === null ? where : [...where, isMatch]);
    return Prisma.sql`SELECT ${columns} FROM ${named} WHERE ${conditions} ORDER BY ${orderBy} LIMIT ${limit}`;
  }
  return Prisma.sql`
    WITH setting AS MATERIALIZED (${SETTING})
    SELECT ${columns} FROM setting, LATERAL (
      SELECT * FROM ${named} WHERE setting.value IS NOT NULL AND ${every([isMatch, ...where])} OFFSET 0
    ) AS ${named} ORDER BY ${orderBy} LIMIT ${limit}`;
}

function selectNewest(
  table: Table,
  { columns, where, orderBy, limit }: Omit<Page, "isMatch" | "isCommon">,
): Prisma.Sql {
  const named = Prisma.raw(table);
  return Prisma.sql`
    SELECT ${columns} FROM (
      SELECT * FROM ${named} WHERE ${every(where)} ORDER BY ${column(table, "id")} DESC LIMIT ${MOST_ALIKE}
    ) AS ${named} ORDER BY ${orderBy} LIMIT ${limit}`;
}

const every = (conditions: readonly Prisma.Sql[]): Prisma.Sql => Prisma.join([...conditions], " AND ");
const some = (conditions: readonly Prisma.Sql[]): Prisma.Sql => Prisma.sql`(${Prisma.join([...conditions], " OR ")})`;
const column = (table: Table, name: string): Prisma.Sql => Prisma.raw(`${table}.${name}`);

/** A way to match. `rank` is 0, 1 or 2. */
interface Way {
  isMatch: Prisma.Sql;
  /** The same for a list that is read in its order, where no index of words and no setting applies. */
  inOrder?: Prisma.Sql;
  rank: Prisma.Sql;
}

/** More than a rank and the boost of a record. */
const BETWEEN_WAYS = 3;

/**
 * How a row can contain what was typed, the closest first: words and their forms, beginnings of words, or a part of the
 * title; words with two letters swapped; words like those of the title. An index serves each.
 */
function waysToMatch(table: Table, q: string, texts: readonly Searched[] = []): Way[] {
  const own: Searched = { isFor: Prisma.sql`true`, search: column(table, "search") };
  const { isMatch: has, rankOf } = wordsOf(texts.length > 0 ? texts : [own]);
  const title = column(table, TITLES[table]);
  const words = q
    .split(/\s+/)
    .map((word) => word.replace(/[^\p{L}\p{N}-]/gu, ""))
    .filter(Boolean);
  const beginnings = words.map((word) => `'${word}':*`).join(" & ");
  const query = Prisma.sql`(websearch_to_tsquery('english', ${q}) || to_tsquery('simple', ${beginnings}))`;
  const isPart = Prisma.sql`${title} ILIKE ${partOf(q)}`;
  const hasWords = has(query);
  const asTyped: Way = {
    isMatch: q.length >= SHORTEST_PART ? some([hasWords, isPart]) : hasWords,
    rank: Prisma.sql`${rankOf(query)} + CASE WHEN ${isPart} THEN 1 ELSE 0 END`,
  };
  const ways = [asTyped];
  if (words.some((word) => word.length >= SHORTEST_SWAPPED)) {
    const swapped = words.map((word) => `(${spellings(word).join(" | ")})`).join(" & ");
    const spelt = Prisma.sql`to_tsquery('english', ${swapped})`;
    ways.push({ isMatch: has(spelt), rank: rankOf(spelt) });
  }
  const compared = words.filter((word) => word.length >= SHORTEST_PART).slice(0, WORDS_COMPARED);
  if (compared.length > 0) {
    // A number is too short to be compared by its letters. Other short words say little.
    const short = words.filter((word) => word.length < SHORTEST_PART && /\p{N}/u.test(word)).slice(0, WORDS_COMPARED);
    const numbers = short.map((word) => Prisma.sql`${title} ILIKE ${partOf(word)}`);
    const alike = compared.map((word) => Prisma.sql`${word}::text <% ${title}`);
    const inOrder = compared.map(
      (word) => Prisma.sql`word_similarity(${word}::text, ${title}::text) >= ${ALIKE}::float8`,
    );
    ways.push({
      isMatch: Prisma.sql`(${every([...alike, ...numbers])})`,
      inOrder: Prisma.sql`(${every([...numbers, ...inOrder])})`,
      rank: Prisma.sql`word_similarity(${q}, ${title})`,
    });
  }
  return ways;
}

/** How a query of words is looked up in the texts, and ranked in the one that applies to a row. */
function wordsOf(texts: readonly Searched[]) {
  const ranks = (query: Prisma.Sql) =>
    texts.map(({ isFor, search }) => Prisma.sql`WHEN ${isFor} THEN ts_rank(${search}, ${query})`);
  return {
    isMatch: (query: Prisma.Sql) =>
      some(texts.map(({ isFor, search }) => Prisma.sql`(${search} @@ ${query} AND ${isFor})`)),
    rankOf: (query: Prisma.Sql) => Prisma.sql`CASE ${Prisma.join(ranks(query), " ")} END`,
  };
}

const spellings = (word: string): string[] =>
  (word.length < SHORTEST_SWAPPED ? [word] : [word, ...swappedLetters(word)]).map((one) => `'${one}'`);
