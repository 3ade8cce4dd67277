import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "#importers/testing/fixtures.ts";

const read = (text: string) =>
  parseSource(textInput(text, "notes.md"), { zone: "UTC" }).events.map(
    ({ at, title }) => `${at?.slice(11, 16)} ${title}`,
  );

const ALL = ["10:02 Alert fired", "10:06 Disk found full", "10:12 Service restored", "10:15 All well"];
const list = (detail: string, indent = "") =>
  [
    "Timeline for 2018-05-14, UTC",
    "10:02 - Alert fired",
    "10:06 - Disk found full",
    detail,
    "10:12 - Service restored",
    "10:15 - All well",
  ]
    .map((line, at) => (at === 0 || at === 3 ? line : indent + line))
    .join("\n");

describe("lines that start with a time", () => {
  it.each([
    [list("  - Apache was running.")],
    [list("    * Apache was running.\n    * So was MySQL.")],
    [list("        •  Apache was running.")],
    [list("\t- Apache was running.")],
    [list("   1. Apache was running.\n   2. So was MySQL.")],
    [list("   - Apache was running,\n     as was MySQL.")],
    [list("   - Apache was running.\n", "  ")],
    [list("           -  Apache was running.", "  ")],
    [list("  - Apache was running.").replaceAll("\n", "\n\n")],
    [list("   + Apache was running.").replace("10:15", "  - at once\n10:15")],
  ])("are entries below the details of another: %j", (text) => {
    expect(read(text)).toEqual(ALL);
  });

  it("belong to an item if they are as deep as its text", () => {
    const [first] = parseSource(
      textInput(
        "2018-05-14 UTC\n\n- 10:02 Alert fired\n  10:06 was on its clock\n- 10:12 Service restored\n",
        "notes.md",
      ),
    ).events;
    expect(first?.body).toContain("10:06 was on its clock");
  });

  it.each([
    ["10: 06 AM - Disk found full", "10:06 Disk found full"],
    ["10: 06 am: Disk found full", "10:06 Disk found full"],
    ["10: 06AM Disk found full", "10:06 Disk found full"],
    ["1: 06 PM - Disk found full", "13:06 Disk found full"],
    ["10: 06 a.m. - Disk found full", "10:06 Disk found full"],
  ])("can have a blank behind the colon, if am or pm follows: %s", (line, told) => {
    expect(read(`2018-05-14 UTC\n\n- 10:02 AM - Alert fired\n- ${line}\n`)).toContain(told);
  });

  it.each(["10: 12 servers were down", "Step 10: 30 amps were drawn", "10: 06 was the number"])(
    "don't start with other numbers: %s",
    (line) => {
      expect(read(`2018-05-14 UTC\n\n- 10:02 AM - Alert fired\n- 10:03 AM - Disk full\n- ${line}\n`)).toHaveLength(2);
    },
  );
});
