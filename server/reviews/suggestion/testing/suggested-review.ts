import type { Transaction } from "@tiptap/pm/state";
import { afterAll, beforeAll } from "vitest";
import * as Y from "yjs";
import type { UserActor } from "#lib/base/access/actor.ts";
import type { DocumentJson } from "#lib/document/document-json.ts";
import { Suggester } from "#lib/document/testing/suggester.ts";
import { plainText } from "#lib/document/text.ts";
import { closeWorkers } from "#server/base/worker/index.ts";
import { runningServerFixture } from "#server/reviews/document/testing/server-fixture.ts";
import type { TestClient } from "#server/reviews/document/testing/test-client.ts";
import { reviewContent } from "#server/reviews/review/index.ts";
import { quickReview, writeParagraph } from "#server/reviews/review/testing/quick-review.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { listSuggestions } from "../index.ts";

/** Edits the text at a word, by the tab of a person: as a proposal, or directly. */
async function editAt(
  client: TestClient,
  word: string,
  edit: (tr: Transaction, at: number) => Transaction,
  isProposing: boolean,
) {
  const writer = new Suggester(Y.encodeStateAsUpdate(client.document), isProposing);
  writer.edit(edit(writer.state.tr, writer.find(word)));
  Y.applyUpdate(client.document, Y.encodeStateAsUpdate(writer.document, Y.encodeStateVector(client.document)));
  await client.saved();
}

/** Proposes an edit at a word. */
export const propose = (client: TestClient, word: string, edit: (tr: Transaction, at: number) => Transaction) =>
  editAt(client, word, edit, true);

/** Replaces a word as a proposal. */
export const suggest = (client: TestClient, word: string, replacement: string) =>
  propose(client, word, (tr, at) => tr.insertText(replacement, at, at + word.length));

/** Replaces a word directly. */
export const replace = (client: TestClient, word: string, replacement: string) =>
  editAt(client, word, (tr, at) => tr.insertText(replacement, at, at + word.length), false);

/** A server with people, and reviews in whose text they suggest. */
export function suggestingFixture() {
  const fixture = runningServerFixture();
  const people = {} as Record<"maya" | "sam" | "viewer", UserActor>;
  const as = (actor: UserActor) => makeContext(fixture.database.prisma, actor);
  beforeAll(async () => {
    people.maya = await makeUser(fixture.database.prisma, "member", "Maya");
    people.sam = await makeUser(fixture.database.prisma, "member", "Sam");
    people.viewer = await makeUser(fixture.database.prisma, "viewer", "Vera");
  });
  afterAll(closeWorkers);

  async function newReview(text = "The pool was full and the queue was deep.") {
    const { maya } = people;
    const { incident, review } = await quickReview(as(maya));
    const { key, documentId } = review;
    const open = async (actor: UserActor) => {
      fixture.server.addPerson(actor.name, { userId: actor.id });
      const client = fixture.open(documentId, actor.id);
      await client.loaded();
      return client;
    };
    const tab = await open(maya);
    await writeParagraph(tab, text);
    const read = async () => plainText((await reviewContent(as(maya), { key })).json as unknown as DocumentJson);
    const list = async (actor = maya) => (await listSuggestions(as(actor), { key })).items;
    return { ...review, incident, tab, open, read, list };
  }
  return { fixture, people, as, newReview };
}
