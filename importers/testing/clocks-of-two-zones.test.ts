import { describe, expect, it } from "vitest";
import { times } from "./times-of.ts";

const story = (first: string) =>
  times(
    `Server report: April 18th, 2018\n\n${first} our monitoring alerted us that the servers failed.\n\nThe fibre was repaired at 9:00 PM EST.\n`,
  );

describe("one moment with two clocks and two zones behind them", () => {
  it.each([
    "At approximately 2:20/1:20 PM EST/CST",
    "On April 18, 2018, at approximately 2:20/1:20 PM EST/CST,",
    "At 2:20 / 1:20 PM EST / CST",
    "At 2:20/1:20 pm EST/CST",
    "At 2:20pm/1:20pm EST/CST",
    "At 14:20/13:20 EST/CST",
    "At 14:20 / 13:20 EST/CST",
    "At 2:20/1:20 PM (EST/CST)",
    "At 2:20/11:20 AM EST/PST",
    "At 2:20/7:20 PM EST/UTC",
    "At 2:20/1:20 p.m. EST/CST",
  ])("is read once: %s", (first) => {
    expect(story(first)).toEqual(["04-18 19:20", "04-19 02:00"]);
  });

  it.each(["At 2:20/1:20 PM CST/EST", "At 14:20/13:20 CST/EST"])("is read if the zones are swapped: %s", (first) => {
    expect(story(first)).toEqual(["04-18 19:20", "04-19 02:00"]);
  });

  it("isn't guessed if the clocks aren't as far apart as the zones", () => {
    expect(story("At 2:20/12:20 PM EST/CST").filter((time) => time.startsWith("04-18"))).toEqual([]);
  });
});

describe("a time of four digits before a zone", () => {
  const post = (first: string) =>
    times(`2005-01-28 Authentication problems\n\n${first} the server failed. We restarted it at 1055 EST, 1555 UTC.\n`);

  it.each([
    "At 1037 EST, 1537 UTC,",
    "At 1037 EST / 1537 UTC",
    "At 1037 EST (1537 UTC)",
    "At 1037 EST",
    "At 1037EST",
    "At about 1037 EST, 1537 UTC",
    "By 1037 EST",
    "At around 1037 EST,",
    "At 1637 CET",
    "At 2107 IST, 1537 UTC,",
  ])("is read: %s", (first) => {
    expect(post(first).at(-1)).toBe("01-28 15:55");
    expect(post(first)).toHaveLength(2);
    expect(post(first)[0]).toMatch(/^01-28 15:37$|^\?/);
  });

  it.each(["At 1800 metres", "In 2005 West", "At 1200 est. users", "At 2030 mst", "About 1500 Pet owners"])(
    "isn't read before other words: %s",
    (first) => {
      const text = `${first} were used. We restarted the failed server at 1055 EST, 1555 UTC.`;
      expect(times(`2005-01-28 Authentication problems\n\n${text}\n`)).toEqual(["01-28 15:55"]);
    },
  );
});
