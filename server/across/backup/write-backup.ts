import { once } from "node:events";
import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { createGzip } from "node:zlib";
import pg from "pg";
import { connectChecked } from "#server/base/db/connect.ts";
import { FORMAT, type Manifest, type TableHead, writeLine } from "./format.ts";
import { listTables, readApplied, readCounters } from "./tables.ts";

const ROWS_AT_ONCE = 500;

/**
 * Writes every row as of one moment, while the server can keep running. Returns the number of rows by table. The secret
 * in AFTERWORD_DATA and the job queue, which fills itself, are not included.
 */
export async function writeBackup(url: string, target: Writable): Promise<Record<string, number>> {
  const client = await connectChecked(url);
  const gzip = createGzip();
  gzip.pipe(target);
  const written = finished(target);
  written.catch((error) => gzip.destroy(error));
  const write = async (text: string) => {
    if (!gzip.write(text)) await Promise.race([once(gzip, "drain"), written]);
  };
  try {
    await client.query("begin isolation level repeatable read read only");
    await client.query("set local timezone to 'UTC'");
    await write(writeLine("M", await makeManifest(client)));
    const rows: Record<string, number> = {};
    for (const table of await listTables(client)) rows[table.table] = await writeTable(client, table, write);
    await write(writeLine("E", { rows }));
    gzip.end();
    await written;
    return rows;
  } finally {
    gzip.destroy();
    await client.end();
  }
}

async function makeManifest(client: pg.Client): Promise<Manifest> {
  const migrations = await readApplied(client);
  if (migrations.length === 0) throw new Error("this database doesn't contain Afterword");
  const createdAt = new Date().toISOString();
  return { afterword: "backup", format: FORMAT, createdAt, migrations, counters: await readCounters(client) };
}

async function writeTable(client: pg.Client, head: TableHead, write: (text: string) => Promise<void>): Promise<number> {
  await write(writeLine("T", head));
  const columns = head.columns.map((column) => pg.escapeIdentifier(column)).join(", ");
  const select = `select row_to_json(r)::text as line from (select ${columns} from ${pg.escapeIdentifier(head.table)}) r`;
  await client.query(`declare backup_rows no scroll cursor for ${select}`);
  let count = 0;
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`fetch ${ROWS_AT_ONCE} from backup_rows`);
    if (rows.length === 0) break;
    count += rows.length;
    await write(rows.map(({ line }) => `R ${line}\n`).join(""));
  }
  await client.query("close backup_rows");
  return count;
}
