import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { BLANK } from "../testing/test-server.ts";
import { createDocument } from "./create-document.ts";
import { UpdateLog } from "./log.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function newDocument(): Promise<string> {
  const documentId = randomUUID();
  await createDocument(database.pool, { documentId, json: BLANK });
  return documentId;
}

const update = Y.encodeStateAsUpdate(new Y.Doc());
const request = (documentId: string) => ({ documentId, update, userId: null, sessionId: null, newClients: [] });

test("numbers have no gap per document, even if two processes append at once", async () => {
  const ids = await Promise.all([newDocument(), newDocument(), newDocument()]);
  const logs = [new UpdateLog(database.pool), new UpdateLog(database.pool)];
  const wanted = Array.from({ length: 300 }, (_, i) => ids[i % 3] ?? "");
  const given = await Promise.all(wanted.map((id, i) => logs[i % 2]?.append(request(id))));
  for (const id of ids) {
    const seqs = given.filter((_, i) => wanted[i] === id).map(Number);
    expect(seqs.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, i) => i + 1));
    const { rows } = await database.pool.query("SELECT head_seq::int AS n FROM document_head WHERE id = $1", [id]);
    expect(rows[0].n).toBe(100);
  }
});

test("edits that arrive together share a commit and keep their order", async () => {
  const documentId = await newDocument();
  const log = new UpdateLog(database.pool);
  const seqs = await Promise.all(Array.from({ length: 50 }, () => log.append(request(documentId))));
  expect(seqs).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
  expect(log.stats.batches).toBeLessThan(5);
});

test("an edit of a missing document, or one that the database rejects, fails alone", async () => {
  const documentId = await newDocument();
  const log = new UpdateLog(database.pool);
  const results = await Promise.allSettled([
    log.append(request(documentId)),
    log.append(request(randomUUID())),
    log.append({ ...request(documentId), userId: "not a uuid" }),
    log.append(request(documentId)),
  ]);
  expect(results.map((result) => result.status)).toEqual(["fulfilled", "rejected", "rejected", "fulfilled"]);
});

test("settled waits for pending edits", async () => {
  const documentId = await newDocument();
  const log = new UpdateLog(database.pool);
  let done = false;
  void log.append(request(documentId)).then(() => {
    done = true;
  });
  await log.settled(documentId);
  expect(done).toBe(true);
});
