import { describe, expect, it } from "vitest";
import { times } from "./times-of.ts";

const list = (...items: string[]) =>
  times(`# Outage 2024-03-05\n\n## Timeline\n\n${items.map((one) => `- ${one}`).join("\n")}\n`);

describe("text after UTC", () => {
  it.each([
    ["10:00 UTC+2 down", "03-05 08:00"],
    ["10:00 UTC +2 down", "03-05 08:00"],
    ["10:00 GMT-7 down", "03-05 17:00"],
    ["10:00 GMT-0700 (PDT) down", "03-05 17:00"],
    ["10:00 UTC−5 down", "03-05 15:00"],
    ["10:00 UTC–5: down", "03-05 15:00"],
    ["10:00 (UTC - 8) down", "03-05 18:00"],
    ["10:00 UTC -5: down", "03-05 15:00"],
    ["10:00 UTC+5:30 down", "03-05 04:30"],
    ["10:00 UTC - 5 hosts down", "03-05 10:00"],
    ["10:00 UTC – 5 hosts down", "03-05 10:00"],
    ["10:00 UTC — 5 hosts down", "03-05 10:00"],
    ["10:00 UTC - 00:20 UTC down", "03-05 10:00"],
    ["10:00UTC-10:30UTC down", "03-05 10:00"],
    ["23:50 UTC - 00:20 UTC down", "03-05 23:50"],
    ["10:00 UTC - 10:30 down", "03-05 10:00"],
  ])("is an offset, a range or words: %s", (item, at) => {
    expect(list(item, "23:55 UTC up")[0]).toBe(at);
  });

  it("is asked for if a minus can precede a number", () => {
    const items = "- 10:00 UTC -3 nodes lost\n- 10:40 UTC -1 node lost";
    expect(times(`# Outage 2024-03-05\n\n## Timeline\n\n${items}`, "a.md", undefined, "Europe/Berlin")).toEqual([
      "? zone",
      "? zone",
    ]);
  });
});

describe("a time zone with several meanings", () => {
  const text = "# Outage 2024-03-05\n\n## Timeline\n\n- 10:00 IST down\n- 10:40 IST up\n";

  it("isn't replaced by one that a person chose for other times", () => {
    expect(times(text)).toEqual(["? zone", "? zone"]);
  });

  it("is the option that a person chose", () => {
    expect(times(text, "a.md", undefined, "Asia/Kolkata")).toEqual(["03-05 04:30", "03-05 05:10"]);
  });
});

describe("the time zone in the label of a timeline", () => {
  it.each([
    "Detailed Timeline (CET):",
    "Timeline (CET):",
    "Timeline CET",
    "**Timeline (CET)**",
    "Incident timeline (all times CET):",
    "Chronology, CET:",
  ])("applies to the entries below it, even between other lines: %s", (label) => {
    const text = `Outage of 2024-03-05\nWe were down until 07:47 UTC.\n${label}\n\n01:30 : It fell\n03:20 : It rose\nAnalysis:\nNone.\n`;
    expect(times(text)).toEqual(["03-05 07:47", "03-05 00:30", "03-05 02:20"]);
  });
});

describe("a time around twelve with the wrong half of the day", () => {
  it.each([
    [
      ["8:40 AM start", "12:40 AM peak", "1:00 PM off", "1:10 PM over"],
      ["03-05 08:40", "?", "03-05 13:00", "03-05 13:10"],
    ],
    [
      ["11:30 AM start", "12:10 AM peak", "12:40 PM off"],
      ["03-05 11:30", "?", "03-05 12:40"],
    ],
    [
      ["9:05 am start", "12:15 am over"],
      ["03-05 09:05", "?"],
    ],
    [
      ["11:30 PM start", "12:10 PM peak", "12:40 AM off", "1:10 AM over"],
      ["03-05 23:30", "?", "03-06 00:40", "03-06 01:10"],
    ],
    [
      ["10:15 pm start", "12:01 pm peak", "2:30 am over"],
      ["03-05 22:15", "?", "03-06 02:30"],
    ],
  ])("is asked for: %j", (items, expected) => {
    expect(list(...items).map((one) => one.replace(/^\?.*/, "?"))).toEqual(expected);
  });

  it.each([
    [
      ["11:30 PM start", "12:10 AM peak", "12:40 AM off", "1:10 PM over"],
      ["03-05 23:30", "03-06 00:10", "03-06 00:40", "03-06 13:10"],
    ],
    [
      ["11:30 AM start", "12:10 PM peak", "1:10 PM over"],
      ["03-05 11:30", "03-05 12:10", "03-05 13:10"],
    ],
    [
      ["1:30 PM start", "12:40 AM alarm", "2:00 AM over"],
      ["03-05 13:30", "03-06 00:40", "03-06 02:00"],
    ],
    [
      ["12:10 AM start", "12:40 AM alarm", "1:00 PM over"],
      ["03-05 00:10", "03-05 00:40", "03-05 13:00"],
    ],
    [
      ["4:00 PM start", "12:10 AM peak", "12:40 AM off"],
      ["03-05 16:00", "03-06 00:10", "03-06 00:40"],
    ],
  ])("isn't asked for if the times continue from it: %j", (items, expected) => {
    expect(list(...items)).toEqual(expected);
  });
});

