import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "./fixtures.ts";
import { times } from "./times-of.ts";

const asked = (found: readonly string[]) => found.map((one) => one.replace(/^\?.*/, "?"));
const list = (...items: string[]) =>
  asked(times(`# Outage 2024-03-05\n\n## Timeline\n\n${items.map((one) => `- ${one}`).join("\n")}\n`));
const story = (text: string, file?: string) => asked(times(`${text}\n`, file));

describe("a part below one that passed midnight", () => {
  const parts = (second: string, third: string) =>
    asked(
      times(
        `# Two faults\n\n## Fault 2\n\n### Timeline\n\n- 23:15 UTC slow\n- 00:30 UTC restarted\n- 02:40 UTC over\n\n## Fault 1\n\n### Timeline\n\n- ${second} UTC slow\n- ${third} UTC over\n`,
        "2024-03-05.md",
      ),
    );

  it.each([
    ["15:25", "15:30", ["?", "?"]],
    ["09:10", "11:00", ["?", "?"]],
    ["23:40", "23:50", ["?", "?"]],
    ["03:10", "03:40", ["03-06 03:10", "03-06 03:40"]],
    ["02:45", "05:00", ["03-06 02:45", "03-06 05:00"]],
  ])("is asked for if it starts hours later: %s", (second, third, expected) => {
    expect(parts(second, third)).toEqual(["03-05 23:15", "03-06 00:30", "03-06 02:40", ...expected]);
  });
});

describe("a weekday before any time", () => {
  it.each([
    ["# Outage 2024-03-05\n\n## Timeline\n\n- Friday 10:00 UTC down\n- Friday 10:20 UTC up", ["?", "?"]],
    [
      "# Outage 2024-03-05\n\n## Timeline\n\n- Tuesday 10:00 UTC down\n- Friday 10:20 UTC up",
      ["03-05 10:00", "03-08 10:20"],
    ],
    ["# Report of March 4, 2024\n\nThe link failed at 04:40 UTC on Friday. It was restored soon.", ["?"]],
    [
      "# Report of March 1, 2024\n\nThe link failed at 04:40 UTC on Friday. It was restored at 05:00 UTC.",
      ["03-01 04:40", "03-01 05:00"],
    ],
  ])("is asked for if it isn't the current day: %j", (text, expected) => {
    expect(story(text)).toEqual(expected);
  });
});

describe("an update with its time in brackets", () => {
  it.each([
    "Update [14/02/2022 16:42]",
    "Update (14 Feb 2022 16:42)",
    "**Update** [2022-02-14 16:42]",
    "Resolved [Feb 14, 2022 16:42]",
  ])("is a post: %s", (head) => {
    expect(story(`# Fibre\n\nIdentified [2022-02-13 09:00]\n\nA link fell.\n\n${head}\n\nIt is over.`)).toEqual([
      "02-13 09:00",
      "02-14 16:42",
    ]);
  });
});

describe("the same fault again", () => {
  it.each([
    "However, the same fault happened on the 1st of February, between 19:22 and 20:14.",
    "The same crash struck again on February 1 at 19:22.",
    "A similar fault occurred on the 1st of February, at 19:22.",
    "Another similar failure hit us again on 1 February at 19:22.",
  ])("is on its own day: %s", (again) => {
    expect(
      story(
        `All times are UTC.\n\nOn the 16th of January 2021, at 05:13, the database crashed. It was restored at 05:23.\n\n${again}`,
      ),
    ).toEqual(["01-16 05:13", "01-16 05:23", "02-01 19:22"]);
  });
});

