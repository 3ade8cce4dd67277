import { randomUUID } from "node:crypto";
import { strFromU8, unzipSync } from "fflate";
import { extractText } from "unpdf";
import { afterAll, beforeAll, expect, it } from "vitest";
import * as Y from "yjs";
import type { UserActor } from "#lib/base/access/actor.ts";
import { EXPORT_PEOPLE, REVIEW_FORMATS } from "#lib/base/vocabulary/review-export.ts";
import { ReviewFile } from "#lib/contract/review-file.ts";
import { TEXT_FRAGMENT } from "#lib/document/schema-version.ts";
import { closeWorkers } from "#server/base/worker/index.ts";
import { createFactor } from "#server/follow/factor/index.ts";
import { getIncident, restrictIncident } from "#server/incidents/incident/index.ts";
import { addEvent } from "#server/incidents/timeline/index.ts";
import { startThread } from "#server/reviews/comment/index.ts";
import { serverFixture } from "#server/reviews/document/testing/server-fixture.ts";
import { addPicture } from "#server/reviews/picture/index.ts";
import { updateReview } from "#server/reviews/review/index.ts";
import { reviewedReview } from "#server/reviews/review/testing/reviewed-review.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { PIXEL_PNG } from "#server/testing/pixel.ts";
import { exportReview } from "./index.ts";

const fixture = serverFixture();
let maya: UserActor;
let tove: UserActor;
let vera: UserActor;
const as = (actor: UserActor) => makeContext(fixture.database.prisma, actor);

beforeAll(async () => {
  const { prisma } = fixture.database;
  maya = await makeUser(prisma, "member", "Maya Lind");
  tove = await makeUser(prisma, "tpm", "Tove Berg");
  vera = await makeUser(prisma, "viewer", "Vera");
});
afterAll(closeWorkers);

type Input = Omit<Parameters<typeof exportReview>[1], "key">;

const reviewed = async () => {
  const review = await reviewedReview(fixture, { author: maya, tpm: tove });
  const { key } = review;
  const file = (actor: UserActor, input: Input) => exportReview(as(actor), { key, ...input });
  const json = async (actor: UserActor, input: Omit<Input, "format"> = {}) =>
    ReviewFile.parse(JSON.parse(await (await file(actor, { format: "json", ...input })).text()));
  /** Returns the HTML, from which every other format is written. */
  const html = async (actor: UserActor, input: Omit<Input, "format"> = {}) =>
    (await file(actor, { format: "html", ...input })).text();
  return { ...review, json, html };
};

/** Marks the last paragraph for a comment thread, as the editor does. */
async function comment(
  client: Awaited<ReturnType<Awaited<ReturnType<typeof reviewed>>["open"]>>,
  key: string,
  body: string,
) {
  const fragment = client.document.getXmlFragment(TEXT_FRAGMENT);
  const text = (fragment.get(fragment.length - 1) as Y.XmlElement).get(0) as Y.XmlText;
  const quote = text.toString();
  const id = randomUUID();
  text.format(0, text.length, { comment: { threadId: id } });
  await client.saved();
  await startThread(as(maya), { key, id, quote, blockId: null, body, mentionIds: [] });
}

it("gives readers the text, records and pictures of the published version, and writers the text as it is", async () => {
  const { key, incidentKey, open, write, publish, json, html } = await reviewed();
  const add = (statement: string) =>
    createFactor(as(maya), {
      ...{ key, statement, detail: "", role: "contributor", status: "hypothesis", domains: [], evidence: [] },
    });
  const show = async () => {
    const { id } = await addPicture(as(maya), { key, file: new File([PIXEL_PNG], "a.png") });
    const client = await open();
    const picture = new Y.XmlElement("picture");
    picture.setAttribute("pictureId", id);
    client.document.getXmlFragment(TEXT_FRAGMENT).push([picture]);
    await client.saved();
    return id;
  };
  await write("The pool was full.");
  await add("No alarm");
  const shown = await show();
  const { publication } = await publish();
  await write("Retries made it worse.");
  await add("No limit");
  await addEvent(as(maya), {
    ...{ key: incidentKey, at: "2026-01-10T14:00:00Z", precision: "minute", kind: "observation", body: "" },
    title: "Queue deep",
  });
  for (const version of [undefined, publication?.version]) {
    const file = await json(vera, { version });
    expect(file.review.version).toBe(publication?.version);
    expect(JSON.stringify(file.text)).toContain("The pool was full.");
    expect(JSON.stringify(file.text)).not.toContain("Retries");
    expect(file.records?.factors?.rows.map(({ cells }) => cells[0])).toEqual(["No alarm"]);
    expect(file.pictures.map(({ id }) => id)).toEqual([shown]);
    const page = await html(vera, { version });
    expect(page).toContain("No alarm");
    expect(page).not.toMatch(/Retries|No limit|Queue deep/);
    expect(page.match(/<img /g)).toHaveLength(1);
  }
  expect(await html(maya)).toMatch(/Retries made it worse.*/s);
  expect(await html(maya)).toContain("Queue deep");
  expect((await json(maya)).review.version).toBe(null);
});

