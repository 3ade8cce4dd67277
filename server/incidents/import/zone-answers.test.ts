import { describe, expect, it } from "vitest";
import { createIncident } from "#server/incidents/incident/index.ts";
import { answerZone, listTimeline, takeBackZone, updateEvent } from "#server/incidents/timeline/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { memberDesk } from "#server/testing/member-desk.ts";
import { createImport, listImports, undoImport } from "./index.ts";

const my = memberDesk();
const ctx = () => my.desk.as(my.member);

const NOTES = "2017-03-26\n01:30 queue grows\n02:30 command taken\n03:30 rolled back\n";

async function asked(content = NOTES) {
  const fields = { kind: "incident", resolvedAt: null, timeZone: "UTC", impactText: "", restricted: false } as const;
  const { key } = await createIncident(ctx(), { ...fields, serviceIds: [], title: "Mail is late", severity: 2 });
  if (content === "") return { key, importId: "" };
  const { id } = await createImport(ctx(), { key, filename: "notes.txt", content });
  return { key, importId: id };
}
const story = async (key: string) => (await listTimeline(ctx(), { key, limit: 50, includeHidden: true })).items;
const plain = async (key: string) => (await story(key)).map(({ version: _, ...event }) => event);
const times = async (key: string) =>
  (await story(key)).map(({ title, at, endAt, precision, uncertaintySeconds }) => [
    ...[title, at, endAt, precision, uncertaintySeconds],
  ]);
const imported = async (key: string) => (await listImports(ctx(), { key })).items[0];

