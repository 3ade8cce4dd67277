import { beforeAll, expect, it } from "vitest";
import * as Y from "yjs";
import type { UserActor } from "#lib/base/access/actor.ts";
import { ReviewFile } from "#lib/contract/review-file.ts";
import { Suggestion } from "#lib/contract/suggestion.ts";
import { Suggester } from "#lib/document/testing/suggester.ts";
import type { SuggestionReading } from "#lib/document/text-as.ts";
import { updateIncident } from "#server/incidents/incident/index.ts";
import { compactDocument } from "#server/reviews/document/log/compact.ts";
import { until } from "#server/reviews/document/testing/test-client.ts";
import { exportReview } from "#server/reviews/export/index.ts";
import { writeParagraph } from "#server/reviews/review/testing/quick-review.ts";
import { createVersion, listVersions, restoreVersion, textAuthors } from "#server/reviews/version/index.ts";
import { outboxOf } from "#server/testing/outbox-of.ts";
import {
  acceptAllSuggestions,
  acceptSuggestion,
  listSuggestions,
  rejectAllSuggestions,
  rejectSuggestion,
  reopenSuggestions,
} from "./index.ts";
import { propose, suggest, suggestingFixture } from "./testing/suggested-review.ts";

const { fixture, people, as, newReview } = suggestingFixture();
let maya: UserActor;
let sam: UserActor;
let viewer: UserActor;
beforeAll(() => {
  ({ maya, sam, viewer } = people);
});

const idsOf = (suggestions: readonly Suggestion[]) => suggestions.map(({ id }) => id);
const nowhere = "00000000-0000-4000-8000-000000000000";

it("records who proposed what, and changes nothing that is read", async () => {
  const { tab, read, list, open } = await newReview();
  const before = await read();
  await suggest(tab, "full", "empty");
  const hers = await open(sam);
  await suggest(hers, "deep", "long");
  expect(await read()).toBe(before);
  const suggestions = await list();
  for (const suggestion of suggestions) expect(Suggestion.parse(suggestion)).toEqual(suggestion);
  expect(suggestions).toMatchObject([
    { author: { name: "Maya" }, mine: true, status: "open", proposal: { deleted: "full", inserted: "empty" } },
    { author: { name: "Sam" }, mine: false, status: "open", proposal: { deleted: "deep", inserted: "long" } },
  ]);
});

it("accepts and rejects one by one, in the text of everyone, with an entry and an event", async () => {
  const { id: reviewId, key, tab, read, list, open } = await newReview();
  const his = await open(sam);
  await suggest(tab, "full", "empty");
  await suggest(tab, "deep", "long");
  const [first, second] = idsOf(await list());
  if (!first || !second) throw new Error("nothing was proposed");
  let accepted: Suggestion | null = null;
  const events = await outboxOf(fixture.database, "record.changed", async () => {
    accepted = await acceptSuggestion(as(sam), { key, id: first });
  });
  expect(accepted).toMatchObject({ status: "accepted", resolvedBy: { name: "Sam" }, quote: "full → empty" });
  expect(await read()).toContain("The pool was empty and the queue was deep.");
  await his.sees("The pool was empty and");
  expect(await rejectSuggestion(as(sam), { key, id: second })).toMatchObject({ status: "rejected", proposal: null });
  expect(await read()).toContain("the queue was deep.");
  expect((await list()).map(({ status }) => status)).toEqual(expect.arrayContaining(["accepted", "rejected"]));
  const entries = await fixture.database.prisma.auditEntry.findMany({ where: { noun: "suggestion" } });
  expect(entries.map(({ action }) => action).sort()).toEqual(["suggestion.accepted", "suggestion.rejected"]);
  expect(events).toMatchObject([{ noun: "suggestion", id: reviewId }]);
});

it("exports the text without suggestions, as proposed, or with both", async () => {
  const { key, tab, list } = await newReview();
  await suggest(tab, "full", "empty");
  const said = async (suggestions?: SuggestionReading) =>
    (await exportReview(as(maya), { key, format: "markdown", suggestions })).text();
  expect(await said()).toContain("The pool was full and");
  expect(await said("as_proposed")).toContain("The pool was empty and");
  expect(await said("both")).toContain("The pool was <del>full</del><ins>empty</ins> and");
  const html = await (await exportReview(as(maya), { key, format: "html", suggestions: "both" })).text();
  expect(html).toMatch(/<del datetime="[^"]+">full<\/del><sup class="by">Maya[^<]*<\/sup><ins /);
  const json = JSON.parse(await (await exportReview(as(maya), { key, format: "json", suggestions: "both" })).text());
  const [id] = idsOf(await list());
  expect(ReviewFile.parse(json).suggestions).toMatchObject([{ id, author: expect.stringMatching(/^Maya/) }]);
});

