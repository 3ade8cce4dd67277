import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import * as Y from "yjs";
import type { DocumentJson, DocumentNode } from "#lib/document/document-json.ts";
import { hashOfContent } from "#lib/document/draft-hash.ts";
import { TEXT_FRAGMENT } from "#lib/document/schema-version.ts";
import { sentencesOf } from "#lib/document/sentences.ts";
import { appendEdit } from "./log/append-edit.ts";
import { createDocument } from "./log/create-document.ts";
import { readDocument } from "./log/read-document.ts";
import { serverFixture } from "./testing/server-fixture.ts";
import { until } from "./testing/test-client.ts";
import { type BlockReport, type DraftUpdate, replaceDraftBlocks } from "./work/replace-draft-blocks.ts";

const fixture = serverFixture({ settings: { pollMs: 100 } });
const SYSTEM = { userId: null };

const paragraph = (text: string): DocumentNode => ({ type: "paragraph", content: [{ type: "text", text }] });
const draft = (minutes: number, status: string) => [
  paragraph(`Checkout was down for ${minutes} minutes.`),
  paragraph(`Status: ${status}.`),
];
const DRAFTED: DocumentJson = {
  type: "doc",
  content: [
    paragraph("Intro."),
    { type: "draftBlock", attrs: { key: "summary" }, content: draft(12, "investigating") },
    { type: "draftBlock", attrs: { key: "impact" }, content: [paragraph("Unknown.")] },
    { type: "liveBlock", attrs: { kind: "timeline" } },
    paragraph("Notes."),
  ],
};

const addParagraph = (text: string) => (document: Y.Doc) => {
  const element = new Y.XmlElement("paragraph");
  element.insert(0, [new Y.XmlText(text)]);
  document.getXmlFragment(TEXT_FRAGMENT).push([element]);
};

async function updateBlocks(documentId: string, drafts: readonly DraftUpdate[]) {
  let report: Partial<BlockReport> = {};
  await fixture.server.collab.appendServerEdit(
    documentId,
    (document) => {
      const { edits: _edits, ...keys } = replaceDraftBlocks(document, drafts);
      report = keys;
    },
    SYSTEM,
  );
  return report;
}

const committed = async (documentId: string) => {
  const read = await readDocument(fixture.database.pool, documentId);
  return JSON.stringify(read?.json);
};

test("a new document has ids, and hashes of its drafts", async () => {
  const documentId = await fixture.server.addDocument(DRAFTED);
  const read = await readDocument(fixture.database.pool, documentId);
  const [intro, summary] = read?.json.content ?? [];
  expect(intro?.attrs?.id).toMatch(/^[0-9a-f-]{36}$/);
  expect(summary?.attrs).toMatchObject({ key: "summary", hash: hashOfContent(draft(12, "investigating")) });
  expect(read?.seq).toBe(0);
});

test("invalid text creates nothing", async () => {
  const { pool } = fixture.database;
  const documentId = randomUUID();
  const wrong = [
    { type: "marquee" },
    { type: "paragraph", content: [{ type: "paragraph" }] },
    { type: "liveBlock", attrs: { kind: "weather" } },
  ];
  for (const node of wrong)
    await expect(createDocument(pool, { documentId, json: { type: "doc", content: [node] } })).rejects.toThrow();
  expect(await readDocument(pool, documentId)).toBe(null);
});

test("an edit by the server reaches open tabs, the log and its author's name", async () => {
  const { server, open, database } = fixture;
  const documentId = await server.addDocument();
  const person = server.addPerson("Ana");
  const ana = open(documentId, person.userId);
  await ana.loaded();
  const seq = await server.collab.appendServerEdit(documentId, addParagraph("from the server"), {
    userId: person.userId,
  });
  await ana.sees("from the server");
  ana.type(" and Ana");
  await ana.saved();
  expect(await committed(documentId)).toContain("from the server and Ana");
  const { rows } = await database.pool.query(
    "SELECT user_id FROM document_update WHERE document_id = $1 AND seq = $2",
    [documentId, seq],
  );
  expect(rows[0].user_id).toBe(person.userId);
});

test("an edit that changes nothing writes nothing, and one of a missing document fails", async () => {
  const { server } = fixture;
  const documentId = await server.addDocument();
  expect(await server.collab.appendServerEdit(documentId, () => undefined, SYSTEM)).toBe(null);
  await expect(server.collab.appendServerEdit(randomUUID(), addParagraph("x"), SYSTEM)).rejects.toThrow("No document");
});

