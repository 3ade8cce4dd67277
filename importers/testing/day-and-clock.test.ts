import { describe, expect, it } from "vitest";
import { times } from "./times-of.ts";

type Case = [what: string, text: string, expected: string[], filename?: string, day?: string];

describe("a day in one place and its times in another", () => {
  it.each<Case>([
    [
      "a day in the first cell, the clock in the words",
      "# Outage\n\n## Timeline\n\n| Date | What happened |\n|---|---|\n| 2024-03-05 | At 14:20 UTC the queue filled up |\n| 2024-03-05 | At 15:02 UTC we drained it |\n| 2024-03-06 | 09:10 UTC all clear |\n",
      ["03-05 14:20", "03-05 15:02", "03-06 09:10"],
    ],
    [
      "a day in the first cell of some rows",
      "# Outage\n\n## Timeline\n\n| Day | Time | Event |\n|---|---|---|\n| 5 March 2024 | 14:20 | Queue filled up |\n| | 15:02 | Drained |\n| 6 March 2024 | 09:10 | All clear |\n",
      ["03-05 14:20", "03-05 15:02", "03-06 09:10"],
    ],
    [
      "a day in a heading, clocks in sentences",
      "# Outage\n\n## Timeline\n\n### March 5, 2024\n\nAt 14:20 UTC the queue filled up.\n\nAt 15:02 UTC we drained it.\n\n### March 6, 2024\n\nAt 09:10 UTC all was clear.\n",
      ["03-05 14:20", "03-05 15:02", "03-06 09:10"],
    ],
    [
      "a day in a heading, clocks within the sentences",
      "# Outage\n\n## Timeline\n\n### March 5, 2024\n\n- The queue filled up at 14:20 UTC.\n- We drained it around 15:02 UTC.\n\n### March 6, 2024\n\n- All was clear at 09:10 UTC.\n",
      ["03-05 14:20", "03-05 15:02", "03-06 09:10"],
    ],
    [
      "a day that opens an item, its clock in the sentence",
      "# Outage\n\n## Timeline\n\n- 2024-03-05: the queue filled up at 14:20 UTC\n- 2024-03-05: drained around 15:02 UTC\n- 2024-03-06: all clear at 09:10 UTC\n",
      ["03-05 14:20", "03-05 15:02", "03-06 09:10"],
    ],
    [
      "a day alone above nested items",
      "# Outage\n\n## Timeline\n\n- March 5, 2024\n  - 14:20 queue filled up\n  - 15:02 drained\n- March 6, 2024\n  - 09:10 all clear\n",
      ["03-05 14:20", "03-05 15:02", "03-06 09:10"],
    ],
    [
      "a clock behind the day with a comma",
      "# Outage\n\n## Timeline\n\n- Tuesday, March 5, 2024, at 14:20 UTC: queue filled up\n- Tuesday, March 5, 2024, around 15:02 UTC: drained\n",
      ["03-05 14:20", "03-05 15:02"],
    ],
    [
      "a bold day above sentences",
      "# Outage\n\n## Timeline\n\n**March 5, 2024**\n\nThe queue filled up at 14:20 UTC. It was drained at 15:02 UTC.\n\n**March 6, 2024**\n\nAll was clear at 09:10 UTC.\n",
      ["03-05 14:20", "03-05 15:02", "03-06 09:10"],
    ],
    [
      "a day in the first column without a name of it",
      "# Outage\n\n## Timeline\n\n| | | |\n|---|---|---|\n| 2024-03-05 | 14:20 | Queue filled up |\n| 2024-03-05 | 15:02 | Drained |\n",
      ["03-05 14:20", "03-05 15:02"],
    ],
    [
      "a bold day in the cell of a time, clocks in the rows below",
      "# Outage\n\n## Timeline\n\n| Time | Event |\n|---|---|\n| **2024-03-05** | |\n| 14:20 | Queue filled up |\n| 15:02 | Drained |\n| **2024-03-06** | |\n| 09:10 | All clear |\n",
      ["03-05 14:20", "03-05 15:02", "03-06 09:10"],
    ],
  ])("are joined: %s", (_what, text, expected, filename, day) => {
    expect(times(text, filename, day)).toEqual(expected);
  });

  it.each<Case>([
    [
      "20:50 pm",
      "## Timeline 2024-03-05\n\n- 20:50 pm queue full\n- 21:05 PM drained\n",
      ["03-05 20:50", "03-05 21:05"],
    ],
    [
      "13:05 p.m.",
      "## Timeline 2024-03-05\n\n- 13:05 p.m. queue full\n- 14:05 p.m. drained\n",
      ["03-05 13:05", "03-05 14:05"],
    ],
    ["20:50pm", "## Timeline 2024-03-05\n\n- 20:50pm queue full\n- 21:05pm drained\n", ["03-05 20:50", "03-05 21:05"]],
    [
      "in a table",
      "## Timeline\n\n| Date | Time | What |\n|---|---|---|\n| 2024-03-05 | 20:50 PM | full |\n| 2024-03-05 | 21:05 PM | drained |\n",
      ["03-05 20:50", "03-05 21:05"],
    ],
    [
      "in a sentence",
      "# Outage of 2024-03-05\n\nThe queue filled at 20:50 pm. We saw it at 21:05 pm and drained it at 22:10 pm.\n",
      ["03-05 20:50", "03-05 21:05", "03-05 22:10"],
    ],
    [
      "as a range",
      "## Timeline 2024-03-05\n\n- 20:50 pm - 21:00 pm queue full\n- 21:05 pm drained\n",
      ["03-05 20:50", "03-05 21:05"],
    ],
    [
      "with a zone",
      "## Timeline 2024-03-05\n\n- 20:50 PM UTC queue full\n- 21:05 PM UTC drained\n",
      ["03-05 20:50", "03-05 21:05"],
    ],
    [
      "behind a day",
      "## Timeline\n\n- 2024-03-05 20:50 PM queue full\n- 2024-03-05 21:05 PM drained\n",
      ["03-05 20:50", "03-05 21:05"],
    ],
  ])("reads a clock of 24 hours with a half of the day: %s", (_what, text, expected, filename, day) => {
    expect(times(text, filename, day)).toEqual(expected);
  });
});

