import { strToU8, zipSync } from "fflate";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { Prisma } from "#generated/prisma/client.ts";
import type { UserActor } from "#lib/base/access/actor.ts";
import { AppError } from "#lib/base/errors.ts";
import type { WriteUpJob } from "#lib/contract/write-up.ts";
import { type DocumentJson, descendants } from "#lib/document/document-json.ts";
import { plainText } from "#lib/document/text.ts";
import { closeWorkers, WorkerPool } from "#server/base/worker/index.ts";
import { listTimeline, setMilestone } from "#server/incidents/timeline/index.ts";
import { archiveReview, getReview, reviewContent } from "#server/reviews/review/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { PIXEL_PNG } from "#server/testing/pixel.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { createWriteUps, getWriteUps, listWriteUps, previewWriteUp, processWriteUps } from "./index.ts";

let database: TestDatabase;
let member: UserActor;
let viewer: UserActor;
let other: UserActor;
const as = (actor: UserActor) => makeContext(database.prisma, actor);
const system = () => makeContext(database.prisma, { kind: "system", label: "job" });

beforeAll(async () => {
  database = await testDatabase();
  member = await makeUser(database.prisma, "member", "Ada");
  other = await makeUser(database.prisma, "member", "Ben");
  viewer = await makeUser(database.prisma, "viewer", "Vera");
});
afterEach(() => vi.restoreAllMocks());
afterAll(async () => {
  await closeWorkers();
  await database.close();
});

const TEXT = `# Checkout was slow

Severity: SEV2

## Summary

Checkout took **ten seconds** for everyone.

## Timeline

All times in UTC, on 2026-03-04.

- 10:30 a deploy of the cart service started
- 10:42 the first alert about latency fired
- 11:05 the deploy was rolled back

## How the cache works

Each key lives for a minute.

## Root cause

The cache had no limit on its memory for one tenant.

## Action items

- [ ] Limit the memory of the cache per tenant
- [ ] Alert on the latency of checkout
`;

const OPTIONS = { filename: "", severity: 3, timeZone: "UTC", restricted: false };
const upload = (actor: UserActor, name: string, content: string | Uint8Array, more: object = {}) =>
  createWriteUps(as(actor), { ...OPTIONS, ...more, file: new File([content as string], name) });

async function imported(actor: UserActor, name: string, content: string | Uint8Array, more: object = {}) {
  const { id } = await upload(actor, name, content, more);
  await processWriteUps(system());
  return getWriteUps(as(actor), { id });
}

const zip = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));

async function textOf({ files }: WriteUpJob): Promise<string> {
  const { json } = await reviewContent(as(member), { key: files[0]?.reviewKey ?? "" });
  return plainText(json as unknown as DocumentJson);
}

it("makes an incident with events, a review, actions and factors of one write-up", async () => {
  const waiting = await upload(member, "checkout.md", TEXT);
  expect(waiting).toMatchObject({ status: "running", total: 1, done: 0, result: null });
  await processWriteUps(system());
  const job = await getWriteUps(as(member), { id: waiting.id });
  expect(job).toMatchObject({
    status: "done",
    result: { incidents: 1, reviews: 1, events: 3, actions: 2, factors: 1, asked: 0, known: [], rejected: [] },
  });
  const [file] = job.files;
  const review = await getReview(as(member), { key: file?.reviewKey ?? "" });
  expect(review).toMatchObject({ title: "Checkout was slow", status: "draft", dueAt: null, owner: { name: "Ada" } });
  const { items } = await listTimeline(as(member), { key: file?.incidentKey ?? "", limit: 100, includeHidden: true });
  expect(items.map(({ at }) => at)).toEqual([
    "2026-03-04T10:30:00.000Z",
    "2026-03-04T10:42:00.000Z",
    "2026-03-04T11:05:00.000Z",
  ]);
  const incident = await database.prisma.incident.findFirstOrThrow({ where: { reviews: { some: { id: review.id } } } });
  expect(incident).toMatchObject({ severity: 2, status: "resolved", title: "Checkout was slow" });
  // A deploy can be long before an incident.
  expect(incident.startedAt.toISOString()).toBe("2026-03-04T10:42:00.000Z");
  expect(incident.resolvedAt).toBeNull();
  const last = items.at(-1)?.id ?? "";
  await setMilestone(as(member), {
    key: file?.incidentKey ?? "",
    name: "resolved",
    eventId: last,
    notApplicable: false,
  });
  const ended = await database.prisma.incident.findUniqueOrThrow({ where: { id: incident.id } });
  expect([ended.status, ended.resolvedAt?.toISOString()]).toEqual(["resolved", "2026-03-04T11:05:00.000Z"]);
  const text = await textOf(job);
  for (const words of ["ten seconds", "How the cache works", "10:42 the first alert", "Limit the memory"])
    expect(text).toContain(words);
});

