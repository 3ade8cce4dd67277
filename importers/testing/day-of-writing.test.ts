import { describe, expect, it } from "vitest";
import { times } from "./times-of.ts";

const asked = (found: readonly string[]) => found.map((one) => one.replace(/^\?.*/, "?"));
const ITEMS = "Timeline (UTC):\n\n10:00 API fails\n10:30 API is back\n11:00 closed\n";

describe("the day that an update was posted on", () => {
  const post = (text: string) => asked(times(`API is down\nIncident report\n\n${text}`));

  it.each([
    `Resolved\nAll is well.\nPosted Mar 9, 2024 - 09:16 UTC\n\nThe report of the incident on Mar 5, 2024.\n\n${ITEMS}`,
    `Resolved\nAll is well.\nPosted over 2 years ago. Mar 9, 2024 - 09:16 UTC\n\nThe report of the outage on Mar 5, 2024.\n\n${ITEMS}\nPosted over 2 years ago. Mar 8, 2024 - 10:10 UTC\n`,
    `This incident has been resolved.\nPosted Mar 9, 2024 - 09:16 UTC\n\nThe outage on 5 March 2024 took an hour.\n\n${ITEMS}`,
    `Resolved Mar 9, 2024 at 09:16 UTC\nAll is well.\n\nThe outage of 5 March 2024 took an hour.\n\n${ITEMS}`,
    `Resolved\nMar 9, 2024 09:16 UTC\n\nAll is well.\n\n## Report\n\nThe outage of 5 March 2024 took an hour.\n\n${ITEMS}`,
  ])("isn't that of times whose story tells another: %j", (text) => {
    expect(post(text).filter((at) => !at.startsWith("03-09") && !at.startsWith("03-08"))).toEqual([
      "03-05 10:00",
      "03-05 10:30",
      "03-05 11:00",
    ]);
  });

  it.each([
    `This incident has been resolved.\nPosted Mar 9, 2024 - 09:16 UTC\n\n${ITEMS}`,
    `Resolved\nAll is well.\nPosted Mar 9, 2024 - 09:16 UTC\n\nThe report.\n\n${ITEMS}\nPosted Mar 10, 2024 - 10:10 UTC\n`,
    `${ITEMS}\nThanks for your patience.\nPosted Mar 9, 2024 - 09:16 UTC\n`,
    `Resolved Mar 9, 2024 at 09:16 UTC\nAll is well.\n\n${ITEMS}`,
    `Resolved\nMar 9, 2024 09:16 UTC\n\nAll is well.\n\n## Report\n\n${ITEMS}`,
  ])("isn't the day of times below or above it: %j", (text) => {
    expect(post(text).filter((at) => at === "?")).toHaveLength(3);
  });

  it("leaves them the day of the title", () => {
    const text = `Resolved\nAll is well.\nPosted Mar 9, 2024 - 09:16 UTC\n\n${ITEMS}`;
    expect(times(`Outage of 5 March 2024\n\n${text}`)).toEqual([
      "03-09 09:16",
      "03-05 10:00",
      "03-05 10:30",
      "03-05 11:00",
    ]);
  });

  it("doesn't affect the day of another update", () => {
    const text = `Resolved\nAll is well.\nPosted Mar 9, 2024 - 09:16 UTC\n\nIdentified\nA bad disk.\nPosted Mar 8, 2024 - 08:02 UTC\n\n${ITEMS}`;
    expect(post(text)).toEqual(["03-09 09:16", "03-08 08:02", "?", "?", "?"]);
  });
});