describe("several times in one place", () => {
  it.each<Case>([
    [
      "a cell of times",
      "# Outage of 2024-03-05\n\n## Timeline\n\n| Time | What |\n|---|---|\n| 14:20, 14:35 | Two alerts |\n| 15:02 | Drained |\n",
      ["03-05 14:20", "03-05 14:35", "03-05 15:02"],
    ],
    [
      "lines of a cell of times",
      "# Outage of 2024-03-05\n\n## Timeline\n\n| Time | What |\n|---|---|\n| 14:20<br>14:35 | Two alerts |\n| 15:02 | Drained |\n",
      ["03-05 14:20", "03-05 14:35", "03-05 15:02"],
    ],
    [
      "headings of days in a story",
      "# Outage\n\n## 5 March 2024\n\nThe queue filled at around 14:20 UTC. We were paged at 14:31.\n\n## 6 March 2024\n\nDrained at 09:10.\n",
      ["03-05 14:20", "03-05 14:31", "03-06 09:10"],
    ],
    [
      "brackets behind the words of a day",
      "# Outage\n\n## Timeline\n\n- 2024-03-05: limit halved by a deploy (14:20 UTC)\n- 2024-03-06: all clear (09:10 UTC)\n",
      ["03-05 14:20", "03-06 09:10"],
    ],
    [
      "a cell",
      "## Timeline\n\n| Date | Event |\n|---|---|\n| 2024-03-05 | At 14:20 UTC the queue filled up. At 15:02 UTC we drained it. |\n| 2024-03-06 | At 09:10 UTC all was clear |\n",
      ["03-05 14:20", "03-05 15:02", "03-06 09:10"],
    ],
    [
      "lines of a cell",
      "## Timeline\n\n| Date | Event |\n|---|---|\n| 2024-03-05 | 14:20 the queue filled up<br>15:02 we drained it |\n| 2024-03-06 | 09:10 all was clear |\n",
      ["03-05 14:20", "03-05 15:02", "03-06 09:10"],
    ],
    [
      "an item under its day",
      "## Timeline\n\n- March 5, 2024: the queue filled at 14:20 UTC and was drained at 15:02 UTC\n- March 6, 2024: all clear at 09:10 UTC\n",
      ["03-05 14:20", "03-05 15:02", "03-06 09:10"],
    ],
    [
      "a cell beside its first time",
      "## Timeline\n\n| Date | Time | Event |\n|---|---|---|\n| 2024-03-05 | 14:20 | Queue filled up. 15:02 UTC: drained by hand. |\n| 2024-03-06 | 09:10 | All clear |\n",
      ["03-05 14:20", "03-05 15:02", "03-06 09:10"],
    ],
    [
      "three lines of a cell",
      "## Timeline\n\n| Date | Event |\n|---|---|\n| 5 March 2024 | 14:20 queue filled up<br/>15:02 drained<br>15:30 closed |\n| 6 March 2024 | Around 09:10 all was clear |\n",
      ["03-05 14:20", "03-05 15:02", "03-05 15:30", "03-06 09:10"],
    ],
    [
      "items below a bold day",
      "## Timeline\n\n**5 March 2024**\n\n- The queue filled at 14:20 UTC. It was drained at 15:02 UTC.\n- We closed at 15:30 UTC.\n",
      ["03-05 14:20", "03-05 15:02", "03-05 15:30"],
    ],
    [
      "an item that opens with a numeric day",
      "## Timeline\n\n- 2024-03-05 - Queue filled around 14:20 UTC; drained around 15:02 UTC\n- 2024-03-06 - All clear at about 09:10 UTC\n",
      ["03-05 14:20", "03-05 15:02", "03-06 09:10"],
    ],
    [
      "but no plan",
      "## Timeline\n\n- 2024-03-05: the queue filled at 14:20 UTC\n- 2024-03-06: fix is scheduled for release at 09:10 UTC\n- 2024-03-07: closed\n",
      ["03-05 14:20", "03-06", "03-07"],
    ],
    [
      "a paragraph below a day",
      "## Timeline\n\n### 2024-03-05\n\nThe queue filled at 14:20 UTC. At 15:02 UTC it was drained, and around 15:30 UTC we closed.\n",
      ["03-05 14:20", "03-05 15:02", "03-05 15:30"],
    ],
  ])("gives an event for each: %s", (_what, text, expected, filename, day) => {
    expect(times(text, filename, day)).toEqual(expected);
  });
});