it("says which review a file is already, in one zip and in the next", async () => {
  const again = TEXT.replace("ten", "nine");
  const both = zip({ "a.md": again, "b/copy of a.md": again, "note.pdf": "%PDF" });
  const first = await imported(member, "old.zip", both);
  const key = first.files[0]?.reviewKey;
  expect(first.result).toMatchObject({
    reviews: 1,
    known: [{ file: "b/copy of a.md", reviewKey: key }],
    rejected: [{ file: "note.pdf" }],
  });
  const second = await imported(other, "old.zip", both);
  expect(second.result).toMatchObject({
    incidents: 0,
    reviews: 0,
    events: 0,
    known: [{ reviewKey: key }, { reviewKey: key }],
  });
  const review = await getReview(as(member), { key: key ?? "" });
  await archiveReview(as(member), { key: review.key, version: review.version });
  expect((await imported(member, "a.md", again)).result).toMatchObject({ reviews: 1, known: [] });
});

it("asks for days and zones that aren't known", async () => {
  const text = "# Mail was late\n\n## Timeline\n\n- 10:30 the queue grew\n- 10:45 the queue was empty\n";
  const { result, files, ...job } = await imported(member, "mail.md", text);
  expect(result).toMatchObject({ incidents: 1, events: 2, asked: 2 });
  const waiting = await listTimeline(as(member), { key: files[0]?.incidentKey ?? "", limit: 10, includeHidden: true });
  expect(waiting.items.map(({ at }) => at)).toEqual([null, null]);
  expect(await textOf({ result, files, ...job })).toContain("10:45 the queue was empty");
  const answered = await imported(member, "mail 2.md", `${text}\nMore.`, { zone: "Europe/Dublin", date: "2026-07-01" });
  const { items } = await listTimeline(as(member), {
    key: answered.files[0]?.incidentKey ?? "",
    limit: 10,
    includeHidden: true,
  });
  expect(items.map(({ at }) => at)).toEqual(["2026-07-01T09:30:00.000Z", "2026-07-01T09:45:00.000Z"]);
});

it("puts only what was chosen on the record", async () => {
  const text = TEXT.replace("everyone", "some");
  const preview = await previewWriteUp(as(member), { filename: "", file: new File([text], "checkout.md") });
  expect(preview).toMatchObject({
    title: "Checkout was slow",
    knownAs: null,
    sections: [
      { heading: "Summary", section: "Summary" },
      { heading: "Timeline", section: "Timeline" },
      { heading: "How the cache works", section: null },
      { heading: "Root cause", section: "Contributing factors" },
      { heading: "Action items", section: "Action items" },
    ],
  });
  const [first, second, third] = preview.events;
  expect([first, second, third].map((event) => event?.at)).not.toContain(null);
  const choose = {
    leaveOut: [first?.row ?? 0, third?.row ?? 0],
    actions: [preview.actions[1]?.title ?? ""],
    factors: [],
  };
  const { result, files } = await imported(member, "checkout.md", text, { choose });
  expect(result).toMatchObject({ events: 1, actions: 1, factors: 0 });
  const key = files[0]?.incidentKey ?? "";
  const { items } = await listTimeline(as(member), { key, limit: 10, includeHidden: true });
  expect(items.map(({ at }) => at)).toEqual([second?.at]);
  expect(await previewWriteUp(as(member), { filename: "", file: new File([text], "x.md") })).toMatchObject({
    knownAs: files[0]?.reviewKey,
  });
});

