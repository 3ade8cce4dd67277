import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { prosemirrorJSONToYDoc } from "y-tiptap-published";
import * as Y from "yjs";
import type { DocumentJson, DocumentNode } from "#lib/document/document-json.ts";
import { documentJson } from "#lib/document/from-yjs.ts";
import { editorSchema } from "#lib/document/schema.ts";
import { SCHEMA_VERSION, TEXT_FRAGMENT } from "#lib/document/schema-version.ts";
import { sectionText } from "#lib/document/text.ts";
import { serverFixture } from "../testing/server-fixture.ts";
import { TestClient } from "../testing/test-client.ts";
import { startTestServer } from "../testing/test-server.ts";
import { convertDocument } from "./append-edit.ts";
import { compactDocument } from "./compact.ts";
import { loadState } from "./load.ts";
import { hasOldLines, mergeLines } from "./merge-lines.ts";
import { readDocument } from "./read-document.ts";

/** A document as the published binding stores it: chips and breaks next to the text. */
const oldDocument = (json: DocumentJson) => prosemirrorJSONToYDoc(editorSchema(), json, TEXT_FRAGMENT);

const marks = fc.subarray([{ type: "bold" }, { type: "comment", attrs: { threadId: "t1" } }]);
const piece = fc.oneof(
  fc.record({ type: fc.constant("text"), text: fc.stringMatching(/^[a-z ]{1,8}$/), marks }),
  fc.record({ type: fc.constant("eventChip"), attrs: fc.record({ eventId: fc.constantFrom("e1", "e2") }) }),
  fc.constant<DocumentNode>({ type: "recordChip", attrs: { noun: "review", key: "REV-1" } }),
  fc.constant<DocumentNode>({ type: "personMention", attrs: { userId: "u1", label: "Ana" } }),
  fc.constant<DocumentNode>({ type: "hardBreak" }),
);
const line = fc
  .tuple(fc.constantFrom("paragraph", "heading"), fc.uuid(), fc.array(piece, { maxLength: 6 }))
  .map(
    ([type, id, content]): DocumentNode => ({ type, attrs: type === "heading" ? { id, level: 2 } : { id }, content }),
  );
const block = fc.oneof(
  line,
  fc.array(line, { minLength: 1, maxLength: 3 }).map((content): DocumentNode => ({ type: "blockquote", content })),
);
const text = fc
  .array(block, { minLength: 1, maxLength: 5 })
  .map((content): DocumentJson => editorSchema().nodeFromJSON({ type: "doc", content }).toJSON());

