import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "#importers/testing/fixtures.ts";

const daysOf = (summary: string) =>
  parseSource(
    textInput(
      `# API outage\n\n## Summary\n${summary}\n\n## Timeline\n10:02 UTC - A user sent a picture of the error.\n10:06 UTC - An engineer started to investigate.\n10:12 UTC - Service confirmed restored.\n`,
      "notes.md",
    ),
    { zone: "UTC" },
  ).events.map(({ at }) => at?.slice(0, 16) ?? null);

describe("the day in a summary", () => {
  it.each([
    "* 10:00 minutes.10:02 AM - 10:12 AM UTC on 5/14/18.",
    "Duration: 10 minutes (10:02 - 10:12 UTC), 5/14/18",
    "Duration: ten minutes, 5/14/18 10:02 - 10:12 UTC",
    "Ten minutes on 14/05/18, from 10:02 to 10:12 UTC.",
    "Users got errors for ten minutes on 5/14/18 between 10:02 and 10:12.",
    "Impact: 10 minutes on 5/14/18 (10:02 to 10:12 UTC)",
    "For several minutes on 14 May 2018, from 10:02 UTC, all pages failed.",
    "The site was down for 10-minutes on May 14, 2018 (10:02-10:12).",
    "On 5/14/2018 at 10:02 UTC the site failed for a few minutes.",
    "Fifteen minutes of errors on 2018-05-14, which began at 10:02.",
    "The outage on 5/14/18 lasted ten minutes.",
  ])("is that of the timeline, next to how many minutes it took: %s", (summary) => {
    expect(daysOf(summary)).toEqual(["2018-05-14T10:02", "2018-05-14T10:06", "2018-05-14T10:12"]);
  });

  it.each([
    "Duration: ten minutes, from 10:02 to 10:12 on 5/4/18",
    "For ten minutes on 05/04/18, from 10:02 to 10:12.",
    "The minutes of 5/21/18, 10:02 are in the wiki.",
    "Minutes: 21 May 2018, 10:02",
  ])("is asked for if it can be two days, or the day of something else: %s", (summary) => {
    expect(daysOf(summary)).toEqual([null, null, null]);
  });
});
