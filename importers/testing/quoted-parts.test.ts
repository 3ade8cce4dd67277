import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "./fixtures.ts";

const read = (text: string) =>
  parseSource(textInput(`# Checkout outage 2 March 2025\n\n${text}\n`, "notes.md"), { zone: "UTC" }).events;
const told = (text: string) => read(text).map(({ at, title }) => `${at?.slice(11, 16)} ${title}`);
const STEPS = [
  "13:55 Rollback deploy: Bug introduced.",
  "14:15 Restart: A temporary fix.",
  "15:00 Code reverted: Full recovery.",
];
const list = (mark: (at: number) => string, sign = " -") =>
  ["**Rollback deploy** (13:55)", "**Restart** (14:15)", "**Code reverted** (15:00)"]
    .map((head, at) => `${mark(at)}${head}${sign} ${["Bug introduced.", "A temporary fix.", "Full recovery."][at]}`)
    .join("\n");
const quoted = (text: string) => text.replace(/^/gm, "> ");

describe("steps with a name and their time in brackets", () => {
  it.each([
    ["numbered", `## Timeline\n\n${list((at) => `${at + 1}. `)}`],
    ["with bullets", `## Timeline\n\n${list(() => "- ")}`],
    ["with colons", `## Timeline\n\n${list((at) => `${at + 1}. `, ":")}`],
    ["below a label", `**Timeline**:\n${list((at) => `${at + 1}. `)}`],
    ["in a quotation", quoted(`**Timeline**:\n${list((at) => `${at + 1}. `)}`)],
    ["in a quotation below a summary", quoted(`**Summary**: It failed.\n\n**Timeline**:\n${list(() => "- ")}`)],
  ])("keep the name in their text and not as a person: %s", (_, text) => {
    expect(told(text)).toEqual(STEPS);
    expect(read(text).every(({ actor }) => actor === null)).toBe(true);
  });

  it("are told from people", () => {
    const text = "## Timeline\n\n- **Ines** (13:02) - deploying now\n- **Omar** (13:05) - looks good\n";
    expect(read(text).map(({ actor }) => actor)).toEqual(["Ines", "Omar"]);
  });
});

describe("a quotation with the label of a timeline", () => {
  it.each(["**Timeline**:", "Timeline:", "**Chronology**", "### Timeline:"])("is read: %s", (label) => {
    expect(told(quoted(`${label}\n- 13:55 Bug introduced\n- 14:15 Fixed`))).toEqual([
      "13:55 Bug introduced",
      "14:15 Fixed",
    ]);
  });

  it.each([quoted("We met at 13:55.\n- 14:15 coffee"), quoted("The timeline is long.\n- 13:55 coffee")])(
    "isn't any other one: %j",
    (text) => {
      expect(told(text)).toEqual([]);
    },
  );
});
