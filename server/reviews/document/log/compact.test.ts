import { randomUUID } from "node:crypto";
import fc from "fast-check";
import type { PoolClient } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { documentJson } from "#lib/document/from-yjs.ts";
import { TEXT_FRAGMENT } from "#lib/document/schema-version.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { BLANK } from "../testing/test-server.ts";
import {
  ClosedTexts,
  COMPACT_DEFAULTS,
  compactDocument,
  compactDueDocuments,
  deleteCoveredUpdates,
} from "./compact.ts";
import { createDocument } from "./create-document.ts";
import { LOOK_BACK, loadState, loadUpdates } from "./load.ts";
import { UpdateLog } from "./log.ts";
import { readDocument } from "./read-document.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function newDocument() {
  const { pool } = database;
  const documentId = randomUUID();
  await createDocument(pool, { documentId, json: BLANK });
  const log = new UpdateLog(pool);
  /** A person with the document open. Every edit is appended in the background. */
  const join = async () => {
    const document = (await loadState(pool, documentId)) ?? new Y.Doc();
    const appended: Promise<number>[] = [];
    document.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== "peer")
        appended.push(log.append({ documentId, update, userId: null, sessionId: null, newClients: [] }));
    });
    return { document, appended };
  };
  return { documentId, join };
}

function paragraphText(document: Y.Doc): Y.XmlText {
  const paragraph = document.getXmlFragment(TEXT_FRAGMENT).get(1);
  if (!(paragraph instanceof Y.XmlElement)) throw new Error("no paragraph");
  const first = paragraph.get(0);
  if (first instanceof Y.XmlText) return first;
  const text = new Y.XmlText();
  paragraph.insert(0, [text]);
  return text;
}

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("insert" as const),
      who: fc.nat(2),
      at: fc.nat(50),
      text: fc.string({ minLength: 1, maxLength: 5 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("delete" as const),
      who: fc.nat(2),
      at: fc.nat(50),
      length: fc.integer({ min: 1, max: 6 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("exchange" as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("compact" as const), waits: fc.boolean() }) },
);

test("any interleaving of updates and compaction loads the same text", async () => {
  const { pool } = database;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      const { documentId, join } = await newDocument();
      const people = await Promise.all([join(), join(), join()]);
      const background: Promise<unknown>[] = [];
      const exchange = () => {
        for (const a of people)
          for (const b of people) Y.applyUpdate(b.document, Y.encodeStateAsUpdate(a.document), "peer");
      };
      for (const one of steps) {
        if (one.kind === "exchange") exchange();
        else if (one.kind === "compact") {
          const compaction = compactDocument(pool, documentId);
          background.push(compaction);
          if (one.waits) await compaction;
        } else {
          const text = paragraphText(people[one.who]?.document ?? new Y.Doc());
          const at = Math.min(one.at, text.length);
          if (one.kind === "insert") text.insert(at, one.text);
          else text.delete(at, Math.min(one.length, text.length - at));
        }
      }
      await Promise.all([...background, ...people.flatMap((person) => person.appended)]);
      exchange();
      const loaded = await readDocument(pool, documentId);
      const [ana] = people;
      expect(loaded?.json).toEqual(documentJson(ana?.document ?? new Y.Doc()));
      await compactDocument(pool, documentId);
      expect((await readDocument(pool, documentId))?.json).toEqual(loaded?.json);
    }),
    { numRuns: 40 },
  );
}, 120_000);

async function documentWithEdits(edits: number, words = "x") {
  const { documentId, join } = await newDocument();
  const { document, appended } = await join();
  const text = paragraphText(document);
  for (let i = 0; i < edits; i++) text.insert(text.length, words);
  await Promise.all(appended);
  return documentId;
}

const count = async (documentId: string) => {
  const { rows } = await database.pool.query("SELECT count(*)::int AS n FROM document_update WHERE document_id = $1", [
    documentId,
  ]);
  return rows[0].n as number;
};

