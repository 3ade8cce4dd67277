import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { seed, TWENTIETH_OPEN } from "../api/seed.mjs";
import { Afterword } from "../lib/afterword.mjs";
import { Api, join, setUp } from "../lib/api.mjs";
import { cookiesFrom, launchBrowser } from "../lib/browser.mjs";
import { figure, interleave } from "../lib/figures.mjs";
import { median, p95, round } from "../lib/statistics.mjs";
import { bundleLadder } from "./ladder-bundle.mjs";
import { requestsOf, VIEWS } from "./requests.mjs";

// Other sizes can be named: npm run bench:tracker -- 1000 10000
const named = process.argv.slice(2).map(Number);
const SIZES = named.length > 0 ? named : [1000, 10_000, 100_000];
const REQUESTS_A_RUN = 60;
const WARM_UP = 30;
const BULK = 500;
const MOST_ROWS = 300;

/** Measures the tracker at each size, on a server of its own. */
export async function measureTracker() {
  const figures = [];
  const painted = {};
  for (const size of SIZES) {
    const afterword = await Afterword.open();
    try {
      figures.push(...(await measureSize(afterword, size, painted)));
    } finally {
      await afterword.close();
    }
  }
  const [small, large] = [painted[SIZES[0]], painted[SIZES.at(-1)]];
  figures.push(
    figure({
      name: `typed filter to painted rows at ${SIZES.at(-1)}`,
      unit: "ms",
      runs: large,
      limit: 1.5 * median(small),
      bar: `1.5 times the same at ${SIZES[0]}`,
      beside: { small: small.map((run) => round(run)) },
    }),
  );
  return figures;
}

async function measureSize(afterword, size, painted) {
  const sql = await afterword.connect();
  const admin = await setUp(afterword);
  const { api, cookie } = await join(afterword, admin, { name: "Tara Tpm", role: "tpm" });
  const { id } = await api.get("/me");
  console.log(`Writing ${size} action items.`);
  await seed(sql, id, size, TWENTIETH_OPEN);
  await sql.query(RUNGS_TAKEN);
  for (const [at, { query }] of VIEWS.entries())
    await api.post("/action-items/views", { name: `View ${at}`, scope: "mine", query });
  const { teams } = await api.get("/me");
  const [{ today }] = (await sql.query("SELECT current_date::text AS today")).rows;
  const viewer = { id, teamIds: teams.map((team) => team.id) };
  const bare = await bareHandler(sql, api);
  try {
    const figures = [];
    for (const request of requestsOf({ viewer, today }))
      figures.push(await measureRequest({ api, sql, size, request }));
    figures.push(await measureMe({ api, bare: bare.api, size }), await measureBulk({ api, sql, size, viewerId: id }));
    figures.push(await measureLadder({ url: afterword.databaseUrl(), sql, size }));
    const page = await measurePage({ url: afterword.url, cookie });
    painted[size] = page.ms;
    figures.push(
      figure({ name: `rows in the page, ${size}`, unit: "rows", runs: page.rows, limit: MOST_ROWS, bar: "fixed" }),
    );
    return figures;
  } finally {
    bare.close();
  }
}

/** As after some days of a running server: each reminder of an open action was sent when it was due. */
const RUNGS_TAKEN = `INSERT INTO action_item_rung (id, action_item_id, due_date, rung, outcome, at)
  SELECT uuidv7(), a.id, a.due_date, r, 'told', now() FROM action_item a, unnest(enum_range(NULL::ladder_rung)) r
  WHERE a.is_unsettled AND a.due_date IS NOT NULL`;

async function measureRequest({ api, sql, size, request: { name, times, path, text, values } }) {
  const runs = await turns({
    request: () => api.time("GET", path),
    me: () => api.time("GET", "/me"),
    sql: () => timed(() => sql.query(text, values)),
  });
  const [meMs, sqlMs] = [median(runs.me), median(runs.sql)];
  return figure({
    name: `${name}, ${size} items, p95`,
    unit: "ms",
    runs: runs.request,
    limit: times * (meMs + sqlMs),
    bar: `${times} times (GET /api/v1/me + the SQL alone)`,
    beside: { meMs: round(meMs), sqlMs: round(sqlMs) },
  });
}

async function measureMe({ api, bare, size }) {
  const runs = await turns({ me: () => api.time("GET", "/me"), bare: () => bare.time("GET", "/me") });
  return figure({
    name: `GET /api/v1/me, ${size} items, p95`,
    unit: "ms",
    runs: runs.me,
    limit: 5 * median(runs.bare),
    bar: "5 times a bare handler with one session query",
    beside: { bareMs: round(median(runs.bare)) },
  });
}