describe("a story that a status page posted later", () => {
  const posted = "Posted Jan 03, 2024 - 09:16 PST";

  it.each([
    "On Jan 03, 2024 we were down between 15:40 and 16:05 UTC. All was well as of 16:45 UTC.",
    "We were down from 15:40 UTC on 1/3/24.\nIt took until 16:05 UTC. All was well as of 16:45 UTC.",
    "An outage began at 15:40 UTC on January 3. It ended at 16:05 UTC. We closed at 16:45 UTC.",
  ])("has its own times: %j", (text) => {
    const found = times(`# Delays\n\n${text}\n${posted}\nThis incident affected: API.\n`);
    expect(found).not.toContain("01-03 17:16");
    expect(found).toEqual(expect.arrayContaining(["01-03 15:40", "01-03 16:45"]));
  });

  it("is asked for its day if it names none", () => {
    expect(
      times(`We had an outage at 15:40 UTC. It ended at 16:05 UTC.\n${posted}\n`).every((at) => at.startsWith("?")),
    ).toBe(true);
  });

  it("is an update if it contains no time of its own", () => {
    expect(times(`Resolved\nIt is over.\n${posted}\n`)).toEqual(["01-03 17:16"]);
    expect(times(`Resolved\nIt is over since 15:40 UTC, not 15:50 UTC.\n${posted}\n`)).toEqual(["01-03 17:16"]);
    const report = `- postmortem May 11, 2021, 09:23 PM UTC\nA job ended too much. We changed it.\n`;
    expect(times(`- resolved May 11, 2021, 03:42 PM UTC\nIt is over.\n${report}`)).toEqual([
      "05-11 15:42",
      "05-11 21:23",
    ]);
  });
});

describe("a time within a sentence", () => {
  it.each([
    ["Around 13:25 UTC we saw the queues grow.", "At 13:20 UTC we upgraded. ", "It was over at 14:03 UTC."],
    ["About 13:25 UTC we saw the queues grow.", "At 13:20 UTC we upgraded. ", "It was over by 14:03 UTC."],
    ["Shortly after 13:25 UTC we saw the queues grow.", "At 13:20 UTC we upgraded. ", "It lasted until 14:03 UTC."],
  ])("counts with those of other paragraphs: %s", (middle, first, last) => {
    expect(times(`# Outage of 2024-03-05\n\n${first}\n\n${middle}\n\n${last}\n`)).toEqual([
      "03-05 13:20",
      "03-05 13:25",
      "03-05 14:03",
    ]);
  });

  it.each([
    "block 12 (2024-03-05, 17:40) failed and block 13 (2024-03-06 03:14) worked",
    "the relay was down (2024-03-05 17:40 UTC) and up again (2024-03-06 03:14 UTC)",
    "from March 5, 2024, 17:40 UTC the relay failed, and on March 6, 2024, 03:14 UTC it was up again",
    "the relay failed 2024-03-05 17:40 and was restored 2024-03-06 03:14",
    "the relay failed [March 5, 2024 17:40 UTC], restored [March 6, 2024 03:14 UTC]",
  ])("is read behind its own day: %s", (sentence) => {
    expect(times(`# An outage\n\nWe know that ${sentence}.\n`)).toEqual(["03-05 17:40", "03-06 03:14"]);
  });

  it("is on its own day below headings that end in a time", () => {
    const part = (day: string, from: string, to: string) =>
      `# Mainnet outage 2024-03-${day} ${from} UTC\n\nIt fell.\n\n## Outcome\n\nIt was down from block 2 (2024-03-${day}, ${from}:46) and went on at block 3 (2024-03-${day} ${to}).\n\n`;
    expect(times(part("22", "17:40", "19:10") + part("03", "13:45", "18:42"))).toEqual([
      "03-22 17:40",
      "03-22 19:10",
      "03-03 13:45",
      "03-03 18:42",
    ]);
  });

  it("is asked for its day below a line with the date of writing", () => {
    const text = "Mon May 16 14:13:44 UTC 2016\n\nThe outage began at 05:00 UTC. It ended at 06:00 UTC.\n";
    expect(times(text).map((at) => at[0])).toEqual(["?", "?"]);
  });

  it("is asked for if it goes back on what can be a 12-hour clock", () => {
    const text =
      "# Outage\n\nAt 03:01 UTC on 12 March 2024 we were down. We had deployed at 2:55 UTC on 12 March 2024.\n";
    expect(times(text)).toEqual(["03-12 03:01", "? half_day"]);
  });
});
