import { describe, expect, it } from "vitest";
import { SourceClock } from "#lib/contract/curate.ts";
import { createImport, redoImport, undoImport } from "#server/incidents/import/index.ts";
import { revertEvent, updateEvent } from "#server/incidents/timeline/index.ts";
import { memberDesk } from "#server/testing/member-desk.ts";
import { clearClock, listClocks, setClock } from "./index.ts";

const my = memberDesk();

const times = async (key: string) => (await my.desk.story(key)).map(({ title, at }) => `${title} ${at?.slice(11, 19)}`);
const csv = (...rows: string[]) => ["time,title", ...rows].join("\n");
const bring = (key: string, content: string, filename = "a.csv") =>
  createImport(my.desk.as(my.member), { key, filename, content });
const set = (key: string, input: object) => setClock(my.desk.as(my.member), { key, importId: null, ...input });

describe("the clock of a source", () => {
  it("moves everything from it, also later imports, and is reset completely", async () => {
    const key = await my.desk.newIncident();
    await bring(key, csv("2026-03-10T09:00:00Z,First", "2026-03-10T09:10:00Z,Second"));
    const { items } = await set(key, { sourceType: "csv", offsetMs: 3000 });
    expect(items).toMatchObject([{ sourceType: "csv", offsetMs: 3000, movedEvents: 2, pair: null }]);
    expect(items.map((clock) => SourceClock.parse(clock))).toEqual(items);
    await bring(key, csv("2026-03-10T09:20:00Z,Third"), "b.csv");
    expect(await times(key)).toEqual(["First 09:00:03", "Second 09:10:03", "Third 09:20:03"]);
    expect((await my.desk.story(key)).map(({ clockOffsetMs }) => clockOffsetMs)).toEqual([3000, 3000, 3000]);
    await clearClock(my.desk.as(my.member), { key, id: items[0]?.id ?? "" });
    expect(await times(key)).toEqual(["First 09:00:00", "Second 09:10:00", "Third 09:20:00"]);
    expect((await listClocks(my.desk.as(my.member), { key })).items).toEqual([]);
  });

  it("is found from two events that are the same moment", async () => {
    const key = await my.desk.newIncident();
    await bring(key, csv("2026-03-10T09:00:00Z,Deploy", "2026-03-10T09:10:00Z,Rollback"));
    const match = await my.desk.add(key, "08:59:30", "Deploy starts", "github");
    const [deploy] = (await my.desk.story(key)).filter(({ title }) => title === "Deploy");
    const pair = { eventId: deploy?.id ?? "", matchId: match.id };
    const { items } = await set(key, { pair });
    expect(items).toMatchObject([{ offsetMs: -30_000, pair: { ...pair, matchNumber: match.number } }]);
    expect(await times(key)).toEqual(["Deploy 08:59:30", "Deploy starts 08:59:30", "Rollback 09:09:30"]);
    const again = await set(key, { pair, version: 1 });
    expect(again.items).toMatchObject([{ offsetMs: -30_000, version: 2 }]);
    const same = (await my.desk.story(key)).filter(({ source }) => source.type === "csv");
    await expect(set(key, { pair: { eventId: same[0]?.id, matchId: same[1]?.id }, version: 2 })).rejects.toMatchObject({
      code: "invalid",
    });
  });

  it("of one import takes precedence over that of the source", async () => {
    const key = await my.desk.newIncident();
    await bring(key, csv("2026-03-10T09:00:00Z,First"));
    const second = await bring(key, csv("2026-03-10T09:10:00Z,Second"), "b.csv");
    await set(key, { sourceType: "csv", offsetMs: 1000 });
    const { items } = await set(key, { sourceType: "csv", offsetMs: 5000, importId: second.id });
    expect(await times(key)).toEqual(["First 09:00:01", "Second 09:10:05"]);
    expect(items.map(({ movedEvents }) => movedEvents)).toEqual([1, 1]);
    const own = items.find(({ importId }) => importId === second.id);
    await clearClock(my.desk.as(my.member), { key, id: own?.id ?? "" });
    expect(await times(key)).toEqual(["First 09:00:01", "Second 09:10:01"]);
    await undoImport(my.desk.as(my.member), { key, id: second.id });
    await redoImport(my.desk.as(my.member), { key, id: second.id });
    expect(await times(key)).toEqual(["First 09:00:01", "Second 09:10:01"]);
  });

  it("doesn't move a time that a person edited, until it is reverted to what the source said", async () => {
    const key = await my.desk.newIncident();
    await bring(key, csv("2026-03-10T09:00:00Z,First", "2026-03-10T09:10:00Z,Second"));
    const [first, second] = await my.desk.story(key);
    if (!first || !second) throw new Error("nothing was imported");
    const at = "2026-03-10T09:01:00.000Z";
    await updateEvent(my.desk.as(my.member), { key, id: first.id, version: 1, at });
    await updateEvent(my.desk.as(my.member), { key, id: second.id, version: 1, title: "Second one" });
    await set(key, { sourceType: "csv", offsetMs: 3000 });
    expect(await times(key)).toEqual(["First 09:01:00", "Second one 09:10:03"]);
    await revertEvent(my.desk.as(my.member), { key, id: first.id, version: 2 });
    const [edited] = (await my.desk.story(key)).filter(({ id }) => id === second.id);
    expect(edited?.original?.at).toBe("2026-03-10T09:10:03.000Z");
    await revertEvent(my.desk.as(my.member), { key, id: second.id, version: edited?.version ?? 0 });
    expect(await times(key)).toEqual(["First 09:00:03", "Second 09:10:03"]);
  });

  it("is rejected for manual events, a stale version, and an offset of a day or more", async () => {
    const key = await my.desk.newIncident();
    await expect(set(key, { sourceType: "manual", offsetMs: 1 })).rejects.toMatchObject({ code: "rule" });
    await set(key, { sourceType: "csv", offsetMs: 1 });
    const stale = set(key, { sourceType: "csv", offsetMs: 2 });
    await expect(stale).rejects.toMatchObject({
      code: "conflict",
      details: { current: [{ offsetMs: 1, version: 1 }] },
    });
    await expect(clearClock(my.desk.as(my.member), { key, id: crypto.randomUUID() })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
