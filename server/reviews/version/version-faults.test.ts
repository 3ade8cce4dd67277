import { beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { versionContract } from "#lib/contract/version.ts";
import type { DocumentJson } from "#lib/document/document-json.ts";
import { plainText } from "#lib/document/text.ts";
import { compactDueDocuments } from "#server/reviews/document/index.ts";
import { runningServerFixture } from "#server/reviews/document/testing/server-fixture.ts";
import { until } from "#server/reviews/document/testing/test-client.ts";
import { getReview, moveReviewStatus, reviewContent, reviewGates, waiveGate } from "#server/reviews/review/index.ts";
import { quickReview, writeParagraph } from "#server/reviews/review/testing/quick-review.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import {
  createVersion,
  diffVersions,
  getVersion,
  keepPausedVersions,
  listVersions,
  restoreVersion,
  textAuthors,
} from "./index.ts";

const fixture = runningServerFixture();
let maya: UserActor;
let sam: UserActor;
const as = (actor: UserActor, now?: () => Date) => makeContext(fixture.database.prisma, actor, now);

beforeAll(async () => {
  maya = await makeUser(fixture.database.prisma, "member", "Maya");
  sam = await makeUser(fixture.database.prisma, "member", "Sam");
});

async function newReview(restricted = false) {
  const { review } = await quickReview(as(maya), { restricted });
  const { key, documentId } = review;
  const open = async (actor: UserActor) => {
    fixture.server.addPerson(actor.name, { userId: actor.id });
    const client = fixture.open(documentId, actor.id);
    await client.loaded();
    return client;
  };
  const add = async (actor: UserActor, text: string) => {
    const client = await open(actor);
    await writeParagraph(client, text);
    return client;
  };
  const text = async () => plainText((await reviewContent(as(maya), { key })).json as unknown as DocumentJson);
  const textIn = async (number: number) =>
    plainText((await getVersion(as(maya), { key, number })).json as unknown as DocumentJson);
  const list = async () => (await listVersions(as(maya), { key, limit: 50 })).items;
  return { ...review, open, add, text, textIn, list };
}

