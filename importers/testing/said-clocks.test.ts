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
