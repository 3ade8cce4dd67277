import { expect, it } from "vitest";
import { todayIn } from "./today-in.ts";

const AT = new Date("2026-10-31T23:30:00Z");

it.each([
  ["UTC", "2026-10-31"],
  ["Europe/Berlin", "2026-11-01"],
  ["America/Los_Angeles", "2026-10-31"],
  [null, "2026-10-31"],
  ["Mars/Olympus", "2026-10-31"],
])("in %s it is %s", (zone, day) => expect(todayIn(zone, AT)).toBe(day));