describe("a document of the schema before", () => {
  test("contains the same words and marks, with its chips inside the text", () => {
    fc.assert(
      fc.property(text, (json) => {
        const document = oldDocument(json);
        const before = editorSchema().nodeFromJSON(documentJson(document));
        mergeLines(document);
        expect(editorSchema().nodeFromJSON(documentJson(document)).toJSON()).toEqual(before.toJSON());
        expect(hasOldLines(document)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  test("is unchanged if there is nothing to do", () => {
    const document = oldDocument({
      type: "doc",
      content: [{ type: "paragraph", content: [{ type: "text", text: "a" }] }],
    });
    const before = Y.encodeStateVector(document);
    mergeLines(document);
    expect(Y.encodeStateVector(document)).toEqual(before);
  });
});

test("keeps several texts in one line, because an absent person can return to any of them", () => {
  const document = new Y.Doc();
  const line = new Y.XmlElement("paragraph");
  document.getXmlFragment(TEXT_FRAGMENT).insert(0, [line]);
  line.insert(0, [new Y.XmlText("one"), new Y.XmlText("two")]);
  expect(hasOldLines(document)).toBe(false);
  mergeLines(document);
  expect(line.length).toBe(2);
});

const fixture = serverFixture();
const OLD: DocumentJson = {
  type: "doc",
  content: [
    { type: "heading", attrs: { level: 2, sectionKey: "summary" }, content: [{ type: "text", text: "Summary" }] },
    {
      type: "paragraph",
      attrs: { id: "p1" },
      content: [
        { type: "text", text: "As " },
        { type: "eventChip", attrs: { eventId: "e1" } },
        { type: "text", text: " shows," },
        { type: "hardBreak" },
        { type: "text", text: "it failed" },
      ],
    },
  ],
};

/**
 * A document from an earlier version of the program: of the first schema, or of one whose chips are inside the text.
 */
async function addOldDocument(schemaVersion = 1): Promise<string> {
  const { server, database } = fixture;
  const documentId = await server.addDocument();
  const document = oldDocument(OLD);
  if (schemaVersion > 1) mergeLines(document);
  const state = Buffer.from(Y.encodeStateAsUpdate(document));
  await database.pool.query("UPDATE document_snapshot SET state = $2 WHERE document_id = $1", [documentId, state]);
  await database.pool.query("INSERT INTO document_client (document_id, client_id, user_id) VALUES ($1, $2, NULL)", [
    documentId,
    document.clientID,
  ]);
  await database.pool.query("UPDATE document_head SET schema_version = $2 WHERE id = $1", [documentId, schemaVersion]);
  return documentId;
}

const versionOf = async (documentId: string) => {
  const { rows } = await fixture.database.pool.query("SELECT schema_version FROM document_head WHERE id = $1", [
    documentId,
  ]);
  return rows[0]?.schema_version;
};

const EARLIER = Array.from({ length: SCHEMA_VERSION - 1 }, (_, at) => at + 1);

test.each(EARLIER)("of schema %i: it opens, is written in, and every reader finds its words", async (schemaVersion) => {
  const { server, database, open } = fixture;
  const documentId = await addOldDocument(schemaVersion);
  expect(sectionText((await readDocument(database.pool, documentId))?.json ?? OLD, "summary")).toContain(
    "As  shows,\nit",
  );
  const ana = open(documentId, server.addPerson("Ana").userId);
  await ana.loaded();
  expect(hasOldLines(ana.document)).toBe(false);
  expect(await versionOf(documentId)).toBe(SCHEMA_VERSION);
  ana.type(" twice");
  await ana.saved();
  const read = await readDocument(database.pool, documentId);
  expect(sectionText(read?.json ?? OLD, "summary")).toBe("As  shows,\nit failed twice");
  expect(JSON.stringify(read?.json)).toContain('"eventId":"e1"');
});

test("a failed conversion leaves the version unchanged", async () => {
  const { database } = fixture;
  const documentId = await addOldDocument();
  const fails = () => {
    throw new Error("no");
  };
  await expect(convertDocument(database.pool, documentId, fails, 0)).rejects.toThrow("no");
  expect(await versionOf(documentId)).toBe(1);
});

test("two processes open it at once: it is changed once, and nothing is doubled", async () => {
  const { server, database, open } = fixture;
  const documentId = await addOldDocument();
  const other = await startTestServer(database.pool);
  const [ana, ben] = [server.addPerson("Ana"), other.addPerson("Ben")];
  const first = open(documentId, ana.userId);
  const second = new TestClient({ origin: other.origin, documentId, userId: ben.userId });
  try {
    await Promise.all([first.loaded(), second.loaded(), compactDocument(database.pool, documentId)]);
    first.type(" for Ana");
    second.type(" for Ben");
    await Promise.all([first.saved(), second.saved()]);
    await compactDocument(database.pool, documentId);
    const document = await loadState(database.pool, documentId);
    const words = sectionText(document ? documentJson(document) : OLD, "summary");
    expect(words.replace(/ for (Ana|Ben)/g, "")).toBe("As  shows,\nit failed");
    expect(words).toContain(" for Ana");
    expect(words).toContain(" for Ben");
  } finally {
    second.destroy();
    await other.close();
  }
});
