import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { times } from "./times-of.ts";

type Case = [what: string, text: string, expected: string[], filename?: string, day?: string];

const STORY =
  "Our search cluster began to drop queries at 14:20 UTC. The on-call engineer was paged around 14:31 UTC and found a full disk.\n\nSpace was freed at 15:02 UTC and the cluster recovered at about 15:10 UTC.\n";
const STORY_TIMES = ["14:20", "14:31", "15:02", "15:10"];

describe("a story in plain sentences", () => {
  it.each<[string, string, string?, string?]>([
    ["its title", `# Search outage on March 5, 2024\n\n${STORY}`],
    ["its title below a heading", `# Search outage, 2024-03-05\n\n## What happened\n\n${STORY}`],
    ["front matter", `---\ntitle: Search outage\ndate: 2024-03-05\n---\n\n${STORY}`],
    ["the file's name", `# Search outage\n\n${STORY}`, "2024-03-05-search.md"],
    ["a label", `# Search outage\n\nDate: 2024-03-05\n\n${STORY}`],
    ["a bold label", `# Search outage\n\n**Date of incident:** March 5, 2024\n\n## Description\n\n${STORY}`],
    ["an answer", `# Search outage\n\n${STORY}`, "notes.md", "2024-03-05"],
    ["an answer, below a heading", `# Search outage\n\n## Impact\n\n${STORY}`, "notes.md", "2024-03-05"],
    ["the first line", `Search outage 5 March 2024\n\n${STORY}`],
    ["front matter of a started_at", `---\nstarted_at: 2024-03-05\n---\n# Search\n\n${STORY}`],
  ])("is read where the day is named by %s", (_what, text, filename, day) => {
    expect(times(text, filename, day)).toEqual(STORY_TIMES.map((time) => `03-05 ${time}`));
  });

  it("doesn't read a habit as a story", () => {
    expect(
      times("# Backups\n\nIt runs at 02:00 and copies files. At 03:00 it prunes. The report is sent at 04:00.\n"),
    ).toEqual([]);
  });

  it("asks for the day if nothing names it", () => {
    expect(times(`# Search outage\n\n${STORY}`)).toEqual(STORY_TIMES.map((time) => `? ${time}`));
  });
});

describe("a day with its time at the end of a line", () => {
  it.each<Case>([
    [
      "bold labels",
      "# Outage\n\n- **Started**: the queue filled up 2024-03-05 14:20 UTC\n- **Resolved**: the queue was drained 2024-03-05 15:02 UTC\n",
      ["03-05 14:20", "03-05 15:02"],
    ],
    [
      "bold labels with only a time",
      "# Outage\n\n**Started**: 2024-03-05 14:20\n**Resolved**: 2024-03-05 15:02\n",
      ["03-05 14:20", "03-05 15:02"],
    ],
    [
      "nested below a bold key",
      "# Outage\n\n- **Started**\n  - 2024-03-05 14:20\n- **Resolved**\n  - 2024-03-05 15:02\n",
      ["03-05 14:20", "03-05 15:02"],
    ],
    [
      "nested below a bold key of a timeline",
      "# Outage\n\n## Timeline\n\n- **Started**\n  - 2024-03-05 14:20\n- **Resolved**\n  - 2024-03-05 15:02\n",
      ["03-05 14:20", "03-05 15:02"],
    ],
    [
      "behind the words of an item below a bold key",
      "# Outage\n\n- **Started:**\n  - On-call was paged 2024-03-05 14:20\n- **Resolved:**\n  - Queue drained 2024-03-05 15:02\n",
      ["03-05 14:20", "03-05 15:02"],
    ],
    [
      "below a bold key without a list",
      "# Outage\n\n**Started:**\n- 2024-03-05 14:20\n\n**Resolved:**\n- 2024-03-05 15:02\n",
      ["03-05 14:20", "03-05 15:02"],
    ],
    [
      "in brackets",
      "# Outage\n\n## Timeline\n\n- Queue filled up (2024-03-05 14:20)\n- Drained (2024-03-05 15:02)\n",
      ["03-05 14:20", "03-05 15:02"],
    ],
    [
      "behind a dash",
      "# Outage\n\n## Timeline\n\n- Queue filled up - 2024-03-05 14:20 UTC\n- Drained - 2024-03-05 15:02 UTC\n",
      ["03-05 14:20", "03-05 15:02"],
    ],
    [
      "behind a comma",
      "# Outage\n\n## Timeline\n\n* Queue filled up, March 5, 2024 14:20 UTC\n* Drained, March 5, 2024 15:02 UTC\n",
      ["03-05 14:20", "03-05 15:02"],
    ],
    [
      "on the line below",
      "# Outage\n\n**Queue filled up**\nMarch 5, 2024 14:20 UTC\n\n**Drained**\nMarch 5, 2024 15:02 UTC\n",
      ["03-05 14:20", "03-05 15:02"],
    ],
    [
      "posted",
      "# Outage\n\nInvestigating - the queue is full.\nMar 5, 2024 - 14:20 UTC\n\nResolved - the queue is drained.\nMar 5, 2024 - 15:02 UTC\n",
      ["03-05 14:20", "03-05 15:02"],
    ],
    [
      "without a heading",
      "- Queue filled up 2024-03-05 14:20\n- Drained 2024-03-05 15:02\n- Closed 2024-03-05 15:30\n",
      ["03-05 14:20", "03-05 15:02", "03-05 15:30"],
    ],
  ])("is read: %s", (_what, text, expected, filename, day) => {
    expect(times(text, filename, day)).toEqual(expected);
  });
});