test("documents with a long or a heavy tail are due, others aren't", async () => {
  const { pool } = database;
  const [long, short] = [await documentWithEdits(30), await documentWithEdits(3)];
  expect(await compactDueDocuments(pool, { ...COMPACT_DEFAULTS, tailRows: 20 })).toBe(1);
  expect((await readDocument(pool, long))?.seq).toBeGreaterThanOrEqual(30);
  await compactDocument(pool, long); // the rows that were kept
  const { rows } = await pool.query("SELECT seq::int FROM document_snapshot WHERE document_id = $1", [short]);
  expect(rows[0].seq).toBe(0);
  const { rows: tails } = await pool.query(
    "SELECT sum(octet_length(data))::int AS bytes FROM document_update WHERE document_id = $1",
    [short],
  );
  const dueAt = (tailBytes: number) => compactDueDocuments(pool, { ...COMPACT_DEFAULTS, tailBytes });
  expect(await dueAt(tails[0].bytes + 1)).toBe(0);
  expect(await dueAt(tails[0].bytes)).toBeGreaterThanOrEqual(1);
  expect(await compactDocument(pool, short)).toBe(null);
});

test("covered rows are kept for thirty days, later ones for good", async () => {
  const { pool } = database;
  const documentId = await documentWithEdits(10);
  await compactDocument(pool, documentId);
  const before = await count(documentId);
  await deleteCoveredUpdates(pool);
  expect(await count(documentId)).toBe(before);
  await pool.query("UPDATE document_update SET at = now() - interval '31 days' WHERE document_id = $1", [documentId]);
  await deleteCoveredUpdates(pool);
  expect(await count(documentId)).toBe(0);
  expect((await readDocument(pool, documentId))?.seq).toBe(before);
});

