import type { UserActor } from "#lib/base/access/actor.ts";
import type { DocumentJson } from "#lib/document/document-json.ts";
import { plainText } from "#lib/document/text.ts";
import type { ServerFixture } from "#server/reviews/document/testing/server-fixture.ts";
import { exportReview } from "#server/reviews/export/index.ts";
import { createVersion } from "#server/reviews/version/index.ts";
import { makeContext } from "#server/testing/make-context.ts";
import { getReview, moveReviewStatus, publishReview, reviewContent, reviewGates, waiveGate } from "../index.ts";
import { quickReview, writeParagraph } from "./quick-review.ts";

interface People {
  author: UserActor;
  /** Waives the gates. */
  tpm: UserActor;
}

/** Makes a review that is reviewed, with the ways to write in it, to publish it and to read it. */
export async function reviewedReview(fixture: ServerFixture, { author, tpm }: People) {
  const as = (actor: UserActor) => makeContext(fixture.database.prisma, actor);
  const { incident, review } = await quickReview(as(author));
  const { key, documentId, id } = review;
  const get = (actor = author) => getReview(as(actor), { key });
  for (const to of ["in_review", "reviewed"] as const) {
    for (const gate of (await reviewGates(as(tpm), { key })).gates)
      if (!gate.ok) await waiveGate(as(tpm), { key, gate: gate.code, reason: "A test" });
    await moveReviewStatus(as(tpm), { key, version: (await get()).version, to });
  }
  const open = async () => {
    fixture.server.addPerson(author.name, { userId: author.id });
    const client = fixture.open(documentId, author.id);
    await client.loaded();
    return client;
  };
  const write = async (text: string) => writeParagraph(await open(), text);
  const keep = async () => (await createVersion(as(author), { key })).number;
  const publish = async (note?: string, actor = author) =>
    publishReview(as(actor), { key, version: await keep(), ...(note === undefined ? {} : { note }) });
  const text = async (actor: UserActor, version?: number) =>
    plainText((await reviewContent(as(actor), { key, version })).json as unknown as DocumentJson);
  const file = async (actor: UserActor, version?: number) =>
    (await exportReview(as(actor), { key, format: "markdown", version })).text();
  return { key, id, incidentKey: incident.key, get, open, write, keep, publish, text, file };
}
