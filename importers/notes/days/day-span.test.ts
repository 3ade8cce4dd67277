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

describe("two days above times that go back", () => {
  const newest = "### 3 April 2024\n\n(8:15) Mail works again.\n\n(7:28) Mail is slow.\n\n(7:05) Mails wait.\n";
  const page = (heading: string, ...clocks: string[]) =>
    times(`### ${heading}\n\n${clocks.map((at) => `(${at}) words of it.`).join("\n\n")}\n\n${newest}`).slice(
      0,
      clocks.length,
    );

  it.each(SPANS)("%s is asked for if they can be in either order", (heading) => {
    expect(below(heading, "07:30", "01:00")).toEqual(["? date", "? date"]);
    expect(below(heading, "14:00", "09:00")).toEqual(["? date", "? date"]);
    expect(below(heading, "13:00", "02:00", "01:00")).toEqual(["? date", "? date", "? date"]);
  });

  it.each(SPANS)("%s is asked for on a page that tells the newest first", (heading) => {
    expect(page(heading, "7:30", "1:00").every((at) => at.startsWith("?"))).toBe(true);
    expect(page(heading, "22:30", "21:00").every((at) => at.startsWith("?"))).toBe(true);
  });

  it.each(SPANS.filter((span) => !/ (?:and|und) /.test(span)))(
    "%s is clear on such a page if they pass midnight once",
    (heading) => {
      expect(page(heading, "01:30", "00:10", "23:40", "22:00")).toEqual([
        "05-12 01:30",
        "05-12 00:10",
        "05-11 23:40",
        "05-11 22:00",
      ]);
    },
  );

  it("is clear if later times follow the one that goes back", () => {
    expect(below("11-12 May 2024", "21:00", "08:10", "09:00")).toEqual(["05-11 21:00", "05-12 08:10", "05-12 09:00"]);
  });
});
