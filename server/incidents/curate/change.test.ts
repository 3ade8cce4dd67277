import { describe, expect, it } from "vitest";
import { updateEvent } from "#server/incidents/timeline/index.ts";
import { memberDesk } from "#server/testing/member-desk.ts";
import { changeEvents } from "./index.ts";

const my = memberDesk();

type Set = Parameters<typeof changeEvents>[1]["set"];
const change = async (key: string, set: Set, ...events: { id: string }[]) =>
  (await changeEvents(my.desk.as(my.member), { key, events: await my.desk.read(key, ...events), set })).events;

describe("changing several events", () => {
  it("pins, hides, removes and restores all of them", async () => {
    const key = await my.desk.newIncident();
    const [one, two] = [await my.desk.add(key, "09:00:00", "One"), await my.desk.add(key, "09:01:00", "Two")];
    for (const set of [{ pinned: true }, { hidden: true }, { pinned: false, hidden: false }])
      expect(await change(key, set, one, two)).toMatchObject([set, set]);
    const out = await change(key, { removed: true }, one, two);
    expect(out.map(({ removed }) => removed)).toEqual([true, true]);
    expect(await my.desk.story(key)).toEqual([]);
    const events = out.map(({ id, version }) => ({ id, version }));
    await changeEvents(my.desk.as(my.member), { key, events, set: { removed: false } });
    expect((await my.desk.story(key)).map(({ title }) => title)).toEqual(["One", "Two"]);
  });

  it("moves times and ends, keeps what the source said, and forgets it when they are moved back", async () => {
    const key = await my.desk.newIncident();
    const one = await my.desk.add(key, "09:00:00", "One");
    await my.database.prisma.timelineEvent.update({
      where: { id: one.id },
      data: { endAt: new Date("2026-03-10T09:05:00Z") },
    });
    const [moved] = await change(key, { moveByMs: 90_000 }, one);
    expect(moved).toMatchObject({
      at: "2026-03-10T09:01:30.000Z",
      endAt: "2026-03-10T09:06:30.000Z",
      original: { at: "2026-03-10T09:00:00.000Z" },
    });
    const [back] = await change(key, { moveByMs: -90_000 }, one);
    expect(back).toMatchObject({ at: "2026-03-10T09:00:00.000Z", original: null });
  });

  it("sets what was found out later, when and by whom, and clears all of it together", async () => {
    const key = await my.desk.newIncident();
    const one = await my.desk.add(key, "09:00:00", "One");
    const found = { known: "found_later", foundAt: "2026-03-11T10:00:00.000Z", foundBy: "Priya" } as const;
    expect(await change(key, found, one)).toMatchObject([found]);
    expect(await change(key, { known: null }, one)).toMatchObject([{ known: null, foundAt: null, foundBy: null }]);
    await expect(change(key, { foundBy: "Priya" }, one)).rejects.toMatchObject({ code: "invalid" });
    const edit = { key, id: one.id, version: 3, known: "found_later", foundBy: "Priya" } as const;
    await updateEvent(my.desk.as(my.member), edit);
    const back = await updateEvent(my.desk.as(my.member), { key, id: one.id, version: 4, known: "at_the_time" });
    expect(back).toMatchObject({ known: "at_the_time", foundBy: null });
  });

  it("verifies them until their content changes", async () => {
    const key = await my.desk.newIncident();
    const [one, two] = [await my.desk.add(key, "09:00:00", "One"), await my.desk.add(key, "09:01:00", "Two")];
    const verified = { verified: true, verifiedBy: my.member.name };
    expect(await change(key, { verified: true }, one, two)).toMatchObject([verified, verified]);
    const edit = { key, id: one.id, version: 2, title: "One, in other words" };
    expect(await updateEvent(my.desk.as(my.member), edit)).toMatchObject({
      verified: false,
      verifiedBy: my.member.name,
    });
    expect(await change(key, { moveByMs: 60_000 }, two)).toMatchObject([{ verified: false }]);
    const back = await updateEvent(my.desk.as(my.member), { ...edit, version: 3, title: "One" });
    expect(back).toMatchObject(verified);
    expect(await change(key, { moveByMs: -60_000, pinned: true }, two)).toMatchObject([verified]);
    const none = { verified: false, verifiedAt: null, verifiedBy: null };
    expect(await change(key, { verified: false }, one, two)).toMatchObject([none, none]);
    const both = { ...edit, version: 5, title: "Other words", verified: true };
    expect(await updateEvent(my.desk.as(my.member), both)).toMatchObject({ title: "Other words", verified: true });
  });

  it("is all or nothing, and returns every newer event", async () => {
    const key = await my.desk.newIncident();
    const [one, two] = [await my.desk.add(key, "09:00:00", "One"), await my.desk.add(key, "09:01:00", "Two")];
    const stale = await my.desk.read(key, one, two);
    await change(key, { pinned: true }, two);
    const late = changeEvents(my.desk.as(my.member), { key, events: stale, set: { hidden: true } });
    await expect(late).rejects.toMatchObject({
      code: "conflict",
      details: { current: [{ id: two.id, pinned: true }] },
    });
    expect((await my.desk.story(key)).map(({ hidden }) => hidden)).toEqual([false, false]);
  });
});
