import { uuidv7 } from "uuidv7";
import { expect, it } from "vitest";
import { fromLocalDate } from "#server/base/kernel/dates.ts";
import { makeContext } from "#server/testing/make-context.ts";
import { monday } from "./index.ts";
import { as, database, lead, openMonday, reader, TODAY } from "./testing/monday-desk.ts";

openMonday();

it.each([
  ["Pacific/Auckland", "2017-02-13T10:59:00Z", "2017-02-13", "2017-02-14"],
  ["Pacific/Auckland", "2017-02-13T11:00:00Z", "2017-02-14", "2017-02-13"],
  ["America/Los_Angeles", "2017-02-13T07:59:00Z", "2017-02-12", "2017-02-13"],
  ["America/Los_Angeles", "2017-02-13T08:00:00Z", "2017-02-13", "2017-02-12"],
  ["UTC", "2017-02-13T23:59:00Z", "2017-02-13", "2017-02-14"],
])("starts on the day of the reader if none is given: in %s at %s on %s", async (timeZone, now, today, other) => {
  const { prisma } = database;
  await prisma.user.update({ where: { id: reader.id }, data: { timeZone } });
  const then = makeContext(prisma, reader, () => new Date(now));
  expect((await monday(then, {})).teams).toEqual((await monday(then, { today })).teams);
  expect((await monday(then, {})).teams).not.toEqual((await monday(then, { today: other })).teams);
});

it("ends the last 7 days and the week before on another day, past or ahead", async () => {
  const { prisma } = database;
  const done = { title: "Done", type: "prevent", priority: "P2", status: "verified" } as const;
  const days = ["2017-01-24", "2017-02-01", "2017-02-03", "2017-02-12"];
  const keys: string[] = [];
  for (const day of days) {
    const at = new Date(`${day}T09:00:00Z`);
    const { id, number } = await prisma.actionItem.create({ data: { ...done, id: uuidv7(), verifiedAt: at } });
    const move = { actionItemId: id, reason: "Parts are late", toDate: fromLocalDate("2017-03-20") };
    await prisma.actionItemDueMove.create({ data: { ...move, id: uuidv7(), movedAt: at } });
    keys.push(`ACT-${number}`);
  }
  await prisma.strategicChange.create({
    data: {
      ...{ id: uuidv7(), title: "Reported", status: "in_progress", statusAt: new Date("2017-02-11T00:00:00Z") },
      ...{ health: "on_track", healthAt: new Date("2017-02-11T00:00:00Z") },
    },
  });
  const on = async (today: string) => {
    const { verified, moved, before, changes } = await monday(as(lead), { today });
    const daysOf = (rows: readonly { key: string }[]) =>
      days.filter((_, at) => rows.some(({ key }) => key === keys[at]));
    expect(daysOf(moved)).toEqual(daysOf(verified));
    const isStale = changes.some(({ title, stale }) => title === "Reported" && stale);
    return { days: daysOf(verified), verifiedBefore: before.verified, movedBefore: before.moved, isStale };
  };
  const present = await on(TODAY);
  expect([present.days, present.isStale]).toEqual([["2017-02-12"], false]);
  expect(await on("2017-02-06")).toMatchObject({
    days: ["2017-02-01", "2017-02-03"],
    verifiedBefore: 1,
    movedBefore: 1,
  });
  const ahead = await on("2017-03-20");
  expect(ahead).toEqual({ days: [], verifiedBefore: 0, movedBefore: 0, isStale: true });
});
