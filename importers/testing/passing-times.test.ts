import { describe, expect, it } from "vitest";
import { times } from "./times-of.ts";

const asked = (found: readonly string[]) => found.map((one) => one.replace(/^\?.*/, "?"));
const LIST = "## Timeline\n\n- 10:00 down\n- 10:30 up\n";

describe("a time zone in passing", () => {
  it.each([
    ["Our office in New York opens at 7:30 EST.", LIST],
    ["The vendor replied at 18:00 PST.", LIST],
    ["Their window was 03:00 EST to 04:00 EST.", LIST],
    ["Support closes at 5 pm EST.", LIST],
    ["A second fault began at 23:15 CET.", LIST],
    ["", "## Timeline\n\n- 10:00 down\n- 10:30 CET a customer in Paris reports\n- 11:00 up\n- 11:20 closed\n"],
    ["", "## Timeline\n\n- 10:00 down\n- 10:20 found\n- 11:00 PST the supplier answers\n"],
  ])("isn't that of the list: %s %s", (said, list) => {
    const found = times(`# Outage 2024-03-05\n\n${said}\n\n${list}`);
    expect(found[0]).toBe("03-05 10:00");
  });

  it.each([
    ["The API was down from 10:00 CET.", LIST],
    ["We were down between 9:45 CET and 10:35 CET.", LIST],
    ["", "## Timeline\n\n- 10:00 CET down\n- 10:30 up\n- 11:00 closed\n"],
    ["", "## Timeline\n\n- 10:00 down\n- 10:30 CET up\n- 11:00 CET closed\n"],
    ["All times are CET. The vendor replied at 18:00 PST.", LIST],
  ])("is that of the list if it is about its times: %s %s", (said, list) => {
    expect(times(`# Outage 2024-03-05\n\n${said}\n\n${list}`)[0]).toBe("03-05 09:00");
  });
});

describe("times that count from a start", () => {
  const counted = (said: string, items = "- 00:00 alert\n- 00:50 seen\n- 12:10 over\n") =>
    asked(times(`# Outage 2024-03-05\n\n${said}\n\n${items}`));

  it.each([
    "## Timeline (elapsed)",
    "## Timeline, times since the first alert",
    "## Timeline (relative times)",
    "Times are minutes since the first alert.\n\n## Timeline",
    "All times are relative to the start of the incident.\n\n## Timeline",
    "## Timeline (mm:ss from the start)",
    "## Timeline (T+)",
    "## Timeline\n\nTime elapsed, what happened:",
  ])("aren't times of the day: %s", (said) => {
    expect(counted(said)).toEqual(["?", "?", "?"]);
  });

  it.each([
    ["Start: 14:05 UTC\n\n## Timeline (mm:ss after the start)", ["03-05 14:05", "03-05 14:05", "03-05 14:17"]],
    ["Start: 14:05 UTC\n\n## Timeline (hh:mm after the start)", ["03-05 14:05", "03-05 14:55", "03-06 02:15"]],
    ["## Timeline (UTC)", ["03-05 00:00", "03-05 00:50", "03-05 12:10"]],
    ["## Timeline\n\nIt was the first time since the start of the year.", ["?", "?", "?"]],
  ])("are counted from T0: %s", (said, expected) => {
    expect(counted(said)).toEqual(expected);
  });
});

describe("two days that sources name", () => {
  it.each([
    ["Date: 2024-03-09", "# API outage", "2024-03-05-x.md"],
    ["Incident date: 2024-03-05", "# API outage 2024-03-09", "a.md"],
    ["Jane Doe | March 9, 2024 | 5 min read\n\nThe API was down last week.", "# API outage", "a.md"],
    ["## March 9, 2024\n\nYesterday the API was down for an hour.", "# API outage", "a.md"],
    ["*March 9, 2024*\n\nYesterday the API was down for an hour.", "# API outage", "a.md"],
  ])("are asked for if they differ: %s below %s in %s", (said, title, filename) => {
    expect(asked(times(`${title}\n\n${said}\n\n- 10:00 UTC down\n- 10:30 UTC up\n`, filename))).toEqual(["?", "?"]);
  });
});

describe("the report in an update", () => {
  it.each([
    "6th March 2018 at 13:53: Resolved: Telephony",
    "6 March 2018 13:53 UTC - Resolved",
    "2018-03-06 13:53 UTC Resolved: all is well",
    "March 6, 2018 13:53 - Postmortem: what happened",
    "2018-03-06 13:53 Monitoring - all is well",
  ])("isn't on the day of the update: %s", (update) => {
    const found = times(`Status of telephony\n\n${update}\nThe report of last week:\n14:42 - alerts\n14:48 - found\n`);
    expect(found.filter((at) => at.startsWith("03-06 14"))).toEqual([]);
  });

  it("but consecutive updates are on one day", () => {
    expect(
      times("2018-03-06 13:53 Investigating: it is slow\n14:10 Identified: a disk\n14:30 Resolved: all is well\n"),
    ).toEqual(["03-06 13:53", "03-06 14:10", "03-06 14:30"]);
  });
});

describe("what had happened before", () => {
  const story = (text: string) =>
    asked(times(`# Postmortem\n\nOn March 5, 2024 at 08:00 UTC it failed. ${text} At 9:00 UTC it was restored.\n`));

  it.each([
    "We had deployed at 22:00 UTC.",
    "The disk had been replaced at 21:00 UTC.",
    "It had already begun at 23:00 UTC.",
  ])("isn't on the same day: %s", (text) => {
    expect(story(text).filter((at) => /^03-0\d 2/.test(at))).toEqual([]);
  });

  it.each([
    "The evening before at 22:00 UTC we deployed.",
    "The previous evening at 22:00 UTC we deployed.",
    "The night before at 22:00 UTC we deployed.",
  ])("is on the day before: %s", (text) => {
    expect(story(text).filter((at) => /^03-0\d 2/.test(at))).toEqual(["03-04 22:00"]);
  });

  it.each(["By 8:40 UTC the queue had drained.", "We had deployed at 07:30 UTC."])("can be: %s", (text) => {
    expect(story(text)).toContain(text.includes("07:30") ? "03-05 07:30" : "03-05 08:40");
  });
});