test("an edit by another process reaches open tabs, and typing continues over it", async () => {
  const { server, open, database } = fixture;
  const documentId = await server.addDocument();
  const ana = open(documentId, server.addPerson("Ana").userId);
  await ana.loaded();
  await appendEdit(database.pool, documentId, addParagraph("from elsewhere"), SYSTEM);
  await ana.sees("from elsewhere");
  ana.type("!");
  await ana.saved();
  expect(await committed(documentId)).toContain("from elsewhere!");
});

test("simultaneous server edits follow one another", async () => {
  const { server } = fixture;
  const documentId = await server.addDocument();
  const edits = Array.from({ length: 5 }, (_, i) =>
    server.collab.appendServerEdit(documentId, addParagraph(`edit ${i}`), SYSTEM),
  );
  expect((await Promise.all(edits)).map(Number).toSorted()).toEqual([1, 2, 3, 4, 5]);
  for (let i = 0; i < 5; i++) expect(await committed(documentId)).toContain(`edit ${i}`);
});

test("a draft that no one edited follows the facts, and the rest of the text stays", async () => {
  const { server, open } = fixture;
  const documentId = await server.addDocument(DRAFTED);
  const ana = open(documentId, server.addPerson("Ana").userId);
  await ana.loaded();
  ana.type(" Mine.");
  const facts = [{ key: "summary", content: draft(43, "resolved") }];
  const report = await updateBlocks(documentId, facts);
  expect(report).toEqual({ replaced: ["summary"], touched: [], missing: [] });
  await ana.sees("43 minutes");
  await ana.saved();
  const text = await committed(documentId);
  for (const words of ["Intro.", "resolved", "Unknown.", "Notes. Mine.", "timeline"]) expect(text).toContain(words);
  expect(text).not.toContain("12 minutes");
  const again = await updateBlocks(documentId, facts);
  expect(again.replaced).toEqual([]);
});