describe("a weekday between a date and a time", () => {
  it.each([
    ["03/21/16 Monday 4:26pm EST it fell", "01/29/16 Friday 6:51pm EST it rose", ["03-21 21:26", "01-29 23:51"]],
    ["- 2016-03-21 Monday 4:26pm: it fell", "- 2016-03-22 Tuesday 6:51pm: it rose", ["03-21 16:26", "03-22 18:51"]],
    ["21 March 2016 (Monday) 16:26 it fell", "22 March 2016 (Tuesday) 18:51 it rose", ["03-21 16:26", "03-22 18:51"]],
    ["21 March 2016, Monday, 16:26 it fell", "22 March 2016, Tuesday, 18:51 it rose", ["03-21 16:26", "03-22 18:51"]],
    ["2016-03-21 Mon 16:26 it fell", "2016-03-22 Tue 18:51 it rose", ["03-21 16:26", "03-22 18:51"]],
    ["2016-03-21 Mon at 16:26 it fell", "2016-03-22 Tue at 18:51 it rose", ["03-21 16:26", "03-22 18:51"]],
    ["2016-03-21, Monday 16:26: it fell", "2016-03-22, Tuesday 18:51: it rose", ["03-21 16:26", "03-22 18:51"]],
    ["2016/03/21 Mon. 16:26:09 it fell", "2016/03/22 Tue. 18:51:10 it rose", ["03-21 16:26", "03-22 18:51"]],
    ["21.03.2016 Monday 16:26 it fell", "22.03.2016 Tuesday 18:51 it rose", ["03-21 16:26", "03-22 18:51"]],
    ["03/21/16 Monday 4:26pm\n\n   it fell", "03/22/16 Tuesday 6:51pm\n\n   it rose", ["03-21 16:26", "03-22 18:51"]],
  ])("belongs to them: %s", (first, second, expected) => {
    expect(times(`${first}\n${second}\n`)).toEqual(expected);
  });

  it("starts the text if no time follows", () => {
    expect(times("- 2016-03-21 Monday's deploy failed\n- 2016-03-22 Sunday team asked\n")).toEqual(["03-21", "03-22"]);
  });
});