describe("a text that was closed", () => {
  const ROWS = COMPACT_DEFAULTS.tailRows + 20;
  const LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('compact:' || $1, 0))";
  const failed = (error: unknown) => expect.unreachable(String(error));
  const tailOf = async (documentId: string) => (await loadUpdates(database.pool, documentId))?.tailRows;

  /** A pool like that of another process, which stops at its statement number `at`, before or after it has run. */
  function dyingPool(at: number, hasRun: boolean) {
    const statements: string[] = [];
    const connect = async (): Promise<PoolClient> => {
      const client = await database.pool.connect();
      const query = async (text: string, values?: unknown[]) => {
        if (statements.push(text) - 1 !== at) return client.query(text, values);
        if (hasRun) await client.query(text, values);
        client.release(new Error("killed"));
        throw new Error("killed");
      };
      const release = () => {
        if (statements.length <= at) client.release();
      };
      return { query, release } as unknown as PoolClient;
    };
    return { statements, pool: { ...database.pool, connect } as unknown as TestDatabase["pool"] };
  }

  test("keeps the rows that a returning tab may need, and the same words", async () => {
    const { pool } = database;
    const documentId = await documentWithEdits(ROWS);
    const before = await readDocument(pool, documentId);
    const closed = new ClosedTexts(pool, failed);
    await closed.compact(documentId);
    expect(await tailOf(documentId)).toBe(LOOK_BACK);
    expect(await readDocument(pool, documentId)).toEqual(before);
    await closed.compact(documentId);
    expect(await tailOf(documentId)).toBe(LOOK_BACK);
  });

  test("keeps fewer of its last rows if they are long, because each reader waits for them", async () => {
    const { pool } = database;
    const documentId = await documentWithEdits(ROWS, "a line of a log ".repeat(150));
    const before = await readDocument(pool, documentId);
    await new ClosedTexts(pool, failed).compact(documentId);
    const kept = (await loadUpdates(pool, documentId))?.updates.slice(1) ?? [];
    const bytes = kept.reduce((sum, { length }) => sum + length, 0);
    expect(bytes).toBeGreaterThan(13_000);
    expect(bytes).toBeLessThanOrEqual(16 * 1024);
    expect(await readDocument(pool, documentId)).toEqual(before);
  });

  test("is left to the job when the process stops", async () => {
    const documentId = await documentWithEdits(ROWS);
    const closed = new ClosedTexts(database.pool, failed);
    const compaction = closed.compact(documentId);
    await closed.close();
    await compaction;
    expect(await tailOf(documentId)).toBe(ROWS);
    expect(await compactDueDocuments(database.pool)).toBe(1);
    expect(await tailOf(documentId)).toBe(LOOK_BACK);
  });

  test("is the same whenever the process that compacts it dies", async () => {
    const documentId = await documentWithEdits(ROWS);
    const before = await readDocument(database.pool, documentId);
    const whole = dyingPool(Number.POSITIVE_INFINITY, false);
    await compactDocument(whole.pool, await documentWithEdits(2));
    expect(whole.statements.length).toBeGreaterThanOrEqual(5);
    for (const hasRun of [false, true])
      for (const at of whole.statements.keys()) {
        const dying = dyingPool(at, hasRun);
        await expect(compactDocument(dying.pool, documentId, COMPACT_DEFAULTS)).rejects.toThrow("killed");
        // The database keeps the lock until it notices that the process is gone.
        await database.pool.query(LOCK, [documentId]);
        const isDone = hasRun && at === whole.statements.length - 1;
        expect(await tailOf(documentId)).toBe(isDone ? LOOK_BACK : ROWS);
        expect(await readDocument(database.pool, documentId)).toEqual(before);
      }
  });

  test("is compacted by one of two processes that close it at once, while a third writes in it", async () => {
    const { pool } = database;
    const documentId = await documentWithEdits(ROWS);
    const [document, update] = [await loadState(pool, documentId), [] as Uint8Array[]];
    document?.on("update", (made: Uint8Array) => update.push(made));
    if (document) paragraphText(document).insert(0, "written meanwhile ");
    const log = new UpdateLog(pool);
    const [first, second, seq] = await Promise.all([
      compactDocument(pool, documentId, COMPACT_DEFAULTS),
      compactDocument(pool, documentId, COMPACT_DEFAULTS),
      log.append({ documentId, update: update[0] ?? new Uint8Array(), userId: null, sessionId: null, newClients: [] }),
    ]);
    expect(seq).toBe(ROWS + 1);
    // One that starts after the other has finished finds at most the new row to cover.
    expect([first, second].filter((covered) => covered !== null).length).toBeGreaterThanOrEqual(1);
    expect(await tailOf(documentId)).toBeLessThanOrEqual(LOOK_BACK + 1);
    expect(JSON.stringify(await readDocument(pool, documentId))).toContain("written meanwhile x");
  });

  test("is left to the process that compacts it", async () => {
    const { pool } = database;
    const documentId = await documentWithEdits(ROWS);
    const other = await pool.connect();
    await other.query("BEGIN");
    await other.query(LOCK, [documentId]);
    expect(await compactDocument(pool, documentId, COMPACT_DEFAULTS)).toBe(null);
    await other.query("COMMIT");
    other.release();
    expect(await compactDocument(pool, documentId, COMPACT_DEFAULTS)).toBe(ROWS - LOOK_BACK);
  });

  test("gives a tab of an older state what it misses, and takes what it wrote offline", async () => {
    const { pool } = database;
    const { documentId, join } = await newDocument();
    const [writer, away] = [await join(), await join()];
    const text = paragraphText(writer.document);
    for (let i = 0; i < 30; i++) text.insert(text.length, "early ");
    Y.applyUpdate(away.document, Y.encodeStateAsUpdate(writer.document), "peer");
    for (let i = 0; i < ROWS; i++) text.insert(text.length, "x");
    text.delete(0, 12);
    const rows = await Promise.all(writer.appended);
    expect(await compactDocument(pool, documentId, COMPACT_DEFAULTS)).toBe(rows.length - LOOK_BACK);
    const loaded = (await loadState(pool, documentId)) ?? new Y.Doc();
    const missing = Y.encodeStateAsUpdate(loaded, Y.encodeStateVector(away.document));
    paragraphText(away.document).insert(6, "offline ");
    await Promise.all(away.appended);
    Y.applyUpdate(away.document, missing, "peer");
    const stored = (await loadState(pool, documentId)) ?? new Y.Doc();
    expect(documentJson(stored)).toEqual(documentJson(away.document));
    expect(JSON.stringify(documentJson(stored))).toContain("offline ");
  });
});
