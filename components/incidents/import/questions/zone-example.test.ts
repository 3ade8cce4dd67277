import { expect, it } from "vitest";
import { zoneExample } from "./zone-example.ts";

const WINTER = "2017-02-13T12:00:00Z";

it.each([
  ["13:58", "UTC", "13:58 stays 13:58 UTC"],
  ["13:58", "Europe/Berlin", "13:58 becomes 12:58 UTC"],
  ["0:20", "Europe/Berlin", "00:20 becomes 23:20 UTC"],
  ["around 22:30", "America/New_York", "22:30 becomes 03:30 UTC"],
])("%s in %s: %s", (stated, zone, words) => expect(zoneExample(stated, zone, WINTER)).toBe(words));

it("follows summer time", () =>
  expect(zoneExample("13:58", "Europe/Berlin", "2017-07-01T12:00:00Z")).toContain("11:58"));
it("gives no example without a time", () => expect(zoneExample("later", "UTC", WINTER)).toBeNull());