/** Ends the connections that wait for a lock, as the end of their process does. */
async function killWaiting(): Promise<void> {
  const waiting = "datname = current_database() AND wait_event_type = 'Lock'";
  const { pool } = fixture.database;
  await until("a restore waits", async () => {
    const { rowCount } = await pool.query(`SELECT 1 FROM pg_stat_activity WHERE ${waiting}`);
    return rowCount === 1;
  });
  await pool.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${waiting}`);
}

it("restores nothing and keeps nothing where the server dies in the middle", async () => {
  const { key, id, documentId, add, text, list } = await newReview();
  await add(maya, "Added.");
  const before = await text();
  const release = await fixture.holdAppends(documentId);
  const restored = expect(restoreVersion(as(maya), { key, number: 1 })).rejects.toThrow();
  await killWaiting();
  await restored;
  await release();
  expect(await text()).toBe(before);
  expect(await list()).toHaveLength(1);
  const where = { nounId: id, action: "review.version_restored" };
  expect(await fixture.database.prisma.auditEntry.count({ where })).toBe(0);
  expect(await restoreVersion(as(maya), { key, number: 1 })).toEqual({ kept: 2, changed: true });
});

it("lets one of two restores at once follow the other, each with the text before it", async () => {
  const { key, add, text, textIn, list } = await newReview();
  const first = await text();
  await add(maya, "Second.");
  await createVersion(as(maya), { key, name: "Second" });
  const second = await text();
  const open = await add(sam, "Third.");
  const third = await text();
  const [one, two] = await Promise.all([
    restoreVersion(as(maya), { key, number: 1 }),
    restoreVersion(as(sam), { key, number: 2 }),
  ]);
  expect([one.changed, two.changed]).toEqual([true, true]);
  expect([one.kept, two.kept].toSorted()).toEqual([3, 4]);
  const isFirstLast = one.kept > two.kept;
  expect(await text()).toBe(isFirstLast ? first : second);
  expect(await textIn(3)).toBe(third);
  expect(await textIn(4)).toBe(isFirstLast ? second : first);
  await until("the open tab has the text", () => !open.text().includes("Third."));
  expect((await list()).map(({ number }) => number)).toEqual([4, 3, 2, 1]);
});

it("loses no letter of those who type in a paragraph that is restored", async () => {
  const { key, add, open, text, textIn } = await newReview();
  await add(maya, "The pool was full.");
  await createVersion(as(maya), { key, name: "Good" });
  const tab = await open(maya);
  tab.type(" Wrong words.");
  await tab.saved();
  const typist = await open(sam);
  let isTyping = true;
  const typed: string[] = [];
  const typing = (async () => {
    for (; isTyping; await new Promise((resolve) => setTimeout(resolve, 3))) {
      typed.push(`<${typed.length}>`);
      typist.type(typed.at(-1) ?? "");
    }
  })();
  await until("some of it is typed", () => typed.length > 5);
  const { kept } = await restoreVersion(as(maya), { key, number: 2 });
  await until("more is typed", () => typed.length > 25);
  isTyping = false;
  await typing;
  await typist.saved();
  const [now, before] = [await text(), await textIn(kept)];
  expect(typed.filter((word) => !now.includes(word) && !before.includes(word))).toEqual([]);
  expect(now).not.toContain("Wrong words.");
  expect(before).toContain("Wrong words.");
});

it("keeps, restores and compares while the log is compacted", async () => {
  const { key, add, open, text, textIn } = await newReview();
  const { pool } = fixture.database;
  const whole = { tailRows: 1, tailBytes: 1, keepCoveredDays: 0 };
  await add(maya, "Begun.");
  await createVersion(as(maya), { key, name: "Begun" });
  const begun = await text();
  const typist = await open(sam);
  for (let round = 0; round < 5; round++) {
    typist.type(` Round ${round}.`);
    await typist.saved();
    const before = await text();
    const [{ kept }] = await Promise.all([
      restoreVersion(as(maya), { key, number: 2 }),
      compactDueDocuments(pool, whole),
      compactDueDocuments(pool, whole),
    ]);
    expect(await textIn(kept)).toBe(before);
    expect(await text()).toBe(begun);
    await until("the tab has the restored text", () => !typist.text().includes("Round"));
  }
});

describe("the name of a version", () => {
  const schema = versionContract.create["~orpc"].inputSchema;
  const isValid = (name: string) => schema?.["~standard"].validate({ key: "REV-1", name }) as { issues?: unknown };

  it.each([
    ["too long", "x".repeat(121)],
    ["empty", "   "],
    ["invisible", "\u200b\u2060\ufeff"],
    ["two lines", "One\nTwo"],
    ["a zero byte", "One\u0000"],
    ["a control character", "One\u0007"],
    ["an override of direction", "evil\u202Etxt.exe"],
    ["an isolate", "One\u2066Two"],
    ["a line separator", "One\u2028Two"],
    ["half a character", "One\ud83d"],
  ])("is rejected: %s", (_why, name) => {
    const ofName = expect.objectContaining({ path: ["name"] });
    expect(isValid(name).issues).toEqual(expect.arrayContaining([ofName]));
  });

  it.each(['<b>After</b> & "before"', "😀 𝒳 family 👨‍👩‍👧", "بعد المقابلات", "אחרי\u200f", "x".repeat(120)])(
    "is kept as it is: %s",
    async (name) => {
      expect(isValid(name).issues).toBeUndefined();
      const { key } = await newReview();
      await createVersion(as(maya), { key, name });
      expect((await listVersions(as(maya), { key, limit: 1 })).items[0]?.name).toBe(name);
    },
  );
});

it("treats a review that is hidden like one that doesn't exist", async () => {
  const { key } = await newReview(true);
  const outsider = as(sam);
  const answers = (of: string) =>
    Promise.all(
      [
        listVersions(outsider, { key: of, limit: 10 }),
        getVersion(outsider, { key: of, number: 1 }),
        getVersion(outsider, { key: of, number: 99 }),
        diffVersions(outsider, { key: of, from: 1 }),
        textAuthors(outsider, { key: of }),
        textAuthors(outsider, { key: of, version: 1 }),
        createVersion(outsider, { key: of, name: "x" }),
        restoreVersion(outsider, { key: of, number: 1 }),
        restoreVersion(outsider, { key: of, number: 99 }),
      ].map((call) => call.catch((error: unknown) => error)),
    );
  const hidden = await answers(key);
  expect(hidden).toEqual(await answers("REV-999999"));
  for (const answer of hidden) expect(answer).toMatchObject({ code: "not_found" });
});

it("lists versions of people whose accounts were deleted", async () => {
  const { key, add, list } = await newReview();
  const gone = await makeUser(fixture.database.prisma, "member", "Gone");
  await add(gone, "Theirs.");
  await createVersion(as(gone), { key, name: "Theirs" });
  await fixture.database.prisma.user.delete({ where: { id: gone.id } });
  expect((await list())[0]).toMatchObject({ number: 2, name: "Theirs", createdBy: null, authors: [] });
  expect((await diffVersions(as(maya), { key, from: 1, to: 2 })).changes.wordsIn).toBe(1);
  expect(await restoreVersion(as(maya), { key, number: 1 })).toEqual({ kept: 3, changed: true });
});

it("lists thousands of versions page by page, each once, while more are kept", async () => {
  const { key, add, list } = await newReview();
  const [first] = await list();
  await fixture.database.pool.query(
    `INSERT INTO review_version (id, review_id, number, kind, seq, markdown, state, created_at)
     SELECT gen_random_uuid(), v.review_id, n, 'pause', v.seq, '', v.state, now()
       FROM review_version v JOIN review r ON r.id = v.review_id, generate_series(2, 2500) n
      WHERE r.number = $1 AND v.number = 1`,
    [Number(key.slice("REV-".length))],
  );
  const seen: number[] = [];
  let cursor: string | undefined;
  for (let page = 0; page === 0 || cursor; page++) {
    const { items, nextCursor } = await listVersions(as(maya), { key, limit: 100, ...(cursor ? { cursor } : {}) });
    seen.push(...items.map(({ number }) => number));
    cursor = nextCursor ?? undefined;
    if (page === 3) await createVersion(as(maya), { key, name: "Meanwhile" });
  }
  expect(seen).toEqual(Array.from({ length: 2500 }, (_, at) => 2500 - at));
  await add(sam, "More.");
  await keepPausedVersions(
    makeContext(fixture.database.prisma, { kind: "system", label: "job" }, () => new Date(Date.now() + 11 * 60_000)),
  );
  expect((await list())[0]).toMatchObject({ number: 2502, kind: "pause" });
  expect(first?.number).toBe(1);
});

it("keeps a version at each status that a review reaches", async () => {
  const { key, list, add, textIn } = await newReview();
  const tpm = await makeUser(fixture.database.prisma, "tpm");
  await add(sam, "Found later.");
  for (const gate of (await reviewGates(as(tpm), { key })).gates)
    if (!gate.ok) await waiveGate(as(tpm), { key, gate: gate.code, reason: "A test" });
  const { version } = await getReview(as(tpm), { key });
  await moveReviewStatus(as(tpm), { key, version, to: "in_review" });
  expect(await list()).toMatchObject([
    { number: 2, kind: "status", status: "in_review", authors: [{ name: "Sam" }] },
    { number: 1, kind: "status", status: "draft" },
  ]);
  expect(await textIn(2)).toContain("Found later.");
  await add(sam, "Not ours.");
  const moved = await getReview(as(tpm), { key });
  await moveReviewStatus(as(tpm), { key, version: moved.version, to: "cancelled", reason: "A duplicate" });
  expect((await list())[0]).toMatchObject({ number: 3, kind: "status", status: "cancelled" });
  expect(await textIn(3)).toContain("Not ours.");
});
