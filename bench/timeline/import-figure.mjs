import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Afterword } from "../lib/afterword.mjs";
import { setUp } from "../lib/api.mjs";
import { figure, interleave } from "../lib/figures.mjs";
import { median, round } from "../lib/statistics.mjs";
import { slackMessage } from "./sources.mjs";

const EVENTS = 10_000;
const LIMIT = 8;

/** Measures importing 10,000 events through the API, compared with the plain way: JSON.parse, then COPY. */
export async function measureImports() {
  const afterword = await Afterword.open();
  const folder = mkdtempSync(join(tmpdir(), "afterword-bench-"));
  // The database may run as another user, who writes the rows here.
  chmodSync(folder, 0o777);
  try {
    const { api } = await setUp(afterword);
    const sql = await afterword.connect();
    const newIncident = async () => (await api.post("/incidents", { title: "Search was slow", severity: 3 })).key;
    const body = (round) =>
      JSON.stringify(Array.from({ length: EVENTS }, (_, index) => slackMessage(round * EVENTS + index)));
    const copy = await prepareCopy({
      api,
      sql,
      file: join(folder, "rows"),
      key: await newIncident(),
      content: body(99),
    });
    const runs = await interleave({
      ours: async (index) => {
        const content = body(index);
        const key = await newIncident();
        const started = performance.now();
        const made = await api.post(`/incidents/${key}/imports`, { filename: "messages.json", content });
        const ms = performance.now() - started;
        if (made.created !== EVENTS) throw new Error(`${made.created} events were created of ${EVENTS}`);
        return ms;
      },
      copy: async () => copy(await newIncident()),
    });
    return figure({
      name: `import of ${EVENTS.toLocaleString("en")} events through the API`,
      unit: "times COPY and JSON.parse",
      runs: runs.ours.map((ms, index) => ms / runs.copy[index]),
      limit: LIMIT,
      bar: `${LIMIT} times COPY into the same table, indexes included, plus JSON.parse of the body`,
      beside: { oursMs: round(median(runs.ours)), plainMs: round(median(runs.copy)) },
    });
  } finally {
    await afterword.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Copies the rows of a finished import into other incidents, with the same columns, table and indexes. */
async function prepareCopy({ api, sql, file, key, content }) {
  await api.post(`/incidents/${key}/imports`, { filename: "messages.json", content });
  const idOf = async (number) =>
    (await sql.query("SELECT id FROM incident WHERE number = $1", [Number(number.replace("INC-", ""))])).rows[0].id;
  await sql.query("CREATE TEMP TABLE wanted AS SELECT * FROM timeline_event WHERE incident_id = $1", [await idOf(key)]);
  const columns = await storedColumns(sql);
  return async (target) => {
    await sql.query("UPDATE wanted SET id = uuidv7(), incident_id = $1, import_id = NULL", [await idOf(target)]);
    await sql.query(`COPY wanted (${columns}) TO '${file}'`);
    const started = performance.now();
    JSON.parse(content);
    await sql.query(`COPY timeline_event (${columns}) FROM '${file}'`);
    return performance.now() - started;
  };
}

/** Columns that the database computes are not copied. */
async function storedColumns(sql) {
  const { rows } = await sql.query(
    "SELECT quote_ident(column_name) AS name FROM information_schema.columns WHERE table_name = 'timeline_event' AND is_generated = 'NEVER' ORDER BY ordinal_position",
  );
  return rows.map(({ name }) => name).join(", ");
}