it("withdraws a suggestion that its author rejects", async () => {
  const { key, tab, list } = await newReview();
  await suggest(tab, "full", "empty");
  const [id = nowhere] = idsOf(await list());
  expect(await rejectSuggestion(as(maya), { key, id })).toMatchObject({ status: "withdrawn" });
});

it("shows the second of two who decide at once what the first one did", async () => {
  const { key, tab, list, read } = await newReview();
  await suggest(tab, "full", "empty");
  const [id = nowhere] = idsOf(await list());
  const results = await Promise.allSettled([
    acceptSuggestion(as(sam), { key, id }),
    rejectSuggestion(as(maya), { key, id }),
  ]);
  const refused = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
  expect(refused).toHaveLength(1);
  expect(refused[0]).toMatchObject({ code: "conflict", message: expect.stringMatching(/^(Sam|Maya) .* this first$/) });
  const isAccepted = results[0]?.status === "fulfilled";
  expect(await read()).toContain(isAccepted ? "was empty" : "was full");
});

it("rejects what is no longer in the text, unknown, or another review's", async () => {
  const [one, other] = [await newReview(), await newReview()];
  await suggest(one.tab, "full", "empty");
  const [id = nowhere] = idsOf(await one.list());
  await expect(acceptSuggestion(as(maya), { key: other.key, id })).rejects.toMatchObject({ code: "not_found" });
  await expect(acceptSuggestion(as(maya), { key: one.key, id: nowhere })).rejects.toMatchObject({ code: "not_found" });
  const writer = new Suggester(Y.encodeStateAsUpdate(one.tab.document), false);
  const at = writer.find("full");
  writer.edit(writer.state.tr.delete(at, at + "fullempty".length));
  Y.applyUpdate(one.tab.document, Y.encodeStateAsUpdate(writer.document, Y.encodeStateVector(one.tab.document)));
  await one.tab.saved();
  expect(await one.list()).toEqual([]);
  await expect(acceptSuggestion(as(maya), { key: one.key, id })).rejects.toMatchObject({ code: "conflict" });
});

it("accepts all of one person, and keeps the text before as a version that undoes it", async () => {
  const { key, tab, list, read, open } = await newReview();
  await suggest(tab, "full", "empty");
  await suggest(tab, "deep", "long");
  await suggest(await open(sam), "pool", "lake");
  const { ids, kept } = await acceptAllSuggestions(as(sam), { key, authorId: maya.id });
  expect(ids).toHaveLength(2);
  expect(await read()).toContain("The pool was empty and the queue was long.");
  expect((await list()).filter(({ status }) => status === "open")).toMatchObject([{ author: { name: "Sam" } }]);
  const [version] = (await listVersions(as(maya), { key, limit: 1 })).items;
  expect(version).toMatchObject({ number: kept, kind: "before_suggestions" });
  await restoreVersion(as(maya), { key, number: kept ?? 0 });
  expect(await read()).toContain("The pool was full and the queue was deep.");
});

it("undoes what one person decided, below what others wrote since, once", async () => {
  const { id: reviewId, key, tab, list, read, open } = await newReview();
  const his = await open(sam);
  await suggest(tab, "full", "empty");
  await suggest(tab, "deep", "long");
  const ids = idsOf(await list());
  await acceptAllSuggestions(as(sam), { key });
  await his.sees("was empty and the queue was long.");
  his.type(" He adds this.");
  await his.saved();
  await expect(reopenSuggestions(as(maya), { key, ids })).rejects.toMatchObject({ code: "conflict" });
  const events = await outboxOf(fixture.database, "record.changed", async () => {
    expect((await reopenSuggestions(as(sam), { key, ids })).ids.sort()).toEqual([...ids].sort());
  });
  expect(events).toMatchObject([{ noun: "suggestion", id: reviewId }]);
  const entry = await fixture.database.prisma.auditEntry.findFirst({ where: { action: "suggestion.reopened" } });
  expect(entry?.after).toEqual({ ids: expect.arrayContaining(ids) });
  expect(await read()).toContain("The pool was full and the queue was deep.");
  expect(await read()).toContain("He adds this.");
  expect(await list()).toMatchObject([
    { id: ids[0], status: "open", quote: "", resolvedBy: null, proposal: { deleted: "full", inserted: "empty" } },
    { id: ids[1], status: "open", proposal: { deleted: "deep", inserted: "long" } },
  ]);
  await expect(reopenSuggestions(as(sam), { key, ids })).rejects.toMatchObject({ code: "conflict" });
  await acceptSuggestion(as(sam), { key, id: ids[0] ?? nowhere });
  expect(await read()).toContain("The pool was empty and the queue was deep.");
});

