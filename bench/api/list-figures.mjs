import { figure, interleave } from "../lib/figures.mjs";
import { median, p95, round } from "../lib/statistics.mjs";
import { findDeepPlace, listsOf, PAGE } from "./lists.mjs";

const REQUESTS_A_RUN = 150;
const WARM_UP = 60;
const TIMES = 3;

/** Measures lists among 100,000 action items. The limit is three times the request itself plus the SQL itself. */
export async function measureLists({ api, sql, viewer }) {
  const lists = listsOf({ viewer, deep: await findDeepPlace(api) });
  const figures = [];
  for (const list of lists) {
    await comparesLikeWithLike(api, sql, list);
    const contestants = {
      list: () => api.time("GET", list.path),
      me: () => api.time("GET", "/me"),
      sql: () => timeQuery(sql, list),
    };
    for (const work of Object.values(contestants)) await repeat(work, WARM_UP);
    const runs = await interleave(
      Object.fromEntries(
        Object.entries(contestants).map(([name, work]) => [name, async () => p95(await repeat(work, REQUESTS_A_RUN))]),
      ),
    );
    figures.push(listFigure(list, runs));
  }
  return figures;
}

function listFigure({ name }, runs) {
  const [meMs, sqlMs] = [median(runs.me), median(runs.sql)];
  return figure({
    name: `list of ${PAGE} among 100,000 action items, p95, ${name}`,
    unit: "ms",
    runs: runs.list,
    limit: TIMES * (meMs + sqlMs),
    bar: `${TIMES} times (GET /api/v1/me + the SQL alone)`,
    beside: { meMs: round(meMs), sqlMs: round(sqlMs) },
  });
}

async function repeat(work, times) {
  const took = [];
  for (let n = 0; n < times; n++) took.push(await work());
  return took;
}

async function timeQuery(sql, { text, values }) {
  const started = performance.now();
  await sql.query(text, values);
  return performance.now() - started;
}

/** Throws if the SQL does not return the same rows as the API. */
async function comparesLikeWithLike(api, sql, { name, path, text, values }) {
  const { items } = await api.get(path);
  const { rows } = await sql.query(text, values);
  const theirs = rows.slice(0, PAGE).map((row) => `ACT-${row.number} ${row.owner} ${row.team}`);
  const ours = items.map((item) => `${item.key} ${item.owner?.name ?? null} ${item.team?.name ?? null}`);
  if (ours.length !== PAGE || ours.join() !== theirs.join())
    throw new Error(`The SQL for "${name}" returns different rows from the API:\n${ours}\n${theirs}`);
}
