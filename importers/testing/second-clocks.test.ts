import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "./fixtures.ts";

const read = (lines: readonly string[], zone = "") =>
  parseSource(textInput(`# Outage 2026-02-11\n\n## Timeline${zone}\n\n${lines.join("\n")}\n`, "x.md"), {}).events.map(
    ({ at, title }) => [at, title],
  );
const AT = "2026-02-11T17:14:00.000Z";

describe("the same moment in a second zone", () => {
  it.each([
    ["- 09:14 PST (17:14 UTC): Errors rise", ""],
    ["- **09:14 PST** (17:14 UTC): Errors rise", ""],
    ["- `09:14 PST` (17:14 UTC) Errors rise", ""],
    ["- 09:14 PST [17:14 UTC] Errors rise", ""],
    ["- 9:14 AM PST (5:14 PM UTC) – Errors rise", ""],
    ["- 09:14 PST / 17:14 UTC: Errors rise", ""],
    ["- 09:14 (17:14 UTC): Errors rise", " (PST)"],
    ["- 09:14 (17:14 UTC): Errors rise", ""],
    ["- **09:14** (17:14 UTC) - Errors rise", ""],
    ["- 22:44 (17:14 UTC): Errors rise", ""],
    ["- 18:14 (17:14Z): Errors rise", ""],
  ])("leaves no trace in the title of %j%s", (line, zone) => {
    expect(read([line, line.replaceAll(":14", ":44")], zone)[0]).toEqual([AT, "Errors rise"]);
  });

  it("gives no time zone if the two aren't a time zone apart", () => {
    expect(read(["- 13:02 (13:10 UTC): Errors rise", "- 13:05 Page"])[0]).toEqual([null, "(13:10 UTC): Errors rise"]);
    expect(read(["- 01:00 (13:00 UTC): Errors rise", "- 01:05 Page"])[0]?.[0]).toBeNull();
  });
});