it("undoes a rejection in the same way, and nothing that a snapshot has taken in", async () => {
  const { key, documentId, tab, list, read } = await newReview();
  await suggest(tab, "full", "empty");
  const [id = nowhere] = idsOf(await list());
  await rejectSuggestion(as(maya), { key, id });
  expect(await reopenSuggestions(as(maya), { key, ids: [id] })).toEqual({ ids: [id] });
  expect(await list()).toMatchObject([{ status: "open", proposal: { deleted: "full", inserted: "empty" } }]);
  await acceptSuggestion(as(maya), { key, id });
  await compactDocument(fixture.database.pool, documentId);
  await expect(reopenSuggestions(as(maya), { key, ids: [id] })).rejects.toMatchObject({
    message: "The text has changed too much to undo this. Edit the text instead",
  });
  expect(await read()).toContain("The pool was empty and");
});

it("counts words as their writer's after a decision, its undo and another decision", async () => {
  const { key, tab, list } = await newReview();
  const writers = async () => {
    const { authors, blocks } = await textAuthors(as(maya), { key });
    const { sentences = [] } = blocks.at(-1) ?? {};
    return sentences.map((one) => one.authors.map((place) => authors[place]?.person?.name ?? authors[place]?.kind));
  };
  await suggest(tab, "full", "empty");
  await suggest(tab, "deep", "long");
  const [id = nowhere, other = nowhere] = idsOf(await list());
  await rejectSuggestion(as(sam), { key, id });
  await reopenSuggestions(as(sam), { key, ids: [id] });
  await acceptSuggestion(as(sam), { key, id });
  expect(await writers()).toEqual([["Maya"]]);
  await acceptAllSuggestions(as(sam), { key, ids: [other] });
  expect(await writers()).toEqual([["Maya"]]);
});

it("undoes only decisions that take no words of others with them, and names the version before where one was kept", async () => {
  const { key, tab, list, read } = await newReview();
  await suggest(tab, "full", "empty");
  await propose(tab, "and the", (tr, at) => tr.split(at));
  const ids = idsOf(await list());
  const [word = nowhere, line = nowhere] = ids;
  const { kept } = await acceptAllSuggestions(as(sam), { key, ids: [line] });
  await acceptSuggestion(as(sam), { key, id: word });
  await until("there are two lines", async () => /empty \n+and/.test(await read()));
  tab.type(" She adds this.");
  await tab.saved();
  expect(await reopenSuggestions(as(sam), { key, ids })).toEqual({ ids: [word] });
  expect(await read()).toMatch(/full \n+and the queue was deep\. She adds this\./);
  expect(await list()).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ id: word, status: "open" }),
      expect.objectContaining({ id: line, status: "accepted" }),
    ]),
  );
  await expect(reopenSuggestions(as(sam), { key, ids: [line] })).rejects.toMatchObject({
    code: "conflict",
    message: `The text has changed too much to undo this. Version ${kept} has the earlier text. Open More, then Versions.`,
  });
});

it("rejects only those that were seen, and keeps no version where nothing is open", async () => {
  const { key, tab, list, read } = await newReview();
  await suggest(tab, "full", "empty");
  const seen = idsOf(await list());
  await suggest(tab, "deep", "long");
  expect(await rejectAllSuggestions(as(sam), { key, ids: seen })).toMatchObject({ ids: seen });
  expect(await list()).toMatchObject([{ status: "open", proposal: { inserted: "long" } }, { status: "rejected" }]);
  expect(await rejectAllSuggestions(as(sam), { key, ids: seen })).toEqual({ ids: [], kept: null });
  expect(await read()).toContain("The pool was full and the queue was deep.");
});