it.each(REVIEW_FORMATS)("rejects versions and hidden reviews as their page does: %s", async (format) => {
  const { key, incidentKey, keep, write, publish } = await reviewed();
  const draft = await keep();
  await write("More.");
  await publish();
  for (const version of [draft, 999])
    await expect(exportReview(as(vera), { key, format, version })).rejects.toMatchObject({ code: "forbidden" });
  await expect(exportReview(as(vera), { key, format, suggestions: "both" })).rejects.toMatchObject({
    details: {
      fields: [{ field: "suggestions", message: "You can only read the published version, and it has no suggestions" }],
    },
  });
  await expect(exportReview(as(maya), { key, format, suggestions: "both", version: draft })).rejects.toMatchObject({
    details: { fields: [{ field: "suggestions", message: "Leave out the version: its text has no suggestions" }] },
  });
  await expect(exportReview(as(maya), { key, format, version: 999 })).rejects.toMatchObject({ code: "not_found" });
  const { version } = await getIncident(as(maya), { key: incidentKey });
  await restrictIncident(as(maya), { key: incidentKey, version, restricted: true, userIds: [], teamIds: [] });
  await expect(exportReview(as(vera), { key, format })).rejects.toMatchObject({ code: "not_found" });
});

it("exports comments only if asked, and to a reader only those about the published version", async () => {
  const { key, open, write, publish, json, html } = await reviewed();
  await write("The pool was full.");
  await comment(await open(), key, "Which pool?");
  await publish();
  await write("Draft words.");
  await comment(await open(), key, "Only for writers");
  const bodies = async (actor: UserActor) =>
    (await json(actor, { comments: true })).comments?.map(({ comments }) => comments[0]?.body);
  expect(await bodies(maya)).toEqual(["Which pool?", "Only for writers"]);
  expect(await bodies(vera)).toEqual(["Which pool?"]);
  expect((await json(maya)).comments).toBe(null);
  expect(await html(vera)).not.toContain("Which pool?");
  expect(await html(vera, { comments: true })).toContain("Which pool?");
  const markdown = await exportReview(as(vera), { key, format: "markdown", comments: true });
  expect(await markdown.text()).toMatch(
    /## Comments\n\n1\. On “The pool was full”\.\n\n {3}\*\*Maya Lind\*\*.*: Which pool\?/,
  );
});

it.each(["markdown", "html", "json"] as const)("names people by role if asked: %s", async (format) => {
  const { key, get, open, write } = await reviewed();
  const { version } = await get();
  await updateReview(as(maya), { key, version, ownerId: tove.id });
  await write("Tove Berg restarted it, and Maya Lind watched.");
  await comment(await open(), key, "Ask Tove Berg");
  const [names, roles] = await Promise.all(
    EXPORT_PEOPLE.map(async (people) => (await exportReview(as(maya), { key, format, people, comments: true })).text()),
  );
  expect(names).toContain("Tove Berg restarted it, and Maya Lind watched.");
  expect(roles).not.toMatch(/Tove|Maya/);
  expect(roles).toContain("Review owner restarted it");
  expect(roles).toContain("Ask Review owner");
});

it.each(["markdown", "json"] as const)(
  "replaces a name that is escaped or has a comma, wherever it is: %s",
  async (format) => {
    const [ann, owner] = [
      await makeUser(fixture.database.prisma, "member", "ann_q"),
      await makeUser(fixture.database.prisma, "member", "Ng, Kim"),
    ];
    const { key, get, write } = await reviewed();
    const { version } = await get();
    await updateReview(as(maya), { key, version, ownerId: owner.id, authorIds: [ann.id, maya.id] });
    await createFactor(as(maya), {
      ...{ key, statement: "ann_q was alone", detail: "", role: "contributor", status: "hypothesis" },
      ...{ domains: [], evidence: [] },
    });
    await write("ann_q and Ng, Kim wrote. Kimberley and ann_quinn didn't.");
    const text = await (await exportReview(as(maya), { key, format, people: "roles" })).text();
    expect(text).toContain("Author and Review owner wrote. Kimberley and ann");
    expect(text).not.toMatch(/ann\\?_q(?!uinn)|Ng, Kim/);
  },
);

it("writes a Word document in a worker", async () => {
  const { key, write } = await reviewed();
  await write("The pool was full.");
  const file = await exportReview(as(maya), { key, format: "docx" });
  expect(file.name).toBe(`${key}.docx`);
  const parts = unzipSync(await file.bytes());
  expect(strFromU8(parts["word/document.xml"] ?? new Uint8Array())).toContain("The pool was full.");
});

it("writes a PDF in a worker", async () => {
  const { key, write } = await reviewed();
  await write("The pool was full.");
  const file = await exportReview(as(maya), { key, format: "pdf" });
  expect(file.name).toBe(`${key}.pdf`);
  const { text } = await extractText(await file.bytes(), { mergePages: true });
  expect(text).toContain("The pool was full.");
});