describe("an answer about a time zone", () => {
  it("is undone: its events wait for an answer again, and can be answered again", async () => {
    const { key, importId } = await asked();
    const before = await plain(key);
    const { answerId, ...counts } = await answerZone(ctx(), { key, importId, zone: "Europe/Berlin" });
    expect(counts).toEqual({ answered: 2, stillAmbiguous: 1 });
    expect(await imported(key)).toMatchObject({
      unanswered: 1,
      zoneAnswers: [{ id: answerId, zone: "Europe/Berlin", by: my.member.name, at: expect.any(String) }],
    });
    expect(await takeBackZone(ctx(), { key, id: answerId ?? "" })).toEqual({ askedAgain: 2, kept: 0 });
    expect(await plain(key)).toEqual(before);
    expect(await imported(key)).toMatchObject({ unanswered: 3, zoneAnswers: [] });
    await answerZone(ctx(), { key, importId, zone: "UTC" });
    expect((await story(key)).map(({ at }) => at)).toEqual([
      "2017-03-26T01:30:00.000Z",
      "2017-03-26T02:30:00.000Z",
      "2017-03-26T03:30:00.000Z",
    ]);
  });

  it("gives the same as the time zone in the preview, and undoes all of it", async () => {
    const sources = {
      "notes.md": [
        "2017-03-27",
        ...["13:10 to 13:25 queue drains", "~14:30 somebody looks", "14:3x a restart", "around 15:00 calm"],
        ...["15:10:05.250 a spike", "16:05:00 to the second", "23:50 to 00:10 a late one"],
      ].join("\n"),
      "table.csv": "time,end,title\n2017-03-27 09:00:00,2017-03-27 09:20:00,Deploy\n2017-03-27 10:00:07,,Alert\n",
      "calls.json": JSON.stringify([{ start: "2017-03-27T11:00:00.120", end: "2017-03-27T11:30:00", title: "Bridge" }]),
    };
    for (const [filename, content] of Object.entries(sources)) {
      const zone = "Europe/Berlin";
      const [later, before] = [await asked(""), await asked("")];
      const { id: importId } = await createImport(ctx(), { key: later.key, filename, content });
      await createImport(ctx(), { key: before.key, filename, content, zone });
      const open = await plain(later.key);
      const { answerId } = await answerZone(ctx(), { key: later.key, importId, zone });
      expect(await times(later.key)).toEqual(await times(before.key));
      await takeBackZone(ctx(), { key: later.key, id: answerId ?? "" });
      expect(await plain(later.key)).toEqual(open);
    }
  });

  it("moves with its events to the import that restores them, and is undone there", async () => {
    const { key, importId } = await asked();
    const { answerId } = await answerZone(ctx(), { key, importId, zone: "Europe/Berlin" });
    await undoImport(ctx(), { key, id: importId });
    const again = await createImport(ctx(), { key, filename: "notes.txt", content: NOTES });
    expect(again).toMatchObject({ unanswered: 1, zoneAnswers: [{ id: answerId }] });
    const { items } = await listImports(ctx(), { key });
    expect(items.map(({ id, zoneAnswers }) => [id, zoneAnswers.length])).toEqual([
      [again.id, 1],
      [importId, 0],
    ]);
    expect(await takeBackZone(ctx(), { key, id: answerId ?? "" })).toEqual({ askedAgain: 2, kept: 0 });
    expect(await imported(key)).toMatchObject({ id: again.id, unanswered: 3, zoneAnswers: [] });
  });

  it("doesn't touch what another answer set, and a time that a person edited", async () => {
    const { key, importId } = await asked();
    const first = await answerZone(ctx(), { key, importId, zone: "Europe/Berlin" });
    await answerZone(ctx(), { key, importId, zone: "UTC" });
    const [queue, , rolled] = (await story(key)).sort((a, b) => a.number - b.number);
    if (!queue || !rolled) throw new Error("three events are expected");
    await updateEvent(ctx(), { key, id: queue.id, version: queue.version, at: "2017-03-26T00:31:00.000Z" });
    await updateEvent(ctx(), { key, id: rolled.id, version: rolled.version, title: "Rolled back, all of it" });
    expect(await takeBackZone(ctx(), { key, id: first.answerId ?? "" })).toEqual({ askedAgain: 1, kept: 1 });
    const after = (await story(key)).sort((a, b) => a.number - b.number);
    expect(after.map(({ at, ambiguity }) => [at, ambiguity?.reason ?? null])).toEqual([
      ["2017-03-26T00:31:00.000Z", null],
      ["2017-03-26T02:30:00.000Z", null],
      [null, "zone"],
    ]);
    expect(after[2]).toMatchObject({ title: "Rolled back, all of it", original: { at: null } });
    const times = after.map(({ at }) => at);
    await answerZone(ctx(), { key, importId, zone: "Europe/Berlin" });
    expect((await story(key)).map(({ at }) => at)).toEqual(expect.arrayContaining(times.filter((at) => at !== null)));
  });

  it("is undone once, by someone who can curate, and only in its incident", async () => {
    const { key, importId } = await asked();
    const { answerId } = await answerZone(ctx(), { key, importId, zone: "UTC" });
    const input = { key, id: answerId ?? "" };
    const viewer = makeContext(my.database.prisma, await makeUser(my.database.prisma, "viewer"));
    await expect(takeBackZone(viewer, input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(takeBackZone(ctx(), { ...input, key: (await asked()).key })).rejects.toMatchObject({
      code: "not_found",
    });
    await takeBackZone(ctx(), input);
    await expect(takeBackZone(ctx(), input)).rejects.toMatchObject({
      code: "rule",
      details: { rule: "already_taken_back" },
    });
    expect(await answerZone(ctx(), { key, importId, zone: "Europe/Berlin" })).toMatchObject({ answered: 2 });
    const skipped = (await answerZone(ctx(), { key, importId, zone: "Europe/Berlin" })).answerId;
    expect(skipped).toBeNull();
  });

  it("is given once by the first of two people who answer at the same moment", async () => {
    const { key, importId } = await asked();
    const answers = await Promise.all(
      ["UTC", "Europe/Berlin"].map((zone) => answerZone(ctx(), { key, importId, zone })),
    );
    expect(answers.reduce((sum, { answered }) => sum + answered, 0)).toBe(3);
    for (const { answerId } of answers) if (answerId !== null) await takeBackZone(ctx(), { key, id: answerId });
    expect((await story(key)).map(({ at, ambiguity }) => [at, ambiguity?.reason])).toEqual([
      [null, "zone"],
      [null, "zone"],
      [null, "zone"],
    ]);
  });
});
