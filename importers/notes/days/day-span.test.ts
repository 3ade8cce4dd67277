import { describe, expect, it } from "vitest";
import { times } from "#importers/testing/times-of.ts";
import { daySpan } from "./day-span.ts";

const list = (...clocks: string[]) => clocks.map((clock) => `- ${clock} words`).join("\n");
const below = (heading: string, ...clocks: string[]) =>
  times(`# Outage of 2024\n\n## Timeline\n\n### ${heading}\n\n${list(...clocks)}\n`);
const SPANS = [
  "11 and 12 May 2024",
  "11-12 May 2024",
  "11 – 12 May 2024",
  "11th & 12th of May 2024",
  "11/12 May 2024",
  "May 11-12, 2024",
  "May 11 and 12, 2024",
  "11 May – 12 May 2024",
  "11 May 2024 to 12 May 2024",
  "2024-05-11 – 2024-05-12",
  "11. und 12. Mai 2024",
];

describe("a heading with two days", () => {
  it.each(SPANS)("%s is asked for", (heading) => {
    expect(daySpan(heading)).toEqual({ first: { year: 2024, month: 5, day: 11 }, days: 2 });
    expect(below(heading, "10:00", "12:00")).toEqual(["? date", "? date"]);
    expect(below(heading, "10:00", "12:00", "11:00")).toEqual(["? date", "? date", "? date"]);
  });

  it.each(SPANS)("%s is clear if the times below pass midnight once", (heading) => {
    expect(below(heading, "22:00", "23:40", "00:10", "01:00")).toEqual([
      "05-11 22:00",
      "05-11 23:40",
      "05-12 00:10",
      "05-12 01:00",
    ]);
  });

  it("is asked for if it names more, and doesn't affect entries with their own day", () => {
    expect(below("11-14 May 2024", "22:00", "01:00")).toEqual(["? date", "? date"]);
    expect(below("11-12 May 2024", "2024-05-12 10:00", "2024-05-12 11:00")).toEqual(["05-12 10:00", "05-12 11:00"]);
  });

  it.each(["# Outage of 11 and 12 May 2024", "# Outage, May 11-12, 2024"])("may be the title: %s", (title) => {
    expect(times(`${title}\n\n## Timeline\n\n${list("10:00", "12:00")}\n`).every((at) => at.startsWith("?"))).toBe(
      true,
    );
    expect(times(`${title}\n\n## Timeline\n\n${list("22:00", "01:00")}\n`)).toEqual(["05-11 22:00", "05-12 01:00"]);
  });

  it.each(["12 May 2024", "May 2024", "11:00 - 12:00 12 May 2024", "Room 11 and 12", "1-2 hours on 12 May 2024"])(
    "isn't one: %s",
    (heading) => expect(daySpan(heading)).toBeNull(),
  );
});
