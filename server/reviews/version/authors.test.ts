import { beforeAll, expect, it } from "vitest";
import type * as Y from "yjs";
import type { UserActor } from "#lib/base/access/actor.ts";
import { TextAuthors } from "#lib/contract/version.ts";
import type { DocumentJson } from "#lib/document/document-json.ts";
import { TEXT_FRAGMENT } from "#lib/document/schema-version.ts";
import { plainText } from "#lib/document/text.ts";
import { updateIncident } from "#server/incidents/incident/index.ts";
import { compactDueDocuments, deleteCoveredUpdates } from "#server/reviews/document/index.ts";
import { runningServerFixture } from "#server/reviews/document/testing/server-fixture.ts";
import {
  getReview,
  moveReviewStatus,
  publishReview,
  reviewContent,
  reviewGates,
  updateDrafts,
  waiveGate,
} from "#server/reviews/review/index.ts";
import { quickReview, writeParagraph } from "#server/reviews/review/testing/quick-review.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { createVersion, getVersion, restoreVersion, textAuthors } from "./index.ts";

const fixture = runningServerFixture();
let maya: UserActor;
let sam: UserActor;
let viewer: UserActor;
const as = (actor: UserActor) => makeContext(fixture.database.prisma, actor);

beforeAll(async () => {
  maya = await makeUser(fixture.database.prisma, "member", "Maya");
  sam = await makeUser(fixture.database.prisma, "member", "Sam");
  viewer = await makeUser(fixture.database.prisma, "viewer", "Vera");
});

async function newReview({ restricted = false } = {}) {
  const { incident, review } = await quickReview(as(maya), { restricted });
  const { key, documentId } = review;
  const open = async (actor: UserActor) => {
    fixture.server.addPerson(actor.name, { userId: actor.id });
    const client = fixture.open(documentId, actor.id);
    await client.loaded();
    return client;
  };
  /** The paragraph that everyone writes in. */
  const add = async (actor: UserActor, text: string) => {
    const client = await open(actor);
    await writeParagraph(client, text);
    return client;
  };
  /** Each sentence that contains some words, with its authors. */
  const authors = async (words: string, version?: number) => {
    const found = await textAuthors(as(maya), { key, version });
    expect(TextAuthors.parse(found)).toEqual(found);
    const json = (await reviewContent(as(maya), { key })).json as unknown as DocumentJson;
    return found.blocks.flatMap(({ block, sentences }) => {
      const node = json.content?.find(({ attrs }) => attrs?.id === block);
      const text = node ? plainText([node]) : "";
      return sentences.flatMap(({ from, to, authors: places }) =>
        text.slice(from, to).includes(words)
          ? places.map((place) => found.authors[place]?.person?.name ?? found.authors[place]?.kind)
          : [],
      );
    });
  };
  return { key, documentId, incident, open, add, authors };
}

it("names everyone who wrote words of a sentence, now and in a version", async () => {
  const { key, add, open, authors } = await newReview();
  await add(maya, "The pool was exhausted. Nobody saw it.");
  const client = await open(sam);
  client.type(" Retries amplified the load.");
  const block = client.document.getXmlFragment(TEXT_FRAGMENT).toArray().at(-1) as Y.XmlElement;
  (block.get(0) as Y.XmlText).insert(4, "whole ");
  await client.saved();
  expect(await authors("Nobody could upload")).toEqual(["generated"]);
  expect(await authors("whole pool")).toEqual(["Maya", "Sam"]);
  expect(await authors("Nobody saw it")).toEqual(["Maya"]);
  await createVersion(as(maya), { key, name: "One" });
  expect(await authors("Retries", 2)).toEqual(["Sam"]);
  const { authors: told } = await textAuthors(as(maya), { key, version: 2 });
  expect(told.find(({ person }) => person?.name === "Sam")?.at).toMatch(/:00\.000Z$/);
});

