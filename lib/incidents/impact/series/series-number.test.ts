import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSeriesNumber } from "./series-number.ts";

describe("a number of a series", () => {
  it.each<[string, number, boolean?]>([
    ["12", 12],
    [" +5 ", 5],
    ["-5", -5],
    ["2.5e-1", 0.25],
    ["1,234.5", 1234.5],
    ["1.234,5", 1234.5],
    ["1,234,567.5", 1_234_567.5],
    ["1.234.567,5", 1_234_567.5],
    ["1 234", 1234],
    ["1\u202F234,5", 1234.5],
    ["1'234", 1234],
    ["1,234", 1234],
    ["12,345,678", 12_345_678],
    ["0,123", 0.123],
    ["1,23", 1.23],
    ["1234,567", 1234.567],
    ["1.234", 1.234],
    [".5", 0.5],
    [",5", 0.5],
    ["-.5", -0.5],
    ["25%", 25, true],
    ["25 %", 25, true],
    ["0,5 %", 0.5, true],
    ["2k", 2000],
    ["2K", 2000],
    ["1.5 M", 1_500_000],
    ["3 Mil", 3_000_000],
    ["2b", 2_000_000_000],
    ["2 Bil", 2_000_000_000],
  ])("is read from %j", (text, value, isPercent = false) => {
    expect(readSeriesNumber(text)).toEqual({ value, isPercent });
  });

  it.each(["", " ", "-", "–", "NaN", "null", "None", "undefined", "n/a", "NA", "Inf", "-inf", "+Infinity"])(
    "is left open by %j",
    (text) => expect(readSeriesNumber(text)).toBeNull(),
  );

  it.each(["five", "5 apples", "1.2.3", "5%%", "1e999", "k", "12:30", "--5", "5-"])("isn't read from %j", (text) => {
    expect(readSeriesNumber(text)).toBeUndefined();
  });

  it("is the number that was written, in each way of grouping", () => {
    const writings = fc.constantFrom("en", "de", "fr", "de-CH");
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), writings, (whole, language) => {
        const value = whole + Math.sign(whole || 1) * 0.25;
        const written = value.toLocaleString(language, { minimumFractionDigits: 2 }).replaceAll("’", "'");
        expect(readSeriesNumber(written)).toEqual({ value, isPercent: false });
      }),
    );
  });
});