it("keeps what others type in the same line while a suggestion is decided", async () => {
  const { key, tab, list, read, open } = await newReview();
  const his = await open(sam);
  await suggest(tab, "full", "empty");
  const [id = nowhere] = idsOf(await list());
  his.type(" He adds this.");
  await acceptSuggestion(as(maya), { key, id });
  tab.type(" She adds that.");
  await Promise.all([tab.saved(), his.saved()]);
  await until("both have everything", () => tab.text() === his.text());
  const text = await read();
  for (const words of ["was empty and", "He adds this.", "She adds that."]) expect(text.split(words)).toHaveLength(2);
});

it("leaves no mark of a suggestion that its author wrote in while it was decided", async () => {
  const { key, tab, list, read } = await newReview();
  await suggest(tab, "full", "empty");
  const [id = nowhere] = idsOf(await list());
  const unaware = new Suggester(Y.encodeStateAsUpdate(tab.document));
  await rejectSuggestion(as(sam), { key, id });
  const mark = unaware.state.schema.marks.suggestInsert?.create({ suggestionId: id });
  const letters = unaware.state.schema.text("very ", mark ? [mark] : []);
  unaware.dispatch(unaware.state.tr.insert(unaware.find("empty"), letters));
  Y.applyUpdate(tab.document, Y.encodeStateAsUpdate(unaware.document, Y.encodeStateVector(tab.document)));
  await tab.saved();
  await until("the end of the line is back", async () => (await read()).includes(" and the queue was deep."));
  expect(await list()).toMatchObject([{ id, status: "rejected" }]);
});

it("leaves the marks of a suggestion that is opened again while they are about to be cleared", async () => {
  const { documentId, tab, list } = await newReview();
  await suggest(tab, "full", "empty");
  const [id = nowhere] = idsOf(await list());
  const { pool } = fixture.database;
  const set = (status: string) => pool.query("UPDATE suggestion SET status = $2 WHERE id = $1", [id, status]);
  const holder = await pool.connect();
  const lock = async () => {
    await holder.query("BEGIN");
    await holder.query("SELECT pg_advisory_xact_lock(hashtextextended('edit:' || $1, 0))", [documentId]);
  };
  await lock();
  await set("accepted");
  const waiting = "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted";
  await until("the marks are about to be cleared", async () => (await pool.query(waiting)).rows.length > 0);
  await set("open");
  await holder.query("COMMIT");
  // Behind the edit that clears them.
  await lock();
  await holder.query("COMMIT");
  holder.release();
  expect(await list()).toMatchObject([{ id, status: "open", proposal: { inserted: "empty" } }]);
});

it("keeps proposals in blocks that a restore leaves as they are", async () => {
  const { key, tab, list, read } = await newReview();
  await createVersion(as(maya), { key, name: "Before" });
  await suggest(tab, "full", "empty");
  await writeParagraph(tab, "More.");
  await restoreVersion(as(maya), { key, number: 2 });
  expect(await read()).not.toContain("More.");
  expect(await list()).toMatchObject([{ status: "open", proposal: { inserted: "empty" } }]);
});

it("lets only those decide who can write, and shows nothing to those who can't read the draft", async () => {
  const { key, incident, tab, list } = await newReview();
  await suggest(tab, "full", "empty");
  const [id = nowhere] = idsOf(await list());
  for (const decide of [
    () => acceptSuggestion(as(viewer), { key, id }),
    () => rejectSuggestion(as(viewer), { key, id }),
    () => acceptAllSuggestions(as(viewer), { key }),
    () => rejectAllSuggestions(as(viewer), { key }),
    () => reopenSuggestions(as(viewer), { key, ids: [id] }),
  ])
    await expect(decide()).rejects.toMatchObject({ code: "forbidden" });
  await updateIncident(as(maya), { key: incident.key, version: incident.version, restricted: true } as Parameters<
    typeof updateIncident
  >[1]);
  await expect(listSuggestions(as(sam), { key })).rejects.toMatchObject({ code: "not_found" });
  await expect(acceptSuggestion(as(sam), { key, id })).rejects.toMatchObject({ code: "not_found" });
});

it("rejects a suggestion whose id can't be recorded", async () => {
  const { tab } = await newReview();
  const writer = new Suggester(Y.encodeStateAsUpdate(tab.document));
  const mark = writer.state.schema.marks.suggestInsert?.create({ suggestionId: "mine" });
  writer.dispatch(writer.state.tr.insert(writer.find("full"), writer.state.schema.text("x", mark ? [mark] : [])));
  Y.applyUpdate(tab.document, Y.encodeStateAsUpdate(writer.document, Y.encodeStateVector(tab.document)));
  await until("the tab is refused", () => tab.closeCodes.includes(4400));
});
