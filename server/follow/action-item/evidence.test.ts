import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { PIXEL_PNG } from "#server/testing/pixel.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { purge } from "../rework/index.ts";
import {
  addEvidenceTo,
  changeEvidenceOf,
  changeSeveral,
  createActionItem,
  downloadActionFile,
  getActionItem,
  listActionItems,
  transitionActionItem,
  updateActionItem,
} from "./index.ts";

let database: TestDatabase;
let owner: UserActor;
let manager: UserActor;
let viewer: UserActor;
let teamId: string;

const as = (actor: UserActor) => makeContext(database.prisma, actor);
const at = async (key: string) => ({ key, version: (await getActionItem(as(owner), { key })).version });
const accepted = async (incidentKey?: string) => {
  const blank = { description: "", trackerUrl: null, factorIds: [], changeKeys: [], ownerId: owner.id, teamId };
  const doneWhen = "- It pages within 5 minutes\n- The page names the runbook";
  const fields = { title: "Page on an empty backup", type: "detect" as const, priority: "P1" as const, doneWhen };
  const { key } = await createActionItem(as(owner), { ...blank, ...fields, ...(incidentKey ? { incidentKey } : {}) });
  await step(owner, key, { to: "accepted" });
  return key;
};
type Step = Omit<Parameters<typeof transitionActionItem>[1], "key" | "version">;
const step = async (actor: UserActor, key: string, taken: Step) =>
  transitionActionItem(as(actor), { ...(await at(key)), ...taken });
const VERIFIED: Step = { to: "verified", answers: [1, 2].map((point) => ({ point, answer: "met" })) };
const SEEN = { kind: "text" as const, text: "Paged after 70 s", method: "Drill in staging" };
const add = async (actor: UserActor, key: string, more: object = {}) =>
  addEvidenceTo(as(actor), { ...(await at(key)), ...SEEN, ...more });
const change = async (key: string, evidenceId: string | undefined, removed: boolean) =>
  changeEvidenceOf(as(owner), { ...(await at(key)), evidenceId: evidenceId ?? "", removed });
const rule = (name: string) => ({ code: "rule", details: { rule: name } });
const field = (name: string) => ({ code: "invalid", details: { fields: [{ field: name }] } });

beforeAll(async () => {
  database = await testDatabase();
  owner = await makeUser(database.prisma, "member", "owner");
  manager = await makeUser(database.prisma, "member", "manager");
  viewer = await makeUser(database.prisma, "viewer");
  teamId = uuidv7();
  await database.prisma.team.create({ data: { id: teamId, name: "Platform", managerId: manager.id } });
});
afterAll(() => database.close());

describe("the list of evidence", () => {
  it("has how each piece was checked, by whom, and the list as text", async () => {
    const key = await accepted();
    await add(owner, key);
    const query = {
      kind: "query",
      text: "sum(rate(errors))",
      url: "http://127.0.0.1/panel",
      method: "Metric over 7 days",
    };
    const item = await add(owner, key, query);
    expect(item.evidenceList).toMatchObject([
      { ...SEEN, title: null, url: null, addedBy: "owner" },
      { ...query, title: null },
    ]);
    expect(item.evidence).toBe("Paged after 70 s\nsum(rate(errors))");
    expect(item.history.filter(({ kind }) => kind === "evidence")).toMatchObject([
      { to: "added", by: "owner", evidence: SEEN.text, reason: SEEN.method },
      { to: "added", evidence: query.text },
    ]);
  });

  it("belongs to a point as it was worded, or to all of them", async () => {
    const key = await accepted();
    await add(owner, key);
    await add(owner, key, { point: 2 });
    await expect(add(owner, key, { point: 3 })).rejects.toMatchObject(field("point"));
    await updateActionItem(as(owner), { ...(await at(key)), doneWhen: "- It pages\n- The page names the runbook" });
    const { evidenceList } = await add(owner, key, { point: 1 });
    expect(evidenceList.map(({ point }) => point)).toEqual([null, "The page names the runbook", "It pages"]);
  });

  it("keeps the address of a page that can't be read", async () => {
    const link = { kind: "link", text: undefined, url: "http://127.0.0.1:9/run/1" };
    expect((await add(owner, await accepted(), link)).evidenceList).toMatchObject([{ url: link.url, title: null }]);
  });

  it("is changed by the people who work on it or verify it, in the version they saw", async () => {
    const key = await accepted();
    await expect(add(viewer, key)).rejects.toMatchObject({ code: "forbidden" });
    await add(manager, key);
    const stale = { ...(await at(key)), ...SEEN };
    await add(owner, key);
    await expect(addEvidenceTo(as(owner), stale)).rejects.toMatchObject({ code: "conflict" });
    await expect(add(owner, key, { text: undefined })).rejects.toMatchObject(field("text"));
  });

  it("shows an event of the action's incident only to its readers", async () => {
    const [id, eventId] = [uuidv7(), uuidv7()];
    const begun = { startedAt: new Date(), createdById: owner.id };
    const { number } = await database.prisma.incident.create({
      data: { id, title: "Empty", severity: 2, highestSeverity: 2, ...begun },
    });
    await database.prisma.timelineEvent.create({
      data: {
        ...{ id: eventId, incidentId: id, number: 4, title: "Alert fired", orderHint: 1, identity: "1" },
        ...{ kind: "paged", precision: "unknown", sourceType: "notes", sourceLetter: "N" },
      },
    });
    const key = await accepted(`INC-${number}`);
    const given = { kind: "event", text: undefined, eventId };
    await expect(add(owner, key, { ...given, eventId: uuidv7() })).rejects.toMatchObject(field("eventId"));
    await expect(add(owner, await accepted(), given)).rejects.toMatchObject(field("eventId"));
    const shown = { id: eventId, number: 4, title: "Alert fired", incidentKey: `INC-${number}` };
    expect((await add(owner, key, given)).evidenceList).toMatchObject([{ event: shown }]);
    await database.prisma.incident.update({ where: { id }, data: { restricted: true, createdById: manager.id } });
    const hidden = await getActionItem(as(owner), { key });
    expect(hidden.evidenceList).toMatchObject([{ kind: "event", event: null }]);
    expect(JSON.stringify(hidden)).not.toContain("Alert fired");
  });
});