it("adds the review to the incident that is named", async () => {
  const first = await imported(member, "one.md", `${TEXT}\nOne.`);
  const incidentKey = first.files[0]?.incidentKey ?? "";
  const second = await imported(member, "two.md", `${TEXT}\nTwo.`, { incidentKey, title: "Another view" });
  expect(second.files[0]).toMatchObject({ incidentKey, title: "Another view", events: 0 });
});

it("stores embedded pictures, and names those that it leaves out", async () => {
  const picture = `data:image/png;base64,${Buffer.from(PIXEL_PNG).toString("base64")}`;
  const page = `<title>Mail</title><script>run()</script><h1>Mail was late</h1><p onclick="run()">It was
    <img src="${picture}" alt="The queue"> long.</p><p><img src="graph.png" alt="The graph"><img src="data:image/svg+xml;base64,PHN2Zz4="></p>`;
  const job = await imported(member, "mail.html", page);
  const [file] = job.files;
  expect(file).toMatchObject({
    title: "Mail was late",
    leftOut: ["The graph: it isn't in the file", expect.stringMatching(/^Picture 3: /)],
  });
  const { json } = await reviewContent(as(member), { key: file?.reviewKey ?? "" });
  const nodes = [...descendants(json as unknown as DocumentJson)];
  const [stored] = await database.prisma.reviewPicture.findMany({
    where: { review: { number: Number(file?.reviewKey?.slice(4)) } },
  });
  expect(nodes.filter(({ type }) => type === "picture").map(({ attrs }) => [attrs?.pictureId, attrs?.alt])).toEqual([
    [stored?.id, "The queue"],
  ]);
  const text = await textOf(job);
  expect(text).toContain("[Picture left out: The graph (graph.png)]");
  expect(text).not.toContain("run()");
});

it("rejects each unreadable file with its reason, and keeps the others", async () => {
  const { result } = await imported(
    member,
    "mixed.zip",
    zip({ "a.docx": "no zip", "b.md": "  \n", "c.md": "Mail was slow.", "d.md": "", "__MACOSX/._c.md": "c" }),
  );
  expect(result).toMatchObject({ reviews: 1 });
  expect(result?.rejected.map(({ file }) => file)).toEqual(["a.docx", "b.md", "d.md"]);
});

it("shows a report to its uploader alone, and lets no viewer import", async () => {
  const { id } = await imported(member, "own.md", `${TEXT}\nOwn.`);
  await expect(getWriteUps(as(other), { id })).rejects.toMatchObject({ code: "not_found" });
  expect((await listWriteUps(as(other))).items.map((job) => job.id)).not.toContain(id);
  expect((await listWriteUps(as(member))).items[0]).toMatchObject({ id, status: "done" });
  await expect(upload(viewer, "a.md", TEXT)).rejects.toMatchObject({ code: "forbidden" });
});

it("lists imports with the results of their reports", async () => {
  const known = `${TEXT}\nListed.`;
  await imported(member, "listed.zip", zip({ "a.md": known, "b.md": known, "c.md": `${known} Again.`, "d.md": "" }));
  await upload(member, "waiting.md", `${known} Waiting.`);
  const { items } = await listWriteUps(as(member));
  expect(items.slice(0, 2)).toMatchObject([
    { status: "running", total: 1, done: 0, result: null },
    {
      status: "done",
      total: 4,
      done: 4,
      result: { reviews: 2, known: [{ file: "b.md" }], rejected: [{ file: "d.md" }] },
    },
  ]);
  for (const job of items) expect(await getWriteUps(as(member), job)).toMatchObject(job);
  await processWriteUps(system());
});

