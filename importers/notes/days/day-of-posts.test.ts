import { describe, expect, it } from "vitest";
import { times } from "#importers/testing/times-of.ts";

const told = (story: string) =>
  times(
    `API latency\nIncident Report for Example\nPostmortem\n\n${story}\n\nResolved\nThis incident has been resolved.\nPosted Jan 22, 2020 - 22:27 UTC\nInvestigating\nWe're investigating elevated latency.\nPosted Jan 22, 2020 - 19:16 UTC\n`,
  );

describe("the story above the posts of one day", () => {
  it.each([
    [
      "Between 19:00 UTC and 20:00 UTC the API was slow. At 19:45 UTC the queries were killed.",
      ["01-22 19:00", "01-22 19:45"],
    ],
    [
      "The API was slow from 19:00 UTC to 20:00 UTC. By 20:15 UTC, all queries had failed.",
      ["01-22 19:00", "01-22 20:15"],
    ],
    ["At 19:05 UTC a rollback was issued. The database recovered at 20:00 UTC.", ["01-22 19:05", "01-22 20:00"]],
  ])("is on their day: %s", (story, found) => {
    expect(told(story)).toEqual(expect.arrayContaining(found));
  });

  it("is asked for if a span passes midnight", () => {
    expect(told("Between 23:00 UTC and 01:00 UTC the API was slow. At 22:45 UTC an alert failed.").join()).toContain(
      "?",
    );
  });
});