describe("text that ends on the next day", () => {
  it.each([
    [
      ["10:00 UTC down", "09:00 UTC fixed next day"],
      ["03-05 10:00", "03-06 09:00"],
    ],
    [
      ["10:00 UTC down", "09:00 UTC fixed the next morning", "09:30 UTC closed"],
      ["03-05 10:00", "03-06 09:00", "03-06 09:30"],
    ],
    [
      ["10:00 UTC down", "09:00 UTC fixed (the following day)"],
      ["03-05 10:00", "03-06 09:00"],
    ],
    [
      ["10:00 UTC down", "08:30 UTC fixed on the next day."],
      ["03-05 10:00", "03-06 08:30"],
    ],
    [
      ["22:00 UTC down", "09:00 UTC fixed next day"],
      ["03-05 22:00", "03-06 09:00"],
    ],
    [
      ["10:00 UTC down", "11:00 UTC fixed the next day"],
      ["03-05 10:00", "?"],
    ],
    [
      ["10:00 UTC down", "09:55 UTC told all to be back by the next day", "10:20 UTC up"],
      ["03-05 10:00", "03-05 09:55", "03-05 10:20"],
    ],
    [
      ["10:00 UTC down", "10:30 UTC we will fix it next day"],
      ["03-05 10:00", "03-05 10:30"],
    ],
  ])("count one on, or are asked: %j", (items, expected) => {
    expect(list(...items)).toEqual(expected);
  });
});

describe("the days of a title", () => {
  it.each([
    ["2024-03-05/06", ["22:00", "02:00"], ["03-05 22:00", "03-06 02:00"]],
    ["2024-03-05/06", ["10:00", "12:00"], ["?", "?"]],
    ["2024-03-05/07", ["22:00", "02:00"], ["?", "?"]],
    ["2024-03-05 & 06", ["10:00", "12:00"], ["?", "?"]],
    ["2024-03-05", ["10:00", "12:00"], ["03-05 10:00", "03-05 12:00"]],
    ["2024-03-05 – 12 hosts down", ["10:00", "12:00"], ["03-05 10:00", "03-05 12:00"]],
    ["2024-03-05 + 12 hosts down", ["10:00", "12:00"], ["03-05 10:00", "03-05 12:00"]],
  ])("are two: %s %j", (days, [one = "", two = ""], expected) => {
    expect(story(`# Outage ${days}\n\n## Timeline\n\n- ${one} UTC down\n- ${two} UTC up`)).toEqual(expected);
  });

  it.each([
    "Start: 2024-03-06",
    "**Started:** March 6, 2024",
    "Incident date: 2024-03-06",
    "Start: 2024-03-06 10:00 UTC",
  ])("are asked for next to another one: %s", (label) => {
    expect(story(`# Outage 2024-03-05\n\n${label}\n\n## Timeline\n\n- 10:00 UTC down\n- 10:20 UTC up`)).toEqual([
      "?",
      "?",
    ]);
  });
});

describe("who wrote a text, and when", () => {
  it.each([
    "March 9, 2024 · Jane Doe",
    "Jane Doe | March 9, 2024",
    "By Jane Doe, March 9, 2024",
    "Written by Jane Doe, 2024-03-09",
    "March 9, 2024 · 5 min read",
  ])("isn't the day of the times below it: %s", (byline) => {
    expect(story(`# Outage\n\n${byline}\n\n- 10:00 UTC down\n- 10:20 UTC up`)).toEqual(["?", "?"]);
  });
});

describe("other ways to write a time", () => {
  it.each([
    ["10ish UTC: down", "03-05 10:00"],
    ["10ish - down", "03-05 10:00"],
    ["10ish, down", "03-05 10:00"],
    ["gegen 15:20 Uhr: aus", "03-05 15:20"],
    ["10:00 down, 10:20 up", "03-05 10:00"],
  ])("is read: %s", (item, at) => {
    expect(list(item, "23:00 UTC over")).toEqual([at, "03-05 23:00"]);
  });

  it("is read after a semicolon", () => {
    const times = ["03-05 10:00", "03-05 10:20", "03-05 23:00"];
    expect(list("10:00 UTC down; 10:20 UTC up", "23:00 UTC over")).toEqual(times);
  });

  it("counts hosts, not hours", () => {
    expect(list("10ish hosts down", "23:00 UTC over")).toEqual(["03-05 23:00"]);
  });

  it.each([
    [
      "Ausfall am 5. März 2024\n\nDie Datenbank fiel gegen 15:20 Uhr aus. Ab 15:40 Uhr war alles wiederhergestellt.",
      ["03-05 15:20", "03-05 15:40"],
    ],
    ["On March 5, 2024 between 09:54 and 19:20 UTC, some payments were failing.", ["03-05 09:54"]],
    [
      "Deploys saw an elevated error rate, beginning at 05:30 UTC on 2024-03-05. All was normal at 15:30 UTC.",
      ["03-05 05:30", "03-05 15:30"],
    ],
    ["On Sept 30 @ 22:16:01 UTC the chain halted at block 1131575.", ["09-30 22:16"]],
    ["On September 30, 22:16 UTC, the chain halted.", ["09-30 22:16"]],
    ["The API was intermittently down on 7 August from about 8:43 UTC until 14:07 UTC.", ["08-07 08:43"]],
    ["On Thursday, July 17th, between 17:00 UTC and 21:15 UTC, there were delays.", ["07-17 17:00"]],
    ["A partial loss of power began at 16:40 UTC on 1 December 2024.", ["12-01 16:40"]],
  ])("is read in a short story: %j", (text, expected) => {
    expect(asked(times(`# A story\n\n${text}\n`, "notes.md", "2024-08-08"))).toEqual(expected);
  });
});

