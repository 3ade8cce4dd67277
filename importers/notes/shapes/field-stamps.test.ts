import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "#importers/testing/fixtures.ts";

const read = (...lines: string[]) =>
  parseSource(textInput(`${lines.join("\n")}\n`, "device.log"), { zone: "UTC" }).events.map(
    ({ at, title }) => `${at?.slice(0, 19) ?? "asked"} ${title}`,
  );

describe("a log with day and time in two fields", () => {
  it.each([
    ['date=2024-03-06 time=10:02:09 dev=fw msg="down"', '2024-03-06T10:02:09 dev=fw msg="down"'],
    ['time=10:02:09 date=2024-03-06 dev=fw msg="down"', '2024-03-06T10:02:09 dev=fw msg="down"'],
    ['dev=fw date=2024-03-06 time=10:02:09 msg="down"', '2024-03-06T10:02:09 dev=fw msg="down"'],
    ['dev="fw" date="2024-03-06" time="10:02:09" id=4', '2024-03-06T10:02:09 dev="fw" id=4'],
    ["date=2024/03/06 time=10:02:09 link lost", "2024-03-06T10:02:09 link lost"],
    ["date=2024-03-06,time=10:02:09,msg=down", "2024-03-06T10:02:09 msg=down"],
    ["date=2024-03-06 time=10:02:09.250 msg=down", "2024-03-06T10:02:09 msg=down"],
    ["date=2024-03-06 time=10:02:09+0200 msg=down", "2024-03-06T08:02:09 msg=down"],
    ["date=2024-03-06 time=10:02:09Z msg=down", "2024-03-06T10:02:09 msg=down"],
    ["date=2024-03-06 time=10:02:09-05:00 msg=down", "2024-03-06T15:02:09 msg=down"],
    [
      '<![LOG[Link lost]LOG]!><time="10:02:09.250-120" date="03-06-2024" component="Net" type="1">',
      "2024-03-06T08:02:09 Link lost",
    ],
    [
      '<![LOG[Link lost]LOG]!><time="10:02:09.250+300" date="3-6-2024" component="Net" type="1">',
      "2024-03-06T15:02:09 Link lost",
    ],
  ])("%s is read", (line, event) => expect(read(line, line.replace("10:02:09", "10:02:11"))[0]).toBe(event));

  it("keeps lines between with the line above", () => {
    const told = read("date=2024-03-06 time=10:02:09 first", "more of it", "date=2024-03-06 time=10:02:11 second");
    expect(told).toHaveLength(2);
  });

  it.each([
    ["10:02:09 date=2024-03-06 was set", "10:02:11 ok", "10:02:12 ok"],
    ["update=2024-03-06 runtime=10:02:09", "update=2024-03-06 runtime=10:02:11"],
  ])("is nothing else: %s", (...lines) =>
    expect(read(...lines).filter((one) => one.startsWith("2024-03-06T10:02:09"))).toEqual([]),
  );
});