test("a draft that someone edited isn't changed", async () => {
  const { server, open } = fixture;
  const documentId = await server.addDocument(DRAFTED);
  const ana = open(documentId, server.addPerson("Ana").userId);
  await ana.loaded();
  const block = ana.document.getXmlFragment(TEXT_FRAGMENT).get(1) as Y.XmlElement;
  ((block.get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, "I saw that ");
  await ana.saved();
  const report = await updateBlocks(documentId, [
    { key: "summary", content: draft(43, "resolved") },
    { key: "impact", content: [paragraph("5,000 carts.")] },
    { key: "lessons", content: [paragraph("None.")] },
  ]);
  expect(report).toEqual({ replaced: ["impact"], touched: ["summary"], missing: ["lessons"] });
  const text = await committed(documentId);
  for (const words of ["I saw that Checkout was down for 12 minutes", "5,000 carts"]) expect(text).toContain(words);
});

test("text typed into a draft while it is being replaced is kept", async () => {
  const { server, open } = fixture;
  const documentId = await server.addDocument(DRAFTED);
  const ana = open(documentId, server.addPerson("Ana").userId);
  await ana.loaded();
  ana.cut();
  await until("Ana is offline", () => ana.save === "offline");
  const block = ana.document.getXmlFragment(TEXT_FRAGMENT).get(1) as Y.XmlElement;
  const text = (block.get(0) as Y.XmlElement).get(0) as Y.XmlText;
  text.insert(text.length, " As we saw.");
  await updateBlocks(documentId, [{ key: "summary", content: draft(43, "resolved") }]);
  await ana.saved();
  await ana.sees("43 minutes");
  expect(await committed(documentId)).toContain("As we saw.");
});

test("ids of replaced paragraphs stay, so references to them still work", async () => {
  const { server } = fixture;
  const documentId = await server.addDocument(DRAFTED);
  const idsOfDraft = async () => {
    const read = await readDocument(fixture.database.pool, documentId);
    const block = read?.json.content?.[1];
    return [block?.attrs?.id, ...(block?.content ?? []).map((node) => node.attrs?.id)];
  };
  const before = await idsOfDraft();
  await updateBlocks(documentId, [{ key: "summary", content: [...draft(43, "resolved"), paragraph("More.")] }]);
  const after = await idsOfDraft();
  expect(after.slice(0, 3)).toEqual(before);
  expect(new Set(after).size).toBe(4);
});

const SECTIONED: DocumentJson = {
  type: "doc",
  content: [
    { type: "heading", attrs: { level: 2, sectionKey: "impact" }, content: [{ type: "text", text: "Impact" }] },
    { type: "liveBlock", attrs: { kind: "impact" } },
    { type: "guidance", attrs: { sectionKey: "impact" } },
    { type: "paragraph" },
    { type: "heading", attrs: { level: 2, sectionKey: "response" }, content: [{ type: "text", text: "Response" }] },
    paragraph("It was declared at 14:05. We were slow."),
    { type: "bulletList", content: [{ type: "listItem", content: [paragraph("Ana joined at 14:09.")] }] },
  ],
};
const typesOf = async (documentId: string) =>
  (await readDocument(fixture.database.pool, documentId))?.json.content?.map(({ type }) => type);

test("a section without text is filled below its records, and its questions go", async () => {
  const { server } = fixture;
  const documentId = await server.addDocument(SECTIONED);
  const update = [{ key: "impact", content: [paragraph("Half of the carts failed.")], isNew: true }];
  expect(await updateBlocks(documentId, update)).toMatchObject({ replaced: ["impact"] });
  expect(await typesOf(documentId)).toEqual([
    ...["heading", "liveBlock", "draftBlock", "paragraph", "heading", "paragraph", "bulletList"],
  ]);
  const again = await updateBlocks(documentId, update);
  expect(again).toEqual({ replaced: [], touched: ["impact"], missing: [] });
});

test("a section that someone has started since, or removed, isn't filled", async () => {
  const { server, open } = fixture;
  const documentId = await server.addDocument(SECTIONED);
  const ana = open(documentId, server.addPerson("Ana").userId);
  await ana.loaded();
  const empty = ana.document.getXmlFragment(TEXT_FRAGMENT).get(3) as Y.XmlElement;
  empty.insert(0, [new Y.XmlText("Mine.")]);
  await ana.saved();
  const content = [paragraph("Half of the carts failed.")];
  const report = await updateBlocks(
    documentId,
    ["impact", "lessons"].map((key) => ({ key, content, isNew: true })),
  );
  expect(report).toEqual({ replaced: [], touched: ["impact"], missing: ["lessons"] });
  expect(await committed(documentId)).not.toContain("carts");
});

const pair = (was: string, now: string) => {
  const [[before], [after]] = [sentencesOf([paragraph(was)]), sentencesOf([paragraph(now)])];
  if (!before || !after) throw new Error("no sentence");
  return { was: before, now: after };
};

test("sentences are replaced within people's text while they type next to them", async () => {
  const { server, open } = fixture;
  const documentId = await server.addDocument(SECTIONED);
  const ana = open(documentId, server.addPerson("Ana").userId);
  await ana.loaded();
  const own = ana.document.getXmlFragment(TEXT_FRAGMENT).get(5) as Y.XmlElement;
  const letters = own.get(0) as Y.XmlText;
  ana.cut();
  await until("Ana is offline", () => ana.save === "offline");
  letters.insert(letters.length, " Much.");
  letters.insert(0, "Well: ");
  const sentences = [
    pair("It was declared at 14:05.", "It was declared at 14:02."),
    pair("Ana joined at 14:09.", "Ana joined at 14:08."),
    pair("Nobody said this.", "Nor this."),
  ];
  expect(await updateBlocks(documentId, [{ key: "response", sentences }])).toMatchObject({
    replaced: ["response"],
  });
  await ana.saved();
  await ana.sees("14:02");
  const text = await committed(documentId);
  for (const words of ["Well: It was declared at 14:02. We were slow. Much.", "Ana joined at 14:08."])
    expect(text).toContain(words);
  const again = await updateBlocks(documentId, [{ key: "response", sentences }]);
  expect(again).toEqual({ replaced: [], touched: ["response"], missing: [] });
});

test("updates of sections are undone exactly, with the questions and several sentences of a paragraph", async () => {
  const { server } = fixture;
  const documentId = await server.addDocument(SECTIONED);
  const read = async () => JSON.parse(await committed(documentId));
  const before = await read();
  const updates: DraftUpdate[] = [
    { key: "impact", content: [paragraph("Half of the carts failed.")], isNew: true },
    {
      key: "response",
      sentences: [
        pair("It was declared at 14:05.", "It was declared at 14:02."),
        pair("We were slow.", "We were quick."),
      ],
    },
  ];
  let undo: DraftUpdate[] = [];
  await server.collab.appendServerEdit(
    documentId,
    (document) => {
      undo = Object.entries(replaceDraftBlocks(document, updates).edits).map(([key, edits]) => ({ key, undo: edits }));
    },
    SYSTEM,
  );
  expect(await committed(documentId)).toMatch(/carts failed.*14:02.*We were quick/);
  expect(await updateBlocks(documentId, undo)).toEqual({ replaced: ["impact", "response"], touched: [], missing: [] });
  expect(await read()).toEqual(before);
  expect(await updateBlocks(documentId, undo)).toEqual({ replaced: [], touched: ["impact", "response"], missing: [] });
});
