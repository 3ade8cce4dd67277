import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import pg from "pg";
import { connectChecked } from "#server/base/db/connect.ts";
import { migrate } from "#server/base/db/migrate.ts";
import { readMigrations } from "#server/base/db/migrations-on-disk.ts";
import { errorCode, StartError } from "#server/base/process/start-error.ts";
import { ending, FORMAT, type Line, type Manifest, manifest, readLine, type TableHead, tableHead } from "./format.ts";
import { loosenKeys } from "./loosen-keys.ts";
import { listTables, readApplied } from "./tables.ts";

const BATCH_BYTES = 1024 * 1024;

/**
 * Fills an empty instance from a backup, all or nothing, then migrates it to this version. Returns the number of rows
 * by table. Throws a StartError if the instance isn't empty or the backup is from a newer version, and an Error for a
 * damaged file.
 */
export async function restoreBackup(url: string, source: Readable): Promise<Record<string, number>> {
  const lines = readLines(source);
  const head = await readManifest(lines);
  await prepareSchema(url, head);
  const client = await connectChecked(url);
  try {
    await client.query("begin");
    await refuseUnlessEmpty(client);
    const rows = await load(client, lines);
    await setCounters(client, head.counters);
    await client.query("commit");
    await migrate(url);
    return rows;
  } finally {
    await client.end();
  }
}

async function* readLines(source: Readable): AsyncGenerator<Line> {
  const gunzip = createGunzip();
  source.once("error", (error) => gunzip.destroy(error));
  let isBegun = false;
  try {
    for await (const line of createInterface({ input: source.pipe(gunzip), crlfDelay: Number.POSITIVE_INFINITY })) {
      yield readLine(line);
      isBegun = true;
    }
  } catch (error) {
    if (!errorCode(error)?.startsWith("Z_")) throw error;
    throw isBegun ? damaged() : new Error("this isn't a backup of Afterword");
  } finally {
    source.destroy();
  }
}

async function readManifest(lines: AsyncGenerator<Line>): Promise<Manifest> {
  const { value: first } = await lines.next();
  if (first?.kind !== "M") throw new Error("this isn't a backup of Afterword");
  const head = manifest.parse(first.value);
  const known = new Set(readMigrations().map(({ name }) => name));
  const unknown = head.migrations.find((name) => !known.has(name));
  if (head.format <= FORMAT && unknown === undefined) return head;
  throw new StartError(
    "the backup is from a newer version of Afterword",
    "Restore it with that version or a later one.",
  );
}

// The rows need the schema that they were written from, so an empty database gets exactly that one first.
async function prepareSchema(url: string, head: Manifest): Promise<void> {
  const wanted = new Set(head.migrations);
  const client = await connectChecked(url);
  const applied = await readApplied(client).finally(() => client.end());
  if (applied.some((name) => !wanted.has(name))) {
    throw new StartError(
      "the backup is from an older version than this instance",
      "Restore into a database or an AFTERWORD_DATA that was never started. The next start updates it to this version.",
    );
  }
  const migrations = readMigrations().filter(({ name }) => wanted.has(name));
  await migrate(url, migrations);
}

async function refuseUnlessEmpty(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ full: boolean }>(
    `select exists (select from "user") or exists (select from incident) or exists (select from team) as full`,
  );
  if (!rows[0]?.full) return;
  throw new StartError(
    "this instance isn't empty",
    "Restore into a new AFTERWORD_DATA or database that was started with AFTERWORD_DEMO=0, or never.",
  );
}

async function load(client: pg.Client, lines: AsyncGenerator<Line>): Promise<Record<string, number>> {
  const tables = new Map((await listTables(client)).map((table) => [table.table, table]));
  const names = [...tables.keys()].map((name) => pg.escapeIdentifier(name)).join(", ");
  await client.query(`truncate ${names}`);
  const tighten = await loosenKeys(client);
  const rows: Record<string, number> = {};
  let table: TableHead | null = null;
  let batch: string[] = [];
  let bytes = 0;
  const flush = async () => {
    if (table && batch.length > 0) await insert(client, table, batch);
    batch = [];
    bytes = 0;
  };
  for await (const line of lines) {
    if (line.kind === "R") {
      if (!table) throw damaged();
      rows[table.table] = (rows[table.table] ?? 0) + 1;
      batch.push(line.text);
      bytes += line.text.length;
      if (bytes > BATCH_BYTES) await flush();
      continue;
    }
    await flush();
    if (line.kind === "E") {
      checkCounts(ending.parse(line.value).rows, rows);
      await tighten();
      return rows;
    }
    table = tableHead.parse(line.value);
    if (!tables.has(table.table)) throw damaged();
    rows[table.table] = 0;
  }
  throw damaged();
}

async function insert(client: pg.Client, { table, columns }: TableHead, batch: readonly string[]): Promise<void> {
  const list = columns.map((column) => pg.escapeIdentifier(column)).join(", ");
  const name = pg.escapeIdentifier(table);
  const select = `select ${list} from json_populate_recordset(null::${name}, $1::json)`;
  await client.query(`insert into ${name} (${list}) overriding system value ${select}`, [`[${batch.join(",")}]`]);
}

async function setCounters(client: pg.Client, counters: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(counters)) {
    const sequence = `public.${pg.escapeIdentifier(name)}`;
    if (value !== "0") await client.query("select setval($1::regclass, $2)", [sequence, value]);
  }
}

function checkCounts(promised: Record<string, number>, read: Record<string, number>): void {
  for (const [table, count] of Object.entries(promised)) if (read[table] !== count) throw damaged();
}

const damaged = () => new Error("the backup is damaged or incomplete, so nothing was restored");