describe("how a piece was checked", () => {
  const retell = async (key: string, evidenceId: string | undefined, method: string) =>
    changeEvidenceOf(as(owner), { ...(await at(key)), evidenceId: evidenceId ?? "", method });

  it("can be changed until someone verified with it", async () => {
    const key = await accepted();
    const [piece] = (await add(owner, key)).evidenceList;
    expect((await retell(key, piece?.id, "Replay")).evidenceList).toMatchObject([{ method: "Replay" }]);
    await step(owner, key, { to: "implemented" });
    await step(manager, key, VERIFIED);
    await expect(retell(key, piece?.id, "Test")).rejects.toMatchObject(rule("evidence_kept"));
    expect((await retell(key, piece?.id, "Replay")).evidenceList).toMatchObject([{ method: "Replay" }]);
  });

  it("can be changed together with the point, by the same rule", async () => {
    const key = await accepted();
    const [piece] = (await add(owner, key, { point: 1 })).evidenceList;
    const move = async (point: number | null, more: object = {}) =>
      (await changeEvidenceOf(as(owner), { ...(await at(key)), evidenceId: piece?.id ?? "", point, ...more }))
        .evidenceList[0];
    expect(await move(2, { method: "Replay" })).toMatchObject({
      point: "The page names the runbook",
      method: "Replay",
    });
    await expect(move(3)).rejects.toMatchObject(field("point"));
    expect(await move(null)).toMatchObject({ point: null, method: "Replay" });
    const [last] = await database.prisma.auditEntry.findMany({
      where: { action: "action_item.evidence_changed" },
      orderBy: { at: "desc" },
      take: 1,
    });
    expect(last).toMatchObject({ before: { point: "The page names the runbook" }, after: { point: null } });
    await step(owner, key, { to: "implemented" });
    await step(manager, key, VERIFIED);
    await expect(move(1)).rejects.toMatchObject(rule("evidence_kept"));
  });

  it("is in the audit log, with the piece that it is about", async () => {
    const key = await accepted();
    const added = await add(owner, key);
    const evidenceId = added.evidenceList[0]?.id;
    await retell(key, evidenceId, "Replay");
    await change(key, evidenceId, true);
    await change(key, evidenceId, false);
    const entries = await database.prisma.auditEntry.findMany({
      where: { nounId: added.id, action: { startsWith: "action_item.evidence" } },
      orderBy: [{ at: "asc" }, { id: "asc" }],
    });
    const of = (method: string) => ({ evidenceId, kind: "text", method });
    expect(entries.map(({ before, after }) => [before, after])).toEqual([
      [null, of(SEEN.method)],
      [{ method: SEEN.method }, of("Replay")],
      [null, of("Replay")],
      [null, of("Replay")],
    ]);
  });
});