describe("a day alone above a story", () => {
  const report = (head: string, story: string, filename = "a.md") =>
    asked(times(`${head}\n\n${story}\n\n${ITEMS}`, filename));

  it.each([
    [
      "Saturday 9th March 2024",
      "Incident report on the outage 05/03/2024\n\nStart Date/Time: 05/03/2024 10:00 - Duration: 60 minutes",
    ],
    ["Saturday 9th March 2024", "Following on from the outage yesterday afternoon, below is a timeline."],
    ["9 March 2024", "On 5 March our API failed for an hour."],
    ["2024-03-09", "Last Tuesday our API failed for an hour."],
    ["March 9, 2024", "Incident report: API outage on March 5, 2024."],
    ["# March 9, 2024", "Yesterday our API failed for an hour."],
    ["Sat, 9 Mar 2024", "The API was down on Tuesday. We are sorry."],
    ["09.03.2024", "The outage of 05.03.2024 took an hour."],
    ["2024-03-09", "On 2024-03-05 at 10:00 UTC our API failed."],
    ["**9 March 2024**", "The outage on 5 March took an hour, three days ago."],
  ])("isn't the day of the times if the story is about another: %s, %s", (head, story) => {
    expect(report(head, story)).not.toContainEqual(expect.stringMatching(/^03-09 /));
  });

  it.each([
    ["Saturday 9th March 2024", "Our API failed for an hour."],
    ["9 March 2024", "On Saturday our API failed for an hour."],
    ["# 2024-03-09", "On 9 March our API failed for an hour."],
    ["2024-03-09", "Notes of the call."],
  ])("is the day of the times if the story is about no other: %s, %s", (head, story) => {
    expect(report(head, story)).toEqual(["03-09 10:00", "03-09 10:30", "03-09 11:00"]);
  });

  it("isn't the day of times right below the story either", () => {
    for (const story of ["Yesterday our API failed for an hour.", "On Tuesday the API was down."])
      expect(
        asked(times(`2024-03-09\n\n${story}\n\n10:00 UTC API fails\n10:30 UTC API is back\n11:00 UTC closed\n`)),
      ).toEqual(["?", "?", "?"]);
  });

  it("is the day of its part if each part has its day", () => {
    const part = (day: string) =>
      `${day}\n\nYesterday all was quiet.\n\n10:00 UTC API fails\n10:30 UTC API is back\n\n`;
    expect(times(part("2024-03-09") + part("2024-03-10"))).toEqual([
      "03-09 10:00",
      "03-09 10:30",
      "03-10 10:00",
      "03-10 10:30",
    ]);
  });

  it("is asked for if the file's name contains another", () => {
    expect(report("9 March 2024", "Our API failed for an hour.", "2024-03-05-report.md")).toEqual(["?", "?", "?"]);
  });

  it("is the day in a sentence next to a time of the list", () => {
    expect(report("2024-03-09", "On 2024-03-05 at 10:00 UTC our API failed.")).toEqual([
      "03-05 10:00",
      "03-05 10:30",
      "03-05 11:00",
    ]);
  });
});

describe("two days in one sentence", () => {
  const story = (sentence: string) => asked(times(`# Postmortem\n\n${sentence} An outage of this length is bad.\n`));

  it.each([
    [
      "On Thursday, November 17th, 2016 at approximately 12:05pm our site went down and lasted until Friday, November 18th, at 3:01pm.",
      ["11-17 12:05", "11-18 15:01"],
    ],
    ["On Nov 17, 2016, at 12:05 the site failed, and on Nov 18, at 15:01 it was back.", ["11-17 12:05", "11-18 15:01"]],
    [
      "The site failed on 17 November 2016 at 12:05 and was restored on 18 November at about 15:01.",
      ["11-17 12:05", "11-18 15:01"],
    ],
    [
      "The site failed at 12:05 on 17 November 2016 and was restored at 15:01 on 18 November.",
      ["11-17 12:05", "11-18 15:01"],
    ],
    ["From 2016-11-17, 12:05 UTC until 2016-11-18, 15:01 UTC the site was unavailable.", ["11-17 12:05"]],
    ["Between November 17th 2016 at 12:05 and November 18th, around 15:01, the site was unavailable.", ["11-17 12:05"]],
    ["The outage of Nov 17, 2016 began at 12:05 and ended at 15:01 the next day.", ["11-17 12:05", "11-18 15:01"]],
    ["The outage of Nov 17, 2016 began at 12:05 and ended at 15:01 on Friday.", ["11-17 12:05", "11-18 15:01"]],
    ["The outage of Nov 17, 2016 began at 12:05 and ended Friday at 15:01.", ["11-17 12:05", "11-18 15:01"]],
    ["On Nov 17, 2016 the site failed at 12:05, and at 13:10 it was restored.", ["11-17 12:05", "11-17 13:10"]],
    [
      "On Nov 17, 2016 the site failed at 12:05, at 13:10 we were paged, on Nov 18 we replaced the disk and at 15:01 it was restored.",
      ["11-17 12:05", "11-17 13:10", "11-18 15:01"],
    ],
  ])("are assigned, or asked for: %s", (sentence, expected) => {
    const found = story(sentence);
    expect(found).toEqual(expected);
  });
});