it("keeps the authors through a restore, a new version and a log that was deleted", async () => {
  const { key, documentId, add, authors } = await newReview();
  const { pool } = fixture.database;
  await add(maya, "The pool was exhausted.");
  await createVersion(as(sam), { key, name: "Whole" });
  await restoreVersion(as(sam), { key, number: 1 });
  expect(await authors("The pool")).toEqual([]);
  await restoreVersion(as(sam), { key, number: 2 });
  expect(await authors("The pool")).toEqual(["Maya"]);
  await createVersion(as(sam), { key, name: "Restored" });
  await compactDueDocuments(pool, { tailRows: 1, tailBytes: 1, keepCoveredDays: 0 });
  await deleteCoveredUpdates(pool, { tailRows: 1, tailBytes: 1, keepCoveredDays: 0 });
  const { rows } = await pool.query("SELECT 1 FROM document_update WHERE document_id = $1", [documentId]);
  expect(rows).toEqual([]);
  await add(sam, "Retries amplified it.");
  expect(await authors("The pool")).toEqual(["Maya"]);
  expect(await authors("Retries")).toEqual(["Sam"]);
});

it("says Generated for text from the facts, even if a person updated it", async () => {
  const { key, incident, authors } = await newReview();
  await updateIncident(as(maya), { key: incident.key, version: incident.version, impactText: "Half of them failed." });
  await updateDrafts(as(sam), { key });
  expect(await authors("Half of them failed")).toEqual(["generated"]);
});

it("doesn't know who wrote a version from before owners were kept, and names no one who was deleted", async () => {
  const { key, documentId, add, authors } = await newReview();
  const gone = await makeUser(fixture.database.prisma, "member", "Gone");
  await add(gone, "Alerts were silent.");
  expect(await authors("Alerts")).toEqual(["Gone"]);
  await createVersion(as(maya), { key, name: "One" });
  await fixture.database.prisma.user.delete({ where: { id: gone.id } });
  expect(await authors("Alerts")).toEqual(["removed"]);
  expect(await authors("Alerts", 2)).toEqual(["removed"]);
  await fixture.database.pool.query(
    "UPDATE review_version v SET owners = NULL FROM review r WHERE r.id = v.review_id AND r.document_id = $1",
    [documentId],
  );
  expect(await authors("Alerts", 2)).toEqual(["unknown"]);
  expect(await authors("Alerts")).toEqual(["unknown"]);
});

it("shows readers of a published review authors of its published version only", async () => {
  const { key, add } = await newReview();
  const tpm = await makeUser(fixture.database.prisma, "tpm");
  await add(maya, "The pool was exhausted.");
  for (const gate of (await reviewGates(as(tpm), { key })).gates)
    if (!gate.ok) await waiveGate(as(tpm), { key, gate: gate.code, reason: "A test" });
  for (const to of ["in_review", "reviewed"] as const) {
    const { version } = await getReview(as(tpm), { key });
    await moveReviewStatus(as(tpm), { key, version, to });
  }
  const { number } = await createVersion(as(tpm), { key });
  await publishReview(as(tpm), { key, version: number });
  await add(sam, "A draft sentence.");
  const read = await textAuthors(as(viewer), { key });
  expect(read.version).toBe(number);
  expect(read.authors.map(({ person }) => person?.name)).not.toContain("Sam");
  expect(await textAuthors(as(viewer), { key, version: number })).toEqual(read);
  const shown = await getVersion(as(viewer), { key, number });
  expect(shown).toEqual({ ...(await getVersion(as(maya), { key, number })), version: shown.version });
  expect(shown.version).toMatchObject({ number, changes: null });
  for (const other of [1, 99])
    await expect(getVersion(as(viewer), { key, number: other })).rejects.toMatchObject({ code: "forbidden" });
  const draft = await textAuthors(as(maya), { key });
  expect(draft.version).toBe(null);
  expect(draft.authors.map(({ person }) => person?.name)).toContain("Sam");
});

it("shows authors to those who can write, before there is a published version", async () => {
  const { key } = await newReview();
  expect((await textAuthors(as(sam), { key })).blocks.length).toBeGreaterThan(0);
  for (const version of [undefined, 1, 99])
    await expect(textAuthors(as(viewer), { key, version })).rejects.toMatchObject({ code: "forbidden" });
  await expect(textAuthors(as(maya), { key, version: 99 })).rejects.toMatchObject({ code: "not_found" });
  const hidden = await newReview({ restricted: true });
  for (const version of [undefined, 1])
    await expect(textAuthors(as(viewer), { key: hidden.key, version })).rejects.toMatchObject({ code: "not_found" });
});
