import { PassThrough, Readable } from "node:stream";
import { gunzipSync, gzipSync } from "node:zlib";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { onDatabase } from "#server/testing/on-database.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { restoreBackup, writeBackup } from "./index.ts";

let source: TestDatabase;
const opened: TestDatabase[] = [];
const newDatabase = async () => {
  const database = await testDatabase();
  opened.push(database);
  return database;
};

beforeAll(async () => {
  source = await newDatabase();
  const ids = { parent: uuidv7(), child: uuidv7(), user: uuidv7(), document: uuidv7() };
  const { prisma } = source;
  await prisma.user.create({ data: { id: ids.user, email: "Zoë@example.com", name: 'Zoë "Z" \\ 雪', role: "admin" } });
  // The child sorts before its parent, because the order of insertion must not matter.
  await prisma.team.create({ data: { id: ids.parent, name: "zz parent" } });
  await prisma.team.create({ data: { id: ids.child, name: "aa child", parentId: ids.parent, managerId: ids.user } });
  await prisma.documentHead.create({ data: { id: ids.document, headSeq: 2n, schemaVersion: 1 } });
  const data = new Uint8Array(3 * 1024 * 1024).map((_, i) => i % 256);
  for (const seq of [1n, 2n]) await prisma.documentUpdate.create({ data: { documentId: ids.document, seq, data } });
  const action = { id: uuidv7(), title: "Drill", type: "detect", priority: "P2" } as const;
  await prisma.actionItem.create({ data: action });
  const file = { hash: "of-the-bytes", bytes: data.slice(0, 1000), mediaType: "text/plain", size: 1000 };
  await prisma.storedFile.create({ data: file });
  const piece = {
    kind: "file",
    filename: "Drill of 13 February.log",
    fileHash: file.hash,
    addedAt: new Date(),
  } as const;
  await prisma.actionEvidence.create({ data: { ...piece, id: uuidv7(), actionItemId: action.id } });
  await source.pool.query("select nextval('incident_number_seq') from generate_series(1, 41)");
});
afterAll(async () => {
  await Promise.all(opened.map((database) => database.close()));
});

async function backupOf(url: string): Promise<Buffer> {
  const stream = new PassThrough();
  const [chunks] = await Promise.all([stream.toArray(), writeBackup(url, stream)]);
  return Buffer.concat(chunks);
}

const DUMP = `select table_name from information_schema.tables where table_schema = 'public' and table_name <> '_prisma_migrations' order by 1`;

async function contentOf(url: string): Promise<Record<string, string[]>> {
  return onDatabase(url, async (client) => {
    const content: Record<string, string[]> = {};
    for (const { table_name: name } of (await client.query(DUMP)).rows) {
      const { rows } = await client.query(`select t::text as row from "${name}" t order by 1`);
      content[name] = rows.map(({ row }) => row);
    }
    return content;
  });
}

test("everything is restored byte for byte, counters continue, and keys are enforced again", async () => {
  const target = await newDatabase();
  const rows = await restoreBackup(target.url, Readable.from([await backupOf(source.url)]));
  expect(rows).toMatchObject({ user: 1, team: 2, document_update: 2, action_evidence: 1, stored_file: 1 });
  expect(await contentOf(target.url)).toEqual(await contentOf(source.url));
  const { rows: next } = await target.pool.query("select nextval('incident_number_seq')::int as n");
  expect(next[0].n).toBe(42);
  await expect(target.pool.query("update team set parent_id = gen_random_uuid()")).rejects.toThrow(/foreign key/);
});

test("an instance in use is rejected and stays as it is", async () => {
  const before = await contentOf(source.url);
  await expect(restoreBackup(source.url, Readable.from([await backupOf(source.url)]))).rejects.toThrow(/isn't empty/);
  expect(await contentOf(source.url)).toEqual(before);
});

test("a truncated backup restores nothing", async () => {
  const target = await newDatabase();
  const text = gunzipSync(await backupOf(source.url)).toString();
  const cut = gzipSync(text.slice(0, text.lastIndexOf("\nE ") + 1));
  const whole = await backupOf(source.url);
  for (const file of [cut, whole.subarray(0, whole.length - 1000)])
    await expect(restoreBackup(target.url, Readable.from([file]))).rejects.toThrow(/incomplete/);
  expect(await target.prisma.user.count()).toBe(0);
});

test("a backup of a newer version is rejected", async () => {
  const target = await newDatabase();
  const text = gunzipSync(await backupOf(source.url))
    .toString()
    .replace('"migrations":[', '"migrations":["9999_later",');
  await expect(restoreBackup(target.url, Readable.from([gzipSync(text)]))).rejects.toThrow(/newer version/);
});

test("another file is rejected with a message", async () => {
  const target = await newDatabase();
  for (const file of [gzipSync("hello\n"), Buffer.from("hello\n")])
    await expect(restoreBackup(target.url, Readable.from([file]))).rejects.toThrow(/isn't a backup/);
});