const failAlways = (error: Error) =>
  vi.spyOn(WorkerPool.prototype, "run").mockImplementation(() => {
    throw error;
  });
const TIMEOUT = new Prisma.PrismaClientKnownRequestError("too slow", { code: "P2028", clientVersion: "" });

it.each([
  ["too much is being read", new AppError("rate_limited")],
  ["the server is stopping", new AppError("unavailable")],
  ["the database is slow", TIMEOUT],
])("tries a file again later when %s", async (why, error) => {
  const { id } = await upload(member, "later.md", `${TEXT}\n${why}`);
  const failing = failAlways(error);
  expect(await processWriteUps(system())).toBe(0);
  expect(await getWriteUps(as(member), { id })).toMatchObject({ status: "running", files: [{ state: "waiting" }] });
  failing.mockRestore();
  expect(await processWriteUps(system())).toBe(1);
  expect((await getWriteUps(as(member), { id })).result).toMatchObject({ reviews: 1, rejected: [] });
});

it("rejects a file that fails again and again", async () => {
  const { id } = await upload(member, "never.md", `${TEXT}\nNever.`);
  failAlways(new AppError("rate_limited", { message: "Too much" }));
  let runs = 1;
  while (runs < 50 && (await processWriteUps(system())) === 0) runs += 1;
  expect(runs).toBe(10);
  expect((await getWriteUps(as(member), { id })).result?.rejected).toEqual([{ file: "never.md", reason: "Too much" }]);
});

it("takes options for a single write-up with no more than one", async () => {
  const { files } = await imported(member, "first.md", `${TEXT}\nFirst.`);
  const options = {
    incidentKey: files[0]?.incidentKey,
    title: "Mail was late",
    choose: { leaveOut: [], actions: [], factors: [] },
  };
  const two = zip({ "a.md": `${TEXT}\nOption a.`, "b.md": `${TEXT}\nOption b.` });
  const { items: before } = await listWriteUps(as(member));
  for (const [field, option] of Object.entries(options))
    await expect(upload(member, "two.zip", two, { [field]: option })).rejects.toMatchObject({
      code: "invalid",
      details: { fields: [{ field }] },
    });
  expect((await listWriteUps(as(member))).items).toEqual(before);
  const one = await imported(member, "one.zip", zip({ "a.md": `${TEXT}\nOption.`, "b.pdf": "%PDF" }), options);
  expect(one.files[0]).toMatchObject({ title: "Mail was late", incidentKey: options.incidentKey });
});

it("rejects a file whose uploader can no longer create incidents", async () => {
  const leaver = await makeUser(database.prisma, "member", "Lea");
  const { id } = await upload(leaver, "late.md", `${TEXT}\nLate.`);
  await database.prisma.user.update({ where: { id: leaver.id }, data: { disabledAt: new Date() } });
  await processWriteUps(system());
  const row = await database.prisma.writeUpFile.findFirstOrThrow({ where: { jobId: id } });
  expect(row).toMatchObject({ state: "rejected", reviewId: null, bytes: null });
});

it("hides what a restricted review is called from people who can't read it", async () => {
  const { files } = await imported(member, "secret.md", `${TEXT}\nSecret.`, { restricted: true });
  expect(files[0]).toMatchObject({ state: "done", title: "Checkout was slow" });
  const again = await imported(other, "secret.md", `${TEXT}\nSecret.`);
  expect(again.files[0]).toMatchObject({ state: "known", title: null, incidentKey: null, reviewKey: null });
});

it("imports each file once with two processes at work", async () => {
  const many = Object.fromEntries(Array.from({ length: 6 }, (_, n) => [`${n}.md`, `${TEXT}\nNumber ${n}.`]));
  const { id } = await upload(member, "many.zip", zip(many));
  await Promise.all([processWriteUps(system()), processWriteUps(system())]);
  await processWriteUps(system());
  const job = await getWriteUps(as(member), { id });
  expect(job.result).toMatchObject({ incidents: 6, reviews: 6, rejected: [] });
  expect(job.finishedAt).not.toBeNull();
});
