import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BusinessCalendar, isBusinessDay } from "#lib/people/calendar/business-days.ts";
import { addTemplate, DEADLINE_TEMPLATES, dateDeadlines, instantAfter } from "./deadlines.ts";
import type { DeadlineLength } from "./values.ts";

const calendarIn = (timeZone: string): BusinessCalendar => ({
  ...{ timeZone, workingDays: [1, 2, 3, 4, 5] },
  daysOff: () => new Map([["2017-03-17", "St Patrick"]]),
});
const [DORA, NIS2] = DEADLINE_TEMPLATES;

describe("the time of a deadline", () => {
  it.each([
    // A month after the last day of January is the last day of February.
    ["2017-01-31T12:00:00Z", 1, "months", "UTC", "2017-02-28T12:00:00.000Z"],
    ["2016-01-31T12:00:00Z", 1, "months", "UTC", "2016-02-29T12:00:00.000Z"],
    ["2017-02-28T12:00:00Z", 1, "months", "UTC", "2017-03-28T12:00:00.000Z"],
    ["2017-11-30T12:00:00Z", 3, "months", "UTC", "2018-02-28T12:00:00.000Z"],
    // In Tokyo it is already 1 February.
    ["2017-01-31T20:00:00Z", 1, "months", "Asia/Tokyo", "2017-02-28T20:00:00.000Z"],
    // Clocks go forward in Dublin on 26 March, and back on 29 October. Hours don't care, days keep the time of day.
    ["2017-03-25T12:00:00Z", 24, "hours", "Europe/Dublin", "2017-03-26T12:00:00.000Z"],
    ["2017-03-25T12:00:00Z", 1, "days", "Europe/Dublin", "2017-03-26T11:00:00.000Z"],
    ["2017-10-28T11:00:00Z", 1, "days", "Europe/Dublin", "2017-10-29T12:00:00.000Z"],
    // 01:30 doesn't exist on that day.
    ["2017-03-25T01:30:00Z", 1, "days", "Europe/Dublin", "2017-03-26T01:30:00.000Z"],
    // Thursday, then a holiday and a weekend.
    ["2017-03-16T10:00:00Z", 1, "business_days", "Europe/Dublin", "2017-03-20T10:00:00.000Z"],
    ["2017-03-24T10:00:00Z", 1, "business_days", "Europe/Dublin", "2017-03-27T09:00:00.000Z"],
  ] as const)("%s + %i %s in %s is %s", (from, count, unit, zone, due) => {
    expect(instantAfter(calendarIn(zone), from, { count, unit })).toBe(due);
  });

  const zone = fc.constantFrom("UTC", "Europe/Dublin", "America/New_York", "Asia/Kathmandu", "Pacific/Apia");
  const from = fc.integer({ min: Date.UTC(2015, 0), max: Date.UTC(2030, 0) }).map((ms) => new Date(ms).toISOString());
  const unit = fc.constantFrom<DeadlineLength["unit"]>("hours", "days", "business_days", "months");

  it("a longer deadline is later, and one in business days ends on a business day", () => {
    fc.assert(
      fc.property(zone, from, unit, fc.integer({ min: 1, max: 40 }), (timeZone, start, each, count) => {
        const calendar = calendarIn(timeZone);
        const due = instantAfter(calendar, start, { count, unit: each });
        expect(due > start).toBe(true);
        expect(instantAfter(calendar, start, { count: count + 1, unit: each }) > due).toBe(true);
        if (each !== "business_days") return;
        const day = new Intl.DateTimeFormat("sv", { timeZone }).format(new Date(due));
        expect(isBusinessDay(calendar, day)).toBe(true);
      }),
    );
  });
});

describe("the deadlines of an incident", () => {
  const states = (
    rules: typeof DORA,
    events: Parameters<typeof dateDeadlines>[1]["events"],
    sent: Record<string, string>,
    now: string,
  ) =>
    dateDeadlines(
      rules?.deadlines ?? [],
      { events, sent: new Map(Object.entries(sent)) },
      calendarIn("UTC"),
      new Date(now),
    ).map(({ dueAt, state, isLate }) => `${dueAt?.slice(5, 16) ?? "-"} ${state}${isLate ? " late" : ""}`);
  const detected = "2017-01-31T09:00:00.000Z";
  const classified = "2017-01-31T10:40:00.000Z";

  it("count from the classification, at most a day from the detection", () => {
    const at = (more: object) => states(DORA, { detected, ...more }, {}, "2017-01-31T11:00:00Z");
    expect(at({ classified })).toEqual(["01-31T14:40 due", "- ahead", "- ahead"]);
    expect(at({})).toEqual(["02-01T09:00 due", "- ahead", "- ahead"]);
    // Exactly a day before it is due, and at that very moment.
    expect(states(DORA, { detected }, {}, detected)[0]).toBe("02-01T09:00 due");
    expect(states(DORA, { detected }, {}, "2017-02-01T09:00:00.000Z")[0]).toBe("02-01T09:00 due");
    expect(at({ classified: "2017-02-01T08:00:00.000Z" })[0]).toBe("02-01T09:00 due");
    expect(states(DORA, {}, {}, "2017-01-31T11:00:00Z")).toEqual(["- ahead", "- ahead", "- ahead"]);
  });

  it("count from another one only once that is marked as sent", () => {
    const sent = { "dora-initial": "2017-01-31T15:00:00.000Z" };
    expect(states(DORA, { detected, classified }, sent, "2017-02-03T16:00:00Z")).toEqual([
      "01-31T14:40 sent late",
      "02-03T15:00 late late",
      "- ahead",
    ]);
    const both = { ...sent, "dora-intermediate": "2017-01-31T23:00:00.000Z" };
    expect(states(DORA, { detected, classified }, both, "2017-02-03T16:00:00Z")[2]).toBe("02-28T23:00 ahead");
  });

  it("of NIS2 count from the detection, and the last one from the notification", () => {
    const sent = { "nis2-notification": "2017-02-02T09:00:00.000Z" };
    expect(states(NIS2, { detected }, sent, "2017-02-01T08:00:00Z")).toEqual([
      "02-01T09:00 due",
      "02-03T09:00 sent",
      "03-02T09:00 ahead",
    ]);
  });
});

it("adds a template after the deadlines that a policy has, and none twice", () => {
  if (!DORA || !NIS2) throw new Error("a template is missing");
  const [dora, nis2] = [DORA.deadlines, NIS2.deadlines];
  const own = { ...dora[0], name: "To the bank" } as (typeof dora)[number];
  const both = addTemplate(addTemplate([own], DORA), NIS2);
  expect(both).toEqual([own, ...dora.slice(1), ...nis2.slice(0, 2), { ...nis2[2], name: "Final report (NIS2)" }]);
  expect(addTemplate(both, DORA)).toEqual(both);
  expect(new Set(both.map(({ name }) => name)).size).toBe(both.length);
});
