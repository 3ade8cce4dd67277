import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "./fixtures.ts";

const read = (text: string, date?: string) =>
  parseSource(textInput(text, "report.md"), { zone: "UTC", ...(date === undefined ? {} : { date }) }).events;
const times = (text: string, date?: string) => read(text, date).map(({ at }) => at?.slice(0, 16) ?? "asked");

const PARTS = [
  ["## Second outage, 4 March 2024", "## First outage"],
  ["## The night of 4 March 2024", "## The other night"],
  ["## 4 March 2024: disk", "## Network"],
  ["## Part 2 (2024-03-04)", "## Part 1"],
  ["## 4 March 2024, second wave", "## Before that"],
  ["## Incident B, March 4, 2024", "## Incident A"],
  ["## Rollout on 4 March 2024", "## Rollback"],
  ["## 2024-03-04 Database", "## Queue"],
  ["## Failover on 4 March 2024", "## Failover of the weekend"],
  ["## Outage of 4 March 2024", "## Earlier outage"],
] as const;

describe("a part whose own day is asked", () => {
  it.each(PARTS)("%s, then %s: is of the day that a person answers", (dated, undated) => {
    const text = `# Report\n\n${dated}\n- 15:10 it began\n- 16:05 it ended\n\n${undated}\n- 09:15 it began\n- 10:45 it ended\n`;
    expect(times(text)).toEqual(["2024-03-04T15:10", "2024-03-04T16:05", "asked", "asked"]);
    expect(times(text, "2024-03-02")).toEqual([
      "2024-03-04T15:10",
      "2024-03-04T16:05",
      "2024-03-02T09:15",
      "2024-03-02T10:45",
    ]);
    expect(read(text, "2024-03-02").map(({ dayGiven }) => dayGiven ?? false)).toEqual([false, false, true, true]);
  });

  it("passes midnight from the answered day, and ends at the next dated part", () => {
    const text =
      "# Report\n\n## 4 March 2024: disk\n- 15:10 it began\n\n## Earlier\n- 22:15 it began\n- 01:45 it ended\n\n## 7 March 2024: review\n- 09:00 closed\n";
    expect(times(text, "2024-03-02")).toEqual([
      "2024-03-04T15:10",
      "2024-03-02T22:15",
      "2024-03-03T01:45",
      "2024-03-07T09:00",
    ]);
  });
});