describe("a chat within a write-up", () => {
  const said = "14:32 <ada> is it down?\n14:35 <bo> yes\n14:36 <ada> it is back\n";

  it("is read from its code block if nothing else contains times", () => {
    expect(story(`# Post mortem of March 16, 2024\n\nLogs:\n\n\`\`\` text\n${said}\`\`\``)).toEqual([
      "03-16 14:32",
      "03-16 14:35",
      "03-16 14:36",
    ]);
  });

  it("stays code next to a timeline", () => {
    const lines = "- 14:00 UTC down\n- 14:40 UTC up\n- 14:50 UTC closed";
    expect(story(`# Outage of March 16, 2024\n\n## Timeline\n\n${lines}\n\n## Logs\n\n\`\`\`\n${said}\`\`\``)).toEqual([
      "03-16 14:00",
      "03-16 14:40",
      "03-16 14:50",
    ]);
  });

  it.each(["All times are shown in UTC", "All times in CET", "Times are in PST"])(
    "has the time zone above it, and no author: %s",
    (zone) => {
      const text = `${zone}\n\n29th February 2024 09:23:00 PM\n\nWe are slow\n\n29th Feb 09:36 PM\n\nIt is over\n\n1st Mar 11:31 PM\n\nWe know why\n`;
      const { events } = parseSource(textInput(text, "status.txt"), {});
      expect(events.map(({ at }) => at === null)).toEqual([false, false, false]);
      expect(events.map(({ actor }) => actor)).not.toContain(zone);
    },
  );
});

describe("an item whose first line is something else", () => {
  it.each([
    "```",
    "> quoted",
    "| a cell | b |",
    "---",
    "![pic](x.png)",
    "<b>bold</b>",
    "1. nested",
    "# heading",
    ":warning:",
    "<pre>",
  ])("keeps its words somewhere: %s", (first) => {
    for (const text of [
      `- 10:00 UTC down\n- ${first}\n  the rest\n- 10:30 UTC up\n`,
      `- ${first}\n  the rest\n- 10:00 UTC down\n- 10:30 UTC up\n`,
    ]) {
      const { events, context, rejects } = parseSource(textInput(`# Outage 2024-03-05\n\n## Timeline\n\n${text}`), {});
      const kept = [
        ...events.map(({ title, body }) => `${title} ${body}`),
        ...[...context, ...rejects].map((one) => one.text),
      ];
      expect(kept.join("\n")).toContain("the rest");
    }
  });
});

describe("a line that names a text by its day", () => {
  it.each([
    "2024-03-05/06 Relay outage",
    "5 March 2024 incident report",
    "2024-03-05 Postmortem",
    "March 5, 2024: relay outage review",
    "2024-03-05 - RCA",
  ])("isn't an event of it: %s", (title) => {
    const text = "Between 2024-03-05 21:27 UTC and 2024-03-06 07:27 UTC the relay was down.";
    expect(story(`${title}\n\n${text}`)).toEqual(["03-05 21:27"]);
  });

  it.each(["2024-03-05 The outage began.", "2024-03-05 Disks were full"])(
    "is one if it describes something: %s",
    (line) => {
      expect(story(`${line}\n\n2024-03-06 All is well again\n\n2024-03-07 We closed it`)).toHaveLength(3);
    },
  );
});
