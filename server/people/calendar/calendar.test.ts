import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { Calendar } from "#lib/contract/calendar.ts";
import { nthBusinessDay } from "#lib/people/calendar/business-days.ts";
import { createTeam } from "#server/people/team/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { publicHolidays } from "./holidays.ts";
import { createCalendar, listCalendars, listPlaces, previewCalendar, removeCalendar, updateCalendar } from "./index.ts";
import { calendarOf } from "./load.ts";

let database: TestDatabase;
let tpm: UserActor;
let made = 0;

const NOW = () => new Date("2017-02-13T23:30:00Z");
const as = (actor: UserActor) => makeContext(database.prisma, actor, NOW);
const WEEK = [1, 2, 3, 4, 5];
const DUBLIN = { timeZone: "Europe/Dublin", workingDays: WEEK, country: "IE", region: null, closedDays: [] };
const newTeam = async () => {
  const admin = await makeUser(database.prisma, "admin");
  return createTeam(as(admin), { name: `Team ${made++}`, managerId: null, parentId: null, memberIds: [] });
};
const wrong = (field: string) => ({ code: "invalid", details: { fields: [{ field }] } });

beforeAll(async () => {
  database = await testDatabase();
  tpm = await makeUser(database.prisma, "tpm");
});
afterAll(() => database.close());

it("starts with one calendar of the organisation, which can be changed but not removed", async () => {
  const { items } = await listCalendars(as(tpm));
  const [own] = items;
  if (!own) throw new Error("no calendar");
  expect(items).toEqual([Calendar.parse(own)]);
  expect(own).toMatchObject({ team: null, timeZone: "UTC", workingDays: WEEK, country: null, version: 1 });
  expect(own.ahead).toEqual({ from: "2017-02-13", until: "2018-05-13", daysOff: [], fifthDay: "2017-02-20" });
  await expect(removeCalendar(as(tpm), { id: own.id, version: 1 })).rejects.toMatchObject({
    details: { rule: "calendar_needed" },
  });
  const changed = await updateCalendar(as(tpm), { id: own.id, version: 1, ...DUBLIN });
  expect(changed).toMatchObject({ placeName: "Ireland", version: 2 });
  expect(changed.ahead.daysOff.map(({ date }) => date)).toEqual([
    ...["2017-03-17", "2017-04-17", "2017-05-01", "2017-06-05", "2017-08-07", "2017-10-30", "2017-12-25"],
    ...["2017-12-26", "2018-01-01", "2018-04-02", "2018-05-07"],
  ]);
  await expect(updateCalendar(as(tpm), { id: own.id, version: 1, ...DUBLIN })).rejects.toMatchObject({
    code: "conflict",
    details: { current: { version: 2 } },
  });
});

it("gives a team its own calendar once, in its own zone, until it is removed", async () => {
  const team = await newTeam();
  const japan = { timeZone: "asia/tokyo", workingDays: [5, 1, 1], country: "JP", region: null, closedDays: [] };
  const calendar = await createCalendar(as(tpm), { teamId: team.id, ...japan });
  expect(calendar).toMatchObject({ team: { name: team.name }, timeZone: "Asia/Tokyo", workingDays: [1, 5] });
  // It is past midnight there.
  expect(calendar.ahead.from).toBe("2017-02-14");
  await expect(createCalendar(as(tpm), { teamId: team.id, ...japan })).rejects.toMatchObject(wrong("teamId"));
  await removeCalendar(as(tpm), { id: calendar.id, version: 1 });
  expect((await listCalendars(as(tpm))).items.map(({ id }) => id)).not.toContain(calendar.id);
  const trail = await database.prisma.auditEntry.findMany({ where: { nounId: calendar.id }, orderBy: { id: "asc" } });
  expect(trail.map(({ action }) => action)).toEqual(["calendar.created", "calendar.removed"]);
});

it("shows calendars to everyone, and lets TPMs and admins change them", async () => {
  const [team, member] = [await newTeam(), await makeUser(database.prisma, "facilitator")];
  expect((await listCalendars(as(member))).items.length).toBeGreaterThan(0);
  const refused = { code: "forbidden" };
  await expect(createCalendar(as(member), { teamId: team.id, ...DUBLIN })).rejects.toMatchObject(refused);
  await expect(previewCalendar(as(member), DUBLIN)).rejects.toMatchObject(refused);
});

it.each([
  ["timeZone", { timeZone: "Mars/Olympus" }],
  ["country", { country: "XX" }],
  ["region", { region: "ZZ" }],
  ["region", { country: null, region: "BY" }],
])("rejects an unknown %s", async (field, change) => {
  await expect(previewCalendar(as(tpm), { ...DUBLIN, ...change })).rejects.toMatchObject(wrong(field));
});

describe("days off", () => {
  it("are public holidays of the region and closed days, without observances", async () => {
    const bavaria = {
      ...DUBLIN,
      country: "DE",
      region: "BY",
      closedDays: [{ date: "2017-08-14", name: "Company day" }],
    };
    const { daysOff } = await calendarOf(bavaria);
    const summer = [...daysOff(2017)].filter(([date]) => date > "2017-06-10" && date < "2017-10-01");
    expect(summer.map(([date]) => date).sort()).toEqual(["2017-06-15", "2017-08-14"]);
    expect((await calendarOf({ ...bavaria, region: "BE" })).daysOff(2017).has("2017-06-15")).toBe(false);
    expect(daysOff(2017).has("2017-02-14")).toBe(false);
  });

  it("move with Easter and count in the year in which they fall", async () => {
    const calendar = await calendarOf(DUBLIN);
    expect(nthBusinessDay(calendar, "2018-03-29", 2)).toBe("2018-04-03");
    expect(nthBusinessDay(calendar, "2017-12-22", 3)).toBe("2017-12-29");
    // A year and a quarter ahead, with the holidays of three years on the way.
    expect(nthBusinessDay(calendar, "2017-10-02", 315)).toBe("2019-01-02");
  });

  it.each(["CN", "KR", "VN", "HK", "TW", "SG", "MY"])(
    "of %s don't exist in years that no one plans for",
    async (country) => {
      const { daysOff } = await calendarOf({ ...DUBLIN, country });
      for (const year of [1, 1969, 2200, 9999]) expect(daysOff(year).size).toBe(0);
    },
  );

  it.each([
    ["CN", "2017-05-04", false],
    ["GT", "2017-12-24", false],
    ["CN", "2017-10-01", true],
    ["IS", "2018-12-24", false],
    ["IS", "2018-12-25", true],
  ])("of %s: %s, of which a half isn't one, is one: %s", async (country, day, isOff) => {
    expect((await calendarOf({ ...DUBLIN, country })).daysOff(Number(day.slice(0, 4))).has(day)).toBe(isOff);
  });

  it("are computed once for each place, even for two who ask at once", async () => {
    const [one, other] = await Promise.all([publicHolidays("LT", null), publicHolidays("LT", null)]);
    expect(other).toBe(one);
    for (const _ of [1, 2]) await expect(publicHolidays("XX", null)).rejects.toThrow(RangeError);
  });

  it("are known for two hundred countries and their regions", async () => {
    const { items } = await listPlaces();
    expect(items.length).toBeGreaterThan(180);
    expect(items.find(({ code }) => code === "DE")?.regions).toContainEqual({ code: "BY", name: "Bayern" });
  });
});
