import { describe, expect, it } from "vitest";
import { readTypedTime, readTypedWeight } from "./typed-time.ts";

const frame = { near: "2017-02-02T10:22:10Z", zone: "UTC", nowMs: Date.parse("2017-02-05T00:00:00Z"), mayBeOpen: true };

describe("a typed end", () => {
  it.each([
    ["10:29:00", "2017-02-02T10:29:00.000Z"],
    ["9:05", "2017-02-02T09:05:00.000Z"],
    ["3 Feb 2017 00:10", "2017-02-03T00:10:00.000Z"],
    ["open", null],
    ["", null],
  ])("reads %s as %s", (text, at) => expect(readTypedTime(text, frame)).toEqual({ ok: true, at }));

  it("uses the shown time zone", () => {
    const berlin = { ...frame, zone: "Europe/Berlin" };
    expect(readTypedTime("11:29", berlin)).toEqual({ ok: true, at: "2017-02-02T10:29:00.000Z" });
  });

  it.each(["25:00", "soon", "10:61"])("rejects %s with how to write it", (text) => {
    expect(readTypedTime(text, frame)).toMatchObject({ ok: false, reason: expect.stringContaining("10:29") });
  });

  it("asks about clock changes, and has no open start", () => {
    const night = { ...frame, near: "2017-03-26T00:00:00Z", zone: "Europe/Berlin" };
    expect(readTypedTime("02:30", night)).toMatchObject({ ok: false, reason: expect.stringContaining("UTC") });
    expect(readTypedTime("", { ...frame, mayBeOpen: false })).toMatchObject({ ok: false });
  });
});

it.each([
  ["0.97", 0.97],
  [".3", 0.3],
  ["0,18", 0.18],
  ["97 %", 0.97],
  ["1", 1],
  ["0", 0],
  ["1.2", null],
  ["120%", null],
  ["", null],
  ["all", null],
] as const)("reads the weight %s", (text, weight) => expect(readTypedWeight(text)).toBe(weight));