/** Changes the priority of 500 actions in one request, as the page does, next to one statement for the same rows. */
async function measureBulk({ api, sql, size, viewerId }) {
  const { rows } = await sql.query(
    `SELECT a.id FROM action_item a LEFT JOIN incident i ON i.id = a.incident_id
     WHERE (i.id IS NULL OR NOT i.restricted) AND a.owner_id IS DISTINCT FROM $2 ORDER BY a.number LIMIT $1`,
    [BULK, viewerId],
  );
  const ids = rows.map((row) => row.id);
  const one = () =>
    timed(() =>
      sql.query(
        "UPDATE action_item SET priority = 'P2', version = version + 1, updated_at = now() WHERE id = ANY($1)",
        [ids],
      ),
    );
  let priority = 0;
  const edit = async () => {
    priority = (priority + 1) % 4;
    const { rows: now } = await sql.query(
      "SELECT 'ACT-' || number AS key, version FROM action_item WHERE id = ANY($1)",
      [ids],
    );
    const updates = now.map((row) => ({ ...row, priority: `P${priority}` }));
    return timed(async () => {
      const { done } = await api.post("/action-items/changes", { updates });
      if (done.length !== BULK) throw new Error(`${done.length} of ${BULK} actions were changed`);
    });
  };
  for (const work of [edit, one]) await repeat(work, 2);
  const runs = await interleave({ edit, one });
  return figure({
    name: `bulk edit of ${BULK}, ${size} items`,
    unit: "ms",
    runs: runs.edit,
    limit: 10 * median(runs.one),
    bar: "10 times one UPDATE of the same rows",
    beside: { updateMs: round(median(runs.one)) },
  });
}

/**
 * A pass of the ladder in which every rung was recorded before, as almost every pass finds them, next to one statement
 * that reads the same columns of all actions.
 */
async function measureLadder({ url, sql, size }) {
  const { previewLadder, contextFor, openDatabase, shareDatabase } = await import(await bundleLadder());
  const database = openDatabase(url, { poolSize: 5, logPoolSize: 1 });
  shareDatabase(database);
  try {
    const ctx = contextFor({ kind: "system", label: "job" });
    const pass = () =>
      timed(async () => {
        const due = await previewLadder(ctx);
        if (due.length > 0) throw new Error(`${due.length} rungs are due, and none should be`);
      });
    const scan = () => timed(() => sql.query(SCAN));
    for (const work of [pass, scan]) await repeat(work, 2);
    const runs = await interleave({ pass, scan });
    return figure({
      name: `ladder pass, ${size} items`,
      unit: "ms",
      runs: runs.pass,
      limit: 5 * median(runs.scan),
      bar: "5 times one statement that reads all actions",
      beside: { scanMs: round(median(runs.scan)) },
    });
  } finally {
    shareDatabase(undefined);
    await database.close();
  }
}

const SCAN = `SELECT id, number, title, priority, status, due_date, late_after, due_moves, blocked_until, climbs_again_at,
  created_at, incident_id, team_id, owner_id, policy_edition FROM action_item`;

/** From the last letter that is typed into the search to the first row of the answer, and the rows in the page. */
async function measurePage({ url, cookie }) {
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext();
    await context.addCookies(cookiesFrom(cookie, new URL(url).origin));
    const page = await context.newPage();
    await page.goto(`${url}/actions?view=all`);
    const find = page.getByRole("searchbox", { name: "Find actions" });
    await page.locator("tr[data-key]").first().waitFor();
    // Until the page reacts, what is typed is lost.
    for (let tries = 0; tries < 60 && !page.url().includes("q=Follow"); tries++) {
      await find.fill("");
      await find.fill("Follow");
      await page.waitForTimeout(500);
    }
    const [ms, rows] = [[], []];
    for (const words of ["Follow up 77", "Follow up 91", "Follow up 13", "Follow up 58", "Follow up 42"]) {
      await find.fill("");
      await page.waitForTimeout(1500);
      const shown = page
        .locator("tr[data-key]")
        .filter({ hasText: new RegExp(`${words}\\d*:`) })
        .first();
      await find.fill(words.slice(0, -1));
      await page.waitForTimeout(800);
      const started = performance.now();
      await find.press(words.at(-1));
      await shown.waitFor();
      ms.push(performance.now() - started);
      rows.push(await page.locator("tr[data-key]").count());
    }
    return { ms, rows };
  } finally {
    await browser.close();
  }
}

/** A Node handler that looks up the token and nothing else, with the same headers. */
async function bareHandler(sql, { headers }) {
  const server = createServer(async (request, response) => {
    const secret = request.headers.authorization?.slice("Bearer ".length) ?? "";
    const hash = createHash("sha256").update(secret).digest("hex");
    const { rows } = await sql.query(
      'SELECT u.id, u.name, u.role FROM api_token t JOIN "user" u ON u.id = t.user_id WHERE t.token_hash = $1',
      [hash],
    );
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify(rows[0]));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const api = new Api(`http://127.0.0.1:${server.address().port}`, headers);
  return { api, close: () => server.close() };
}

/** Warms each contestant up, then measures the p95 of a round of each, in turns. */
async function turns(contestants) {
  for (const work of Object.values(contestants)) await repeat(work, WARM_UP);
  return interleave(
    Object.fromEntries(
      Object.entries(contestants).map(([name, work]) => [name, async () => p95(await repeat(work, REQUESTS_A_RUN))]),
    ),
  );
}

async function repeat(work, times) {
  const took = [];
  for (let n = 0; n < times; n++) took.push(await work());
  return took;
}

async function timed(work) {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
