import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "./fixtures.ts";
import { times } from "./times-of.ts";

const read = (lines: string) =>
  parseSource(textInput(`# Outage 2026-02-11\n\n## Timeline (UTC)\n\n${lines}`, "x.md"), {}).events.map(
    ({ at, actor, title }) => [at, actor, title],
  );
const SAID = [
  ["2026-02-11T13:02:00.000Z", "ines", "deploying 4.2"],
  ["2026-02-11T13:09:00.000Z", "tomas", "seeing timeouts"],
];

describe("chat quoted in a timeline", () => {
  it.each([
    ["> **ines** 13:02: deploying 4.2\n> **tomas** 13:09: seeing timeouts\n"],
    ["> ines (13:02): deploying 4.2\n> tomas (13:09): seeing timeouts\n"],
    ["> ines [13:02] - deploying 4.2\n>\n> tomas [13:09] - seeing timeouts\n"],
    ["**ines** 13:02: deploying 4.2\n\n**tomas** 13:09: seeing timeouts\n"],
    ["- ines 13:02: deploying 4.2\n- tomas 13:09: seeing timeouts\n"],
    ["* `ines` 13:02 UTC: deploying 4.2\n* `tomas` 13:09 UTC: seeing timeouts\n"],
  ])("names who spoke: %j", (lines) => {
    expect(read(lines)).toEqual(SAID);
  });

  it("has no names among words before a time", () => {
    expect(read("- Around 13:02 - we deployed\n- After 13:09: it failed\n").map(([, actor]) => actor)).toEqual([
      null,
      null,
    ]);
    expect(read("> 13:02 deploying\n> 13:09 timeouts\n").map(([, actor]) => actor)).toEqual([null, null]);
  });
});

describe("a time in brackets alone on a line", () => {
  const chat = (...lines: string[]) => times(`# Outage 2024-03-05\n\n${lines.join("\n")}\n`, "chat.md");
  it.each([
    [
      ["kim [6:44 PM]", "It is down", "[6:50]", "restarted it", "lee [7:10 PM]", "It is up"],
      ["18:44", "18:50", "19:10"],
    ],
    [
      ["kim [09:44]", "It is down", "[09:50]", "restarted it", "lee [10:10]", "It is up"],
      ["09:44", "09:50", "10:10"],
    ],
    [
      ["@kim [6:44 PM]", "down", "[6:50 PM]", "restarted", "@lee [7:10 PM]", "up"],
      ["18:44", "18:50", "19:10"],
    ],
    [
      ["Kim Sol [6:44 AM]", "down", "[6:50]", "slow", "it hangs", "Lee [7:10 AM]", "up"],
      ["06:44", "06:50", "07:10"],
    ],
  ])("is the next message of the same person: %j", (lines, expected) => {
    expect(chat(...lines)).toEqual(expected.map((clock) => `03-05 ${clock}`));
  });
});
