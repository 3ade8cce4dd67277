import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";
import { documentJson } from "#lib/document/from-yjs.ts";
import { TEXT_FRAGMENT } from "#lib/document/schema-version.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { BLANK } from "../testing/test-server.ts";
import { COMPACT_DEFAULTS, compactDocument, compactDueDocuments, deleteCoveredUpdates } from "./compact.ts";
import { createDocument } from "./create-document.ts";
import { loadState } from "./load.ts";
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

async function documentWithEdits(edits: number) {
  const { documentId, join } = await newDocument();
  const { document, appended } = await join();
  const text = paragraphText(document);
  for (let i = 0; i < edits; i++) text.insert(text.length, "x");
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