const CLOCKS = "## Timeline\n\n- 14:20 queue filled up\n- 15:02 drained (like on 2023-01-17)\n- 15:30 closed\n";
describe("a day of another incident", () => {
  it.each<Case>([
    ["in brackets in a row", `# Outage of 2024-03-05\n\n${CLOCKS}`, ["03-05 14:20", "03-05 15:02", "03-05 15:30"]],
    [
      "in a sentence above",
      "# Outage of 2024-03-05\n\nThis is the second time (see the outage of 2023-01-17).\n\n## Timeline\n\n- 14:20 queue filled up\n- 15:02 drained\n",
      ["03-05 14:20", "03-05 15:02"],
    ],
    [
      "in a story",
      "# Outage of 2024-03-05\n\nThe queue filled at 14:20 UTC, as it had on 17 January 2023. It was seen at 14:31 UTC. We drained it at 15:02 UTC.\n",
      ["03-05 14:20", "03-05 14:31", "03-05 15:02"],
    ],
    [
      "in a story in brackets",
      "# Outage of 2024-03-05\n\nThe queue filled at 14:20 UTC. A similar incident (2023-01-17) was not understood. It was seen at 14:31 UTC. We drained it at 15:02 UTC.\n",
      ["03-05 14:20", "03-05 14:31", "03-05 15:02"],
    ],
    [
      "in a row between",
      "# Outage of 2024-03-05\n\n## Timeline\n\n- 14:20 queue filled up\n- 14:31 found the write-up of the incident of 17 January 2023\n- 15:02 drained\n",
      ["03-05 14:20", "03-05 14:31", "03-05 15:02"],
    ],
    [
      "in brackets behind the heading",
      "# Outage of 2024-03-05\n\n## Timeline (compare with 2023-01-17)\n\n- 14:20 queue filled up\n- 15:02 drained\n",
      ["03-05 14:20", "03-05 15:02"],
    ],
    [
      "in brackets with the clock of a story",
      "# Outage of 2024-03-05\n\nThe queue filled at 14:20 UTC (the deploy of 2024-02-27 had halved its limit). It was seen at 14:31 UTC. We drained it at 15:02 UTC.\n",
      ["03-05 14:20", "03-05 14:31", "03-05 15:02"],
    ],
    [
      "behind a clock of its own",
      "# Outage of 2024-03-06\n\nWe had deployed the change on 5 March 2024 at 13:00 UTC. The queue filled at 14:20 UTC. It was seen at 14:31 UTC.\n",
      ["03-05 13:00", "03-06 14:20", "03-06 14:31"],
    ],
    [
      "named like it",
      "# Outage of 2024-03-05\n\nThe queue filled at 14:20 UTC, similar to the outage of January 17, 2023. It was seen at 14:31 UTC. We drained it at 15:02 UTC.\n",
      ["03-05 14:20", "03-05 14:31", "03-05 15:02"],
    ],
    [
      "a link",
      "# Outage of 2024-03-05\n\nThe queue filled at 14:20 UTC, see [2023-01-17 incident](https://x.example/1). It was seen at 14:31 UTC. We drained it at 15:02 UTC.\n",
      ["03-05 14:20", "03-05 14:31", "03-05 15:02"],
    ],
  ])("never becomes that of the clocks below: %s", (_what, text, expected, filename, day) => {
    expect(times(text, filename, day)).toEqual(expected);
  });
});

