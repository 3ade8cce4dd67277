import { expect, it } from "vitest";
import { zoneOptions } from "./zone-options.ts";

const values = (words: string) => zoneOptions(words, ["UTC", "Europe/Berlin"]).map((option) => option.value);

it("starts with the time zones at hand", () => expect(values("").slice(0, 2)).toEqual(["UTC", "Europe/Berlin"]));

it.each([
  ["+0530", "+05:30"],
  ["JST", "+09:00"],
  ["Lisbon", "Europe/Lisbon"],
  ["new york", "America/New_York"],
])("reads %s as %s", (words, zone) => expect(values(words)).toContain(zone));

it("offers every meaning of an ambiguous name", () => {
  expect(zoneOptions("IST", []).filter((option) => option.detail).length).toBeGreaterThan(1);
});

it("stays short", () => expect(values("a").length).toBeLessThanOrEqual(41));
