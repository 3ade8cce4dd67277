import sharp from "sharp";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as Y from "yjs";
import type { UserActor } from "#lib/base/access/actor.ts";
import { StoredPicture } from "#lib/contract/picture.ts";
import { TEXT_FRAGMENT } from "#lib/document/schema-version.ts";
import { MOST_PICTURES } from "#lib/reviews/picture/picture-sizes.ts";
import { unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { closeWorkers } from "#server/base/worker/index.ts";
import { appendEdit } from "#server/reviews/document/index.ts";
import { exportReview } from "#server/reviews/export/index.ts";
import { keepVersion, loadReview, refreshSearchTexts } from "#server/reviews/review/index.ts";
import { quickReview } from "#server/reviews/review/testing/quick-review.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { addPicture, collectPictures, copyPicture, downloadPicture } from "./index.ts";

let database: TestDatabase;
let member: UserActor;
let viewer: UserActor;
let stranger: UserActor;
const as = (actor: UserActor, now?: () => Date) => makeContext(database.prisma, actor, now);
const job = (days = 0) =>
  makeContext(database.prisma, { kind: "system", label: "job" }, () => new Date(Date.now() + days * 86_400_000));

beforeAll(async () => {
  database = await testDatabase();
  member = await makeUser(database.prisma, "member", "Ada");
  viewer = await makeUser(database.prisma, "viewer", "Vera");
  stranger = await makeUser(database.prisma, "member", "Sam");
});
afterAll(async () => {
  await closeWorkers();
  await database.close();
});

const shot = async (colour: string, width = 1000) =>
  new File(
    [
      new Uint8Array(
        await sharp({ create: { width, height: 500, channels: 3, background: colour } })
          .png()
          .toBuffer(),
      ),
    ],
    "shot.png",
  );

/** Puts a picture at the end of a text, or removes the last block. */
const edit = (documentId: string, pictureId: string | null) =>
  appendEdit(
    database.pool,
    documentId,
    (document) => {
      const fragment = document.getXmlFragment(TEXT_FRAGMENT);
      if (pictureId === null) {
        fragment.delete(fragment.length - 1, 1);
        return;
      }
      const picture = new Y.XmlElement("picture");
      picture.setAttribute("pictureId", pictureId);
      picture.setAttribute("alt", "Two prompts");
      picture.insert(0, [new Y.XmlText("Both prompts")]);
      fragment.push([picture]);
    },
    { userId: member.id },
  );

const keep = (key: string) =>
  transact(as(member), async (tx) => {
    const number = await keepVersion(tx, await loadReview(tx, key), { kind: "named", name: "With it" });
    return unrecorded("a test", () => number);
  });
const found = (actor: UserActor, key: string, id: string, now?: () => Date) =>
  downloadPicture(as(actor, now), { key, id }).then(
    ({ mediaType }) => mediaType,
    (error: { code: string }) => error.code,
  );

it("stores a picture once, in several widths, with an entry in the audit log", async () => {
  const { review } = await quickReview(as(member));
  const { key } = review;
  const stored = await addPicture(as(member), { key, file: await shot("red") });
  expect(StoredPicture.parse(stored)).toEqual(stored);
  expect(stored).toMatchObject({ width: 1000, height: 500, href: `/api/v1/reviews/${key}/pictures/${stored.id}` });
  const twice = await Promise.all([0, 1].map(async () => addPicture(as(member), { key, file: await shot("red") })));
  expect(twice).toEqual([stored, stored]);
  const entries = await database.prisma.auditEntry.findMany({
    where: { action: "review.picture_added", nounId: review.id },
  });
  expect(entries.map(({ after }) => after)).toEqual([{ picture: stored.id, width: 1000, height: 500 }]);
  const widths = [100, 480, 481, 960, 5000, undefined].map(async (width) => {
    const { bytes } = await downloadPicture(as(member), { key, id: stored.id, width });
    return (await sharp(bytes).metadata()).width;
  });
  expect(await Promise.all(widths)).toEqual([480, 480, 960, 960, 1000, 1000]);
});

it("accepts pictures only from people who can write, and only within the limits", async () => {
  const { review } = await quickReview(as(member));
  const { key } = review;
  const add = (actor: UserActor, file: File) => addPicture(as(actor), { key, file });
  await expect(add(viewer, await shot("red"))).rejects.toMatchObject({ code: "forbidden" });
  await expect(add(member, new File([], "a.png"))).rejects.toMatchObject({ code: "invalid" });
  await expect(add(member, new File([new Uint8Array(11 * 1024 * 1024)], "a.png"))).rejects.toMatchObject({
    code: "too_large",
  });
  const restricted = await quickReview(as(member), { restricted: true });
  await expect(addPicture(as(stranger), { key: restricted.review.key, file: await shot("red") })).rejects.toMatchObject(
    {
      code: "not_found",
    },
  );
});

it("shows a picture to people who can read its review, and never under another one", async () => {
  const [{ review }, other] = [await quickReview(as(member), { restricted: true }), await quickReview(as(member))];
  const { id } = await addPicture(as(member), { key: review.key, file: await shot("red") });
  expect(await found(member, review.key, id)).toBe("image/png");
  expect(await found(stranger, review.key, id)).toBe("not_found");
  expect(await found(member, other.review.key, id)).toBe("not_found");
});

describe("a picture of a block that was copied from another review", () => {
  it("is copied for people who can see it there, once, and stays when the other is deleted", async () => {
    const [{ review }, other] = [await quickReview(as(member), { restricted: true }), await quickReview(as(member))];
    const { id } = await addPicture(as(member), { key: review.key, file: await shot("#0a0b0c") });
    const target = { key: other.review.key, id };
    const copy = await copyPicture(as(member), target);
    expect(copy).toMatchObject({ width: 1000, height: 500 });
    expect(copy.id).not.toBe(id);
    expect(await copyPicture(as(member), target)).toEqual(copy);
    expect(await copyPicture(as(member), { key: other.review.key, id: copy.id })).toEqual(copy);
    expect(await found(stranger, other.review.key, copy.id)).toBe("image/png");
    const entries = await database.prisma.auditEntry.findMany({
      where: { action: "review.picture_added", nounId: other.review.id },
    });
    expect(entries.map(({ after }) => after)).toEqual([{ picture: copy.id, width: 1000, height: 500 }]);
    await edit(other.review.documentId, copy.id);
    await refreshSearchTexts(job());
    await collectPictures(job(8));
    expect(await found(member, review.key, id)).toBe("not_found");
    expect(await found(stranger, other.review.key, copy.id)).toBe("image/png");
  });

  it("isn't copied for anyone else, or into a review that they can't write in", async () => {
    const [{ review }, other] = [await quickReview(as(member), { restricted: true }), await quickReview(as(member))];
    const { id } = await addPicture(as(member), { key: review.key, file: await shot("red") });
    const copy = (actor: UserActor, key: string, pictureId = id) =>
      copyPicture(as(actor), { key, id: pictureId }).then(
        () => "copied",
        (error: { code: string }) => error.code,
      );
    expect(await copy(stranger, other.review.key)).toBe("not_found");
    expect(await copy(member, other.review.key, crypto.randomUUID())).toBe("not_found");
    expect(await copy(viewer, other.review.key)).toBe("forbidden");
    expect(await copy(stranger, review.key)).toBe("not_found");
  });

  it("isn't copied into a review with the most pictures that one can have, which names it", async () => {
    const [{ review }, other] = [await quickReview(as(member)), await quickReview(as(member))];
    const { id } = await addPicture(as(member), { key: review.key, file: await shot("red") });
    await database.prisma.reviewPicture.createMany({
      data: Array.from({ length: MOST_PICTURES }, (_, at) => ({
        ...{ id: crypto.randomUUID(), reviewId: other.review.id, hash: at.toString(16).padStart(64, "0") },
        ...{ width: 1, height: 1, createdById: member.id },
      })),
    });
    await expect(copyPicture(as(member), { key: other.review.key, id })).rejects.toMatchObject({
      details: { fields: [{ field: "id" }] },
    });
  });
});

it("shows readers only the pictures of the text that they are given", async () => {
  const { review } = await quickReview(as(member));
  const { key, documentId } = review;
  const [first, second] = [
    await addPicture(as(member), { key, file: await shot("red") }),
    await addPicture(as(member), { key, file: await shot("blue") }),
  ];
  await edit(documentId, first.id);
  await refreshSearchTexts(job());
  const later = () => new Date(Date.now() + 7_200_000);
  expect(await found(viewer, key, first.id)).toBe("forbidden");
  expect(await found(viewer, key, first.id, later)).toBe("forbidden");
  expect(await found(member, key, second.id, later)).toBe("image/png");

  const publishedNumber = await keep(key);
  await database.prisma.review.update({ where: { id: review.id }, data: { status: "published", publishedNumber } });
  await edit(documentId, null);
  await edit(documentId, second.id);
  await refreshSearchTexts(job());
  expect(await found(viewer, key, first.id, later)).toBe("image/png");
  expect(await found(viewer, key, second.id)).toBe("not_found");
  expect(await found(member, key, second.id)).toBe("image/png");
});

it("exports a picture as a link with its description and its caption", async () => {
  const { review } = await quickReview(as(member));
  const { id, href } = await addPicture(as(member), { key: review.key, file: await shot("red") });
  await edit(review.documentId, id);
  const markdown = await (await exportReview(as(member), { key: review.key, format: "markdown" })).text();
  expect(markdown).toContain(`![Two prompts](`);
  expect(markdown).toContain(`${href})\n\nBoth prompts`);
});

it("keeps pictures of the text and of versions, and deletes others after a week", async () => {
  const [{ review }, other] = [await quickReview(as(member)), await quickReview(as(member))];
  const { key, documentId } = review;
  const colours = ["#010101", "#020202", "#030303", "#040404", "#050505"];
  const [inText, inVersion, shared, unused, evident] = await Promise.all(
    colours.map(async (colour) => (await addPicture(as(member), { key, file: await shot(colour, 300) })).id),
  );
  const elsewhere = await addPicture(as(member), { key: other.review.key, file: await shot(colours[2] ?? "", 300) });
  await edit(other.review.documentId, elsewhere.id);
  await edit(documentId, inVersion ?? "");
  await keep(key);
  await edit(documentId, null);
  await edit(documentId, inText ?? "");
  const [size] = await database.prisma.reviewPictureSize.findMany({ where: { pictureId: evident ?? "" } });
  const action = { id: uuidv7(), title: "Drill", type: "detect", priority: "P2" } as const;
  await database.prisma.actionItem.create({ data: action });
  const piece = {
    id: uuidv7(),
    kind: "file",
    filename: "a.png",
    fileHash: size?.hash ?? "",
    addedAt: new Date(),
  } as const;
  await database.prisma.actionEvidence.create({ data: { ...piece, actionItemId: action.id } });
  const stored = () => database.prisma.reviewPicture.count({ where: { reviewId: review.id } });
  // The job hasn't read this text yet.
  await collectPictures(job(8));
  expect(await stored()).toBe(5);
  await refreshSearchTexts(job());
  await collectPictures(job(6));
  expect(await stored()).toBe(5);
  const count = await database.prisma.storedFile.count();
  expect(await collectPictures(job(8))).toBeGreaterThanOrEqual(3);
  const left = await database.prisma.reviewPicture.findMany({ where: { reviewId: review.id }, select: { id: true } });
  expect(left.map(({ id }) => id).sort()).toEqual([inText, inVersion].sort());
  expect([shared, unused, evident].every((id) => !left.some((one) => one.id === id))).toBe(true);
  expect(await found(member, other.review.key, elsewhere.id)).toBe("image/png");
  const evidence = { where: { id: piece.id }, select: { fileHash: true } };
  expect(await database.prisma.actionEvidence.findUnique(evidence)).toEqual({ fileHash: piece.fileHash });
  expect(await database.prisma.storedFile.count()).toBeLessThan(count);
});

it("keeps no id of a picture that a program made up", async () => {
  const { review } = await quickReview(as(member));
  await edit(review.documentId, "../../secrets");
  await refreshSearchTexts(job());
  await keep(review.key);
  const { pictureIds } = await database.prisma.review.findUniqueOrThrow({ where: { id: review.id } });
  expect(pictureIds).toEqual([]);
});
