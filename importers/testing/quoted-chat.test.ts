import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "./fixtures.ts";

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
