import fc from "fast-check";
import { expect, it } from "vitest";
import { clockIn } from "#lib/base/time/zoned-clock.ts";
import { itemTimes, snoozeTimes } from "./snooze-times.ts";

const at = (instant: string, zone: string) =>
  snoozeTimes(new Date(instant), zone).map(({ label, at: until }) => `${label} ${until}`);

it.each([
  [
    "a morning in Dublin, in winter",
    "2017-02-14T09:30:00.000Z",
    "Europe/Dublin",
    [
      "This afternoon 2017-02-14T14:00:00.000Z",
      "Tomorrow 2017-02-15T09:00:00.000Z",
      "Next Monday 2017-02-20T09:00:00.000Z",
    ],
  ],
  [
    "an afternoon before the clocks change",
    "2017-03-25T15:00:00Z",
    "Europe/Dublin",
    ["Tomorrow 2017-03-26T08:00:00.000Z", "Next Monday 2017-03-27T08:00:00.000Z"],
  ],
  ["a Sunday, when tomorrow is Monday", "2017-02-19T23:30:00.000Z", "UTC", ["Tomorrow 2017-02-20T09:00:00.000Z"]],
  [
    "a Monday, whose next one is in a week",
    "2017-02-20T16:00:00.000Z",
    "UTC",
    ["Tomorrow 2017-02-21T09:00:00.000Z", "Next Monday 2017-02-27T09:00:00.000Z"],
  ],
])("offers times in the person's zone: %s", (_, now, zone, expected) => {
  expect(at(now, zone)).toEqual(expected);
});

it("always offers future times, at the hour that it names", () => {
  const zones = fc.constantFrom("UTC", "Europe/Dublin", "America/New_York", "Asia/Kolkata", "Pacific/Apia");
  const instants = fc.date({ min: new Date("2012-01-05"), max: new Date("2030-01-01"), noInvalidDate: true });
  fc.assert(
    fc.property(instants, zones, (now, zone) => {
      const times = snoozeTimes(now, zone);
      expect(times.length).toBeGreaterThan(0);
      for (const { at: until, when } of times) {
        expect(Date.parse(until)).toBeGreaterThan(now.getTime());
        expect(clockIn(until, zone).time.slice(0, 5)).toBe(when.slice(-5));
      }
    }),
  );
});

it.each([
  ["an item that is due later", "/actions/ACT-1#evidence", "2017-02-20", ["change or is due", "due 20 Feb"]],
  ["an item that is due today", "/actions/ACT-1", "2017-02-14", ["change "]],
  ["an item without a due date", "/strategy/SC-1", null, ["change "]],
  ["no single item", "/", null, []],
])("ends with a change or the due date for %s", (_, href, due, ends) => {
  expect(itemTimes({ href, due }, "2017-02-14").map(({ at: end, when }) => `${end} ${when}`)).toEqual(ends);
});