const ANY = { mine: false, unowned: false, open: false, archived: false };
describe("a file as evidence", () => {
  const log = (text = "Back after 3 min 40 s") => new File([text], "C:\\drills\\13 February.log");
  const FILE = { kind: "file" as const, text: undefined };
  const sizeOf = async (hash: string | null | undefined) =>
    (await database.prisma.storedFile.findUnique({ where: { hash: hash ?? "" } }))?.size ?? null;

  it("has its name, size and type, and is downloaded by readers of the action", async () => {
    const key = await accepted();
    const item = await add(owner, key, { ...FILE, file: log(), point: 1 });
    const [piece] = item.evidenceList;
    const href = `/api/v1/action-items/${key}/evidence/${piece?.id}/file`;
    expect(piece).toMatchObject({
      ...{ kind: "file", title: null, url: null, point: "It pages within 5 minutes" },
      file: { name: "13 February.log", mediaType: "text/plain", size: 21, href },
    });
    expect(item.evidence).toBe("13 February.log");
    expect(item.history.at(-1)).toMatchObject({ kind: "evidence", evidence: "13 February.log" });
    const at = { key, id: piece?.id ?? "" };
    const { bytes, filename } = await downloadActionFile(as(viewer), at);
    expect([new TextDecoder().decode(bytes), filename]).toEqual(["Back after 3 min 40 s", "13 February.log"]);
    const found = await listActionItems(as(owner), {
      limit: 10,
      sort: "due",
      filter: 'evidence~"13 February"',
      ...ANY,
    });
    expect(found.items.map((row) => row.key)).toEqual([key]);
    await change(key, piece?.id, true);
    await expect(downloadActionFile(as(owner), at)).rejects.toMatchObject({ code: "not_found" });
    await change(key, piece?.id, false);
    expect((await downloadActionFile(as(owner), at)).bytes).toHaveLength(21);
    await expect(downloadActionFile(as(owner), { ...at, key: await accepted() })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("has the type and the picture without metadata that the bytes say, whatever it is called", async () => {
    const picture = await add(owner, await accepted(), { ...FILE, file: new File([PIXEL_PNG], "a.txt") });
    expect(picture.evidenceList[0]?.file?.mediaType).toBe("image/png");
    const content = Buffer.from("Drill").toString("base64");
    const packed = await add(owner, await accepted(), { ...FILE, content, filename: "drill.txt" });
    expect(packed.evidenceList[0]?.file).toMatchObject({ name: "drill.txt", size: 5 });
  });

  it.each([
    ["none", {}, "invalid", "file"],
    ["an empty one", { file: new File([], "a") }, "invalid", "file"],
    ["a picture that can't be cleaned", { file: new File(["BM\0\0\0\0\0\0\0\0"], "a.bmp") }, "invalid", "file"],
    ["no base64", { content: "§§" }, "invalid", "content"],
    ["two", { file: new File(["a"], "a"), content: "YQ==" }, "invalid", "file"],
    ["one with a text", { file: new File(["a"], "a"), text: "Seen" }, "invalid", "text"],
    ["a text with a file", { kind: "text", text: "Seen", file: new File(["a"], "a") }, "invalid", "file"],
    ["one beyond the limit", { file: new File([new Uint8Array(10 * 1024 * 1024 + 1)], "a") }, "too_large", "file"],
  ])("is rejected with %s", async (_, given, code, name) => {
    const refused = add(owner, await accepted(), { ...FILE, ...given });
    await expect(refused).rejects.toMatchObject({ code, details: { fields: [{ field: name }] } });
  });

  it("comes with a step, for the point that is chosen, and goes with it when it is undone", async () => {
    const key = await accepted();
    const taken = { to: "implemented", file: log(), method: "Drill", point: 2 } as const;
    const item = await step(owner, key, { ...taken, evidence: "Paged" });
    const point = "The page names the runbook";
    expect(item.evidenceList).toMatchObject([
      { kind: "text", text: "Paged", point, method: "Drill" },
      { kind: "file", file: { name: "13 February.log" }, point, method: "Drill" },
    ]);
    expect(item.history.at(-1)).toMatchObject({ to: "implemented", evidence: "Paged\n13 February.log" });
    const entry = await database.prisma.auditEntry.findFirstOrThrow({
      where: { action: "action_item.implemented", nounId: item.id },
    });
    expect(entry.after).toEqual({
      ...{ key, version: 2, to: "implemented", method: "Drill", point: 2 },
      evidence: "Paged\n13 February.log",
    });
    expect((await step(owner, key, { to: "accepted" })).evidenceList).toEqual([]);
    await expect(step(owner, key, { to: "in_progress", file: log() })).rejects.toMatchObject(field("file"));
    await expect(step(owner, key, { ...taken, point: 3 })).rejects.toMatchObject(field("point"));
    const denied = step(viewer, key, taken);
    await expect(denied).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is deleted with the action, unless something else has the same bytes", async () => {
    const [one, other] = [await accepted(), await accepted()];
    for (const key of [one, other]) await add(owner, key, { ...FILE, file: log("The same") });
    const alone = await add(owner, one, { ...FILE, file: log("Its own") });
    const pieces = await database.prisma.actionEvidence.findMany({
      where: { actionItemId: alone.id },
      orderBy: { addedAt: "asc" },
    });
    const hashes = pieces.map(({ fileHash }) => fileHash);
    const admin = await makeUser(database.prisma, "admin");
    await purge(as(admin), { ...(await at(one)), confirm: one });
    expect(await Promise.all(hashes.map(sizeOf))).toEqual([8, null]);
  });
});

describe("removing evidence", () => {
  it("can be undone, and is rejected while the status needs it", async () => {
    const key = await accepted();
    const [piece] = (await add(owner, key)).evidenceList;
    expect((await change(key, piece?.id, true)).evidenceList).toEqual([]);
    await expect(step(owner, key, { to: "implemented" })).rejects.toMatchObject(rule("evidence_needed"));
    expect((await change(key, piece?.id, false)).evidenceList).toMatchObject([{ id: piece?.id }]);
    await step(owner, key, { to: "implemented" });
    await expect(change(key, piece?.id, true)).rejects.toMatchObject(rule("evidence_needed"));
    await expect(change(key, uuidv7(), true)).rejects.toMatchObject({ code: "not_found" });
    await add(owner, key);
    await change(key, piece?.id, true);
    const verified = await step(manager, key, VERIFIED);
    await expect(change(key, verified.evidenceList[0]?.id, true)).rejects.toMatchObject(rule("evidence_kept"));
  });

  it("is part of taking one's own step back, but not of sending an action back", async () => {
    const key = await accepted();
    await add(owner, key);
    const taken = { to: "implemented", evidence: "Replay of the morning", method: "Replay" } as const;
    expect((await step(owner, key, taken)).evidenceList).toMatchObject([
      SEEN,
      { text: taken.evidence, method: "Replay" },
    ]);
    expect((await step(owner, key, { to: "accepted" })).evidenceList).toMatchObject([SEEN]);
    await step(owner, key, taken);
    expect((await step(manager, key, { to: "in_progress", reason: "Slow" })).evidenceList).toHaveLength(2);
  });
});

it("keeps what the verifier found about each point with the step", async () => {
  const key = await accepted();
  await step(owner, key, { to: "implemented", evidence: "Replay of the morning" });
  const answers = [
    { point: 1, answer: "met" as const },
    { point: 2, answer: "not_met" as const },
  ];
  await expect(step(manager, key, { to: "verified", answers })).rejects.toMatchObject(rule("point_not_met"));
  const some = { to: "verified", answers: answers.slice(0, 1) } as const;
  await expect(step(manager, key, some)).rejects.toMatchObject({
    details: { rule: "point_unanswered", fields: [{ field: "answers" }] },
  });
  await expect(step(manager, key, { to: "verified", answers: [] })).rejects.toMatchObject(rule("point_unanswered"));
  await step(manager, key, { to: "in_progress", answers, reason: "The page names no runbook" });
  const found = (await getActionItem(as(owner), { key })).history.at(-1)?.answers;
  expect(found).toEqual([
    { point: "It pages within 5 minutes", answer: "met" },
    { point: "The page names the runbook", answer: "not_met" },
  ]);
  await step(owner, key, { to: "implemented", evidence: "The page of the next morning" });
  await expect(step(manager, key, { to: "verified" })).rejects.toMatchObject({
    details: { rule: "point_unanswered", message: expect.stringContaining("“The page names the runbook” wasn't met") },
  });
  const transitions = [{ ...(await at(key)), to: "verified" as const }];
  const { refused } = await changeSeveral(as(manager), { updates: [], transitions });
  expect(refused).toMatchObject([{ key, rule: "point_unanswered" }]);
  expect((await step(manager, key, VERIFIED)).status).toBe("verified");
});
