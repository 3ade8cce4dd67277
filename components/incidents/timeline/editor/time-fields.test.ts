import { expect, it } from "vitest";
import { parseWhen } from "#components/base/time/parse-when.ts";
import { precisionOf, startOfSpan, type TypedTime, toTimeFields } from "./time-fields.ts";

const when = (text: string, zone = "UTC") => parseWhen(text, { nowMs: Date.parse("2017-02-14T12:41:30Z"), zone });
const typed = (text: string, more: Partial<TypedTime> = {}): TypedTime => ({
  when: when(text),
  until: null,
  precision: null,
  plusMinusMinutes: null,
  ...more,
});
const fieldsOf = (time: TypedTime) => {
  const result = toTimeFields(time);
  return result.ok ? result.fields : result.reason;
};

it.each([
  ["31 Jan 2017 23:27:10", "exact"],
  ["31 Jan 2017 23:27", "minute"],
  ["~23:27", "approx"],
  ["31 Jan 2017", "day"],
  ["", "unknown"],
])("%s is valid for %s", (text, precision) => expect(precisionOf(typed(text))).toBe(precision));

it("keeps the start of an hour or a day", () => {
  expect(fieldsOf(typed("31 Jan 2017 23:27:10", { precision: "hour" }))).toMatchObject({
    at: "2017-01-31T23:00:00.000Z",
    precision: "hour",
  });
  expect(startOfSpan("2017-01-31T23:27:10.000Z", "Europe/Berlin", "day")).toBe("2017-01-31T23:00:00.000Z");
  expect(startOfSpan("2017-01-31T23:27:10.500Z", "+05:30", "hour")).toBe("2017-01-31T22:30:00.000Z");
});

it("keeps plus and minus for an approximate time only", () => {
  expect(fieldsOf(typed("23:27", { precision: "approx", plusMinusMinutes: 10 }))).toMatchObject({
    uncertaintySeconds: 600,
  });
  expect(fieldsOf(typed("23:27", { plusMinusMinutes: 10 }))).toMatchObject({ uncertaintySeconds: null });
});

it("accepts an end, and rejects one before the start", () => {
  expect(fieldsOf(typed("11:00", { until: when("12:00") }))).toMatchObject({ endAt: "2017-02-14T12:00:00.000Z" });
  expect(fieldsOf(typed("12:00", { until: when("11:00") }))).toBe("Enter an end after the start");
});

it("accepts an unknown time, but not an incomplete one", () => {
  expect(fieldsOf(typed("12:00", { precision: "unknown" }))).toEqual({
    at: null,
    endAt: null,
    precision: "unknown",
    uncertaintySeconds: null,
  });
  expect(fieldsOf(typed("", { precision: "minute" }))).toBe("Enter a time, or choose “unknown”");
  expect(fieldsOf(typed("25:00", { precision: "minute" }))).toBe("25:00 isn't a valid time");
});

it("never treats an unreadable time as unknown", () => {
  expect(fieldsOf(typed("25:00"))).toBe("25:00 isn't a valid time");
  expect(toTimeFields(typed("half past never")).ok).toBe(false);
  expect(fieldsOf(typed(""))).toMatchObject({ at: null, precision: "unknown" });
  expect(fieldsOf(typed("25:00", { precision: "unknown" }))).toMatchObject({ at: null, precision: "unknown" });
});

it.each([
  [typed("12:00", { until: when("11:00") }), "until"],
  [typed("12:00", { until: when("25:00") }), "until"],
  [typed("25:00", { until: when("11:00") }), "when"],
  [typed("", { precision: "minute" }), "when"],
])("says at which field an error is", (time, field) => expect(toTimeFields(time)).toMatchObject({ ok: false, field }));
