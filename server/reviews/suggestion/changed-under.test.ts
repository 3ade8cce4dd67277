import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import type { Suggestion } from "#lib/contract/suggestion.ts";
import { until } from "#server/reviews/document/testing/test-client.ts";
import { writeParagraph } from "#server/reviews/review/testing/quick-review.ts";
import { acceptSuggestion } from "./index.ts";
import { propose, replace, suggest, suggestingFixture } from "./testing/suggested-review.ts";

const { fixture, people, as, newReview } = suggestingFixture();
let maya: UserActor;
let sam: UserActor;
beforeAll(() => {
  ({ maya, sam } = people);
});

const SENTENCE = "The pool was full and the queue was deep.";

/** A review in which Maya has suggested a word, and the server has recorded its sentence. */
async function suggested(text = `${SENTENCE} Nobody looked.`, word = "full", replacement = "empty") {
  const review = await newReview(text);
  await suggest(review.tab, word, replacement);
  const { prisma } = fixture.database;
  const where = { documentId: review.documentId };
  await until("its sentence is recorded", async () =>
    (await prisma.suggestion.findMany({ where })).every(({ madeIn }) => madeIn !== null),
  );
  const first = async () => (await review.list())[0] as Suggestion;
  return { ...review, first };
}

it("says what the sentence of a suggestion was once someone has changed it", async () => {
  const { open, first } = await suggested();
  expect(await first()).toMatchObject({ changedFrom: null, proposal: { sentences: SENTENCE } });
  const his = await open(sam);
  await replace(his, "looked", "saw it");
  expect(await first()).toMatchObject({ changedFrom: null });
  await replace(his, "queue was", "queue had been");
  expect(await first()).toMatchObject({
    changedFrom: SENTENCE,
    proposal: { deleted: "full", sentences: "The pool was full and the queue had been deep." },
  });
  await replace(his, "queue had been", "queue was");
  expect(await first()).toMatchObject({ changedFrom: null });
});

it("knows that someone else wrote between its words, until its author writes in it again", async () => {
  const { tab, open, first } = await suggested("The pool was brimfull.", "brimfull", "zebra");
  const his = await open(sam);
  await replace(his, "imfu", "imful, brimfu");
  expect(await first()).toMatchObject({
    changedFrom: "The pool was brimfull.",
    proposal: { deleted: "brll", sentences: "The pool was brimful, brimfull." },
  });
  // Longer than the server takes to record the sentences of a suggestion.
  await sleep(1000);
  expect(await first()).toMatchObject({ changedFrom: "The pool was brimfull." });
  await until("she has it", () => tab.text() === his.text());
  await replace(tab, "ebr", "ebbr");
  await until("she has suggested it anew", async () => (await first()).changedFrom === null);
});

it("refuses to accept something else than the person saw, and changes nothing", async () => {
  const { key, tab, open, read, first } = await suggested();
  const { id } = await first();
  const shown = { inserted: "empty", deleted: "full", blocks: [] };
  const his = await open(sam);
  await replace(his, "deep", "long");
  const refusal = { code: "conflict", message: "This suggestion has just changed. Look at it again." };
  await expect(acceptSuggestion(as(maya), { key, id, shown: { ...shown, inserted: "em" } })).rejects.toMatchObject(
    refusal,
  );
  expect(await read()).toContain("The pool was full and the queue was long.");
  await acceptSuggestion(as(maya), { key, id, shown });
  expect(await read()).toContain("The pool was empty and the queue was long.");

  await writeParagraph(tab, "A last line.");
  await propose(tab, "A last", (tr, at) => tr.delete(at - 1, at + "A last line.".length + 1));
  const { id: removal, proposal } = await first();
  await until("he has it", () => his.text().includes("A last line."));
  await replace(his, "last", "very last");
  const seen = { inserted: "", deleted: "", blocks: proposal?.blocks ?? [] };
  await expect(acceptSuggestion(as(maya), { key, id: removal, shown: seen })).rejects.toMatchObject(refusal);
  expect(await read()).toContain("A very last line.");
});