describe("a day right above the items of a list", () => {
  it.each([
    ["Report on the outage:\nMarch 5, 2024\n"],
    [
      "Resolved\nMar 09 at 07:07am UTC\nSummary of what happened\nOn March 5 2024 the queue failed.\nEvents:\nMarch 5, 2024\n",
    ],
    ["Posted 2024-03-09 at 10:00 UTC\nThe queue failed.\n2024-03-05\n"],
    ["Closed\n9 March 2024, 18:30 UTC\nWhat we did:\nTuesday, 5 March 2024\n"],
    ["Updated Mar 9 at 18:30 UTC\nDas geschah:\n05.03.2024\n"],
  ])("is theirs: %s", (head) => {
    const found = times(`${head}- 14:20 UTC: the queue filled up\n- 15:02 UTC: drained\n- 15:30 UTC: closed\n`);
    expect(found.slice(-3)).toEqual(["03-05 14:20", "03-05 15:02", "03-05 15:30"]);
  });

  it.each([
    [
      "a line with more than the day",
      "Mar 09, 2024 at 07:07am UTC\nWritten after 5 March 2024 by us.\n",
      "03-09 14:20",
    ],
    ["items with days of their own", "Mar 09, 2024 at 07:07am UTC\n5 March 2024\n", "03-07 14:20", "2024-03-07 "],
  ])("isn't %s", (_what, head, first, day = "") => {
    expect(times(`${head}- ${day}14:20 UTC: it filled up\n- ${day}15:02 UTC: drained\n`)).toContain(first);
  });
});

describe("a date whose day and month could both be first", () => {
  const two = (one: string, other: string, head = "Outage") =>
    times(`${head}\n\n- It failed: ${one}\n- Back: ${other}\n`);
  it.each([
    ["4:45 AM EST, 8/12/2022", "2:00 PM EST, 8/12/2022", "Outage", ["08-12 09:45", "08-12 19:00"]],
    ["4:45 AM EST, 8/12/2022", "2:00 PM EST, 8/12/2022", "8.12.2022 Outage", ["08-12 09:45", "08-12 19:00"]],
    ["8/12/2022 4:45 AM PDT", "8/12/2022 2:00 PM PDT", "Outage", ["08-12 11:45", "08-12 21:00"]],
    ["8/12/2022 at 4:45 am CST", "8/12/2022 at 2:00 pm CST", "Outage", ["08-12 10:45", "08-12 20:00"]],
    ["4:45 AM EST, 8/12/2022", "2:00 PM EST, 8/12/2022", "Outage of 12 August 2022", ["08-12 09:45", "08-12 19:00"]],
    ["4:45 AM EST, 8/12/2022", "2:00 PM EST, 8/12/2022", "Outage of 8 December 2022", ["12-08 09:45", "12-08 19:00"]],
    ["8/12/2022 04:45 UTC", "8/12/2022 14:00 UTC", "Outage", ["? date", "? date"]],
    ["8/12/2022 04:45 BST", "8/12/2022 14:00 BST", "Outage", ["? date", "? date"]],
    ["8/12/2022 4:45 AM AEST", "8/12/2022 2:00 PM AEST", "Outage", ["? date", "? date"]],
    ["8/12/2022 4:45 AM CET", "8/12/2022 2:00 PM CET", "Outage", ["? date", "? date"]],
    ["8/12/2022 4:45 AM EST", "13/12/2022 2:00 PM EST", "Outage", ["12-08 09:45", "12-13 19:00"]],
  ])("starts with the month only in American times: %s, %s, %s", (one, other, head, expected) => {
    expect(two(one, other, head)).toEqual(expected);
  });
});