describe("four digits after a full day", () => {
  it.each<Case>([
    [
      "in sentences",
      "# Outage\n\nOn 2022-01-30 1625 UTC the queue filled. On 2022-01-30 1702 UTC it was drained. On 2022-01-30 1730 UTC we closed.\n",
      ["01-30 16:25", "01-30 17:02", "01-30 17:30"],
    ],
    [
      "words behind",
      "## Timeline\n\n- 2022-01-30 1625 queue filled up\n- 2022-01-30 1702 drained\n",
      ["01-30 16:25", "01-30 17:02"],
    ],
    [
      "a colon behind",
      "## Timeline\n\n- 2022-01-30 1625: queue filled up\n- 2022-01-30 1702: drained\n",
      ["01-30 16:25", "01-30 17:02"],
    ],
    [
      "a zone behind",
      "## Timeline\n\n- 2022-01-30 1625 UTC queue filled up\n- 2022-01-30 1702 UTC drained\n",
      ["01-30 16:25", "01-30 17:02"],
    ],
    [
      "at the end",
      "## Timeline\n\n- Queue filled up 2022-01-30 1625\n- Drained 2022-01-30 1702\n",
      ["01-30 16:25", "01-30 17:02"],
    ],
    [
      "in brackets",
      "## Timeline\n\n- Queue filled up (2022-01-30 1625)\n- Drained (2022-01-30 1702)\n",
      ["01-30 16:25", "01-30 17:02"],
    ],
    [
      "in a cell",
      "## Timeline\n\n| When | What |\n|---|---|\n| 2022-01-30 1625 | Queue filled up |\n| 2022-01-30 1702 | Drained |\n",
      ["01-30 16:25", "01-30 17:02"],
    ],
    [
      "in cells",
      "## Timeline\n\n| Date | Time | What |\n|---|---|---|\n| 2022-01-30 | 1625 | Queue filled up |\n| 2022-01-30 | 1702 | Drained |\n",
      ["01-30 16:25", "01-30 17:02"],
    ],
    ["behind a label", "**Started**: 2022-01-30 1625\n**Resolved**: 2022-01-30 1702\n", ["01-30 16:25", "01-30 17:02"]],
    [
      "bold",
      "## Timeline\n\n- **2022-01-30 1625** queue filled up\n- **2022-01-30 1702** drained\n",
      ["01-30 16:25", "01-30 17:02"],
    ],
    [
      "a month by name",
      "## Timeline\n\n- 30 January 2022 1625 queue filled up\n- 30 January 2022 1702 drained\n",
      ["01-30 16:25", "01-30 17:02"],
    ],
    [
      "a number of things",
      "## Timeline\n\n- 2022-01-30 1625 users could not log in\n- 2022-01-30 1702 requests failed\n",
      ["01-30", "01-30"],
    ],
  ])("are a clock: %s", (_what, text, expected, filename, day) => {
    expect(times(text, filename, day)).toEqual(expected);
  });
});

describe("days without a time in a story", () => {
  const story = (sentence: string) =>
    `On November 17, 2023, at 01:28 GMT, the carrier found an outage. By 12:35 GMT a team was sent to the site. ${sentence} On November 30, at 18:00 GMT, the fibre was repaired. Service was restored by 23:00 GMT.`;
  const daysOf = (text: string) => {
    const bytes = new TextEncoder().encode(text);
    const { events } = parseSource({ filename: "a.txt", bytes }, { zone: "UTC" });
    return events.filter(({ precision }) => precision === "day").map(({ at }) => at?.slice(0, 10));
  };

  it.each([
    "On November 28, the carrier advised that repairs were underway.",
    "On 28 November the carrier advised that repairs were underway.",
    "On Nov 28, 2023, crews placed the new fibre.",
    "On November 28th, splicing started.",
    "On 2023-11-28 the crews reached the site.",
  ])("are events of those days: %s", (sentence) => expect(daysOf(story(sentence))).toEqual(["2023-11-28"]));

  it.each([
    "On November 17, the carrier advised that repairs were underway.",
    "On November 30, crews worked on.",
    "On November 2, the carrier had upgraded the site.",
    "On December 4, a review of the outage was held.",
    "As on November 28 of another year, crews were few.",
    "Crews expected to finish on November 28.",
    "On November 28 and November 29, crews placed the fibre.",
  ])("aren't repeated, alluded to or outside: %s", (sentence) => expect(daysOf(story(sentence))).toEqual([]));
});
