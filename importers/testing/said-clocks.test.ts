import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "./fixtures.ts";
import { times } from "./times-of.ts";

const list = (...items: string[]) =>
  `# Outage\n\n## Timeline (UTC)\n\n${items.map((item) => `- ${item}`).join("\n")}\n`;

describe("marks between a time and its text", () => {
  it.each([
    ["2024-03-01 2233 ::::: the node stops", "03-01 22:33"],
    ["2024-03-01 2233 :: the node stops", "03-01 22:33"],
    ["2024-03-01 2233 : the node stops", "03-01 22:33"],
    ["2024-03-01 2233: the node stops", "03-01 22:33"],
    ["2024-03-01 2233 - the node stops", "03-01 22:33"],
    ["2024-03-01 223301 :::: the node stops", "03-01 22:33"],
    ["2024-03-01 22:33 ::::: the node stops", "03-01 22:33"],
    ["1 March 2024 2233 :::: the node stops", "03-01 22:33"],
  ])("are read in %j", (item, at) => {
    expect(times(list(item, "2024-03-01 23:14 ::::: the queue fails"))).toEqual([at, "03-01 23:14"]);
  });
});

describe("a 24-hour time with am or pm", () => {
  it.each([
    ["20:50pm", "20:50"],
    ["13:05 PM", "13:05"],
    ["17:44 p.m.", "17:44"],
    ["23:59pm", "23:59"],
  ])("%s decides the times next to it without am or pm", (late, at) => {
    const told = times(`# Outage 2024-03-01\n\n## Timeline (UTC)\n\n- 07:01am probe\n- 11:03 errors\n- ${late} over\n`);
    expect(told).toEqual(["03-01 07:01", "03-01 11:03", `03-01 ${at}`]);
  });

  it("leaves the question if no time is past twelve", () => {
    const told = times("# Outage 2024-03-01\n\n## Timeline (UTC)\n\n- 7:01am probe\n- 7:03 errors\n- 8:50pm over\n");
    expect(told).toEqual(["03-01 07:01", "? half_day", "03-01 20:50"]);
  });
});

describe("days in a table", () => {
  it.each([
    "[3 August — general outage](https://status.example.com/incidents/994569)",
    "**3 August** — general outage",
    "3 August — [general outage](https://status.example.com/incidents/994569)",
    "`3 August`: [API timeouts](https://status.example.com/incidents/994569)",
  ])("may be links: %s", (cell) => {
    const rows = `| ${cell} | Errors began around 20:50pm. They eased at 22:55pm. |\n| 13 August — timeout | A probe failed at 07:01am. |`;
    expect(times(`# August 2026\n\n## Timeline\n\n| Incident | Brief |\n|---|---|\n${rows}\n`)).toEqual([
      "08-03 20:50",
      "08-03 22:55",
      "08-13 07:01",
    ]);
  });
});

describe("times in the sentences of a day", () => {
  it.each([
    "It failed at **14:06–14:09** UTC.",
    "It failed at `14:06` UTC.",
    "It failed at *14:06*.",
    "It failed roughly 14:06 UTC.",
    "It failed circa 14:06 UTC.",
    "It failed at roughly 14:06 UTC.",
    "It failed about **14:06**.",
  ])("are read in %j", (sentence) => {
    expect(
      times(
        `# Outages of March 2024\n\n## Timeline\n\n### 1 March: errors\n\nIt broke between 11:03 and 11:42. ${sentence}\n\n### 2 March: none\n\nQuiet.\n`,
      ),
    ).toEqual(["03-01 11:03", "03-01 14:06", "03-02"]);
  });
});

it("name a heading with a link by its text alone", () => {
  const text =
    "# Outages of March 2024\n\n## Timeline\n\n### [27–28 March: planned work](https://example.com/1)\n\nIt was quiet.\n";
  expect(parseSource(textInput(text, "x.md"), { zone: "UTC" }).events.map(({ title }) => title)).toEqual([
    "planned work",
  ]);
});

describe("a local time with its UTC in brackets", () => {
  it.each(["16:15 local time (14:15 UTC)", "16:15 local (14:15 UTC)", "14:15 UTC (16:15 local time)"])(
    "is one moment: %s",
    (told) => {
      const text = `# Outage\n\nOn June 03, 2020, at around ${told}, the disks became slow. They failed at 15:30 UTC.\n`;
      expect(times(text)).toEqual(["06-03 14:15", "06-03 15:30"]);
    },
  );
});

describe("four digits before hours", () => {
  it.each([
    "At 0938 hours, we detected errors. We stopped trading at 1138 hours, and from 1151 hours orders could be changed.",
    "Errors began at 0938 hours. Trading was closed since 1138 hours. It was open again at 1151 hours.",
  ])("are a time: %s", (story) => {
    expect(times(`# Disruption on 14 July 2016\n\n${story}\n`)).toEqual(["07-14 09:38", "07-14 11:38", "07-14 11:51"]);
  });

  it.each([
    "The disk failed at 1138 hours of operation.",
    "It ran from 1138 hours to 1151 hours longer.",
    "We lost about 1138 hours.",
  ])("can be a count: %s", (story) => {
    expect(times(`# Disruption on 14 July 2016\n\n${story} The queue failed after it.\n`)).toEqual([]);
  });
});

describe("a time zone behind a part of a day", () => {
  const text = (story: string) =>
    `# Outage - June 8, 2024\n\n${story}\n\n## Timeline\n\n- 11:41 AM - Site down\n- 5:19 PM - Site up\n`;
  const zones = (story: string) =>
    parseSource(textInput(text(story), "notes.md")).events.map(({ at }) => at?.slice(11, 16) ?? null);

  it.each([
    "We recovered from an outage that began this morning Eastern time.",
    "The outage began in the morning (EDT).",
    "The site was down from late morning ET.",
  ])("is the one of the times: %s", (story) => {
    expect(zones(story)).toEqual(["15:41", "21:19"]);
  });

  it.each([
    "We will answer questions on Monday morning Eastern time.",
    "We meet every morning Eastern time.",
    "The site is back this morning.",
    "It began this morning Eastern time, which is this evening Central European Time.",
  ])("is asked for if the text doesn't tell it: %s", (story) => {
    expect(zones(story)).toEqual([null, null]);
  });
});

describe("universal time", () => {
  it.each(["Times in UT", "UT-Time", "All times are UT", "Time (UT)"])("is UTC: %s", (label) => {
    const text = `# Outage of June 8, 2024\n\n${label}\n\n- 11:41 - Site down\n- 17:19 - Site up\n`;
    expect(parseSource(textInput(text, "notes.md")).events.map(({ at }) => at?.slice(11, 16))).toEqual([
      "11:41",
      "17:19",
    ]);
  });
});
