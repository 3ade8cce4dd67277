import { describe, expect, it } from "vitest";
import { times } from "./times-of.ts";

const TIMELINE =
  "# Pricing outage\n\n## Timeline (CET)\n\n- 2026-01-31 19:20 - Reproduced the failure\n- 2026-01-31 19:23 - Changed the config\n- 2026-01-31 19:38 - Verified\n";
const ROWS = ["01-31 18:20", "01-31 18:23", "01-31 18:38"];
const SECOND = ["01-31 18:21", "01-31 18:22"];

describe("a second list next to a timeline", () => {
  it.each([
    "## RCA Notes (Timestamped, CET)\n\n- 2026-01-31 19:21 - The logs show it disabled\n- 2026-01-31 19:22 - The variable is missing\n",
    "## Notes\n\n- 2026-01-31 19:21 CET - The logs show it disabled\n- 2026-01-31 19:22 CET - The variable is missing\n",
    "## Investigation\n\n* 2026-01-31 19:21: The logs show it disabled\n* 2026-01-31 19:22: The variable is missing\n",
    "## Findings\n\n1. 2026-01-31 19:21 - The logs show it disabled\n2. 2026-01-31 19:22 - The variable is missing\n",
    "## Debugging\n\n- **2026-01-31 19:21** The logs show it disabled\n- **2026-01-31 19:22** The variable is missing\n",
    "## Diagnosis\n\n- 31 January 2026, 19:21 - The logs show it disabled\n- 31 January 2026, 19:22 - The variable is missing\n",
  ])("is read if each item has its day and time: %j", (second) => {
    expect(times(`${TIMELINE}\n${second}`, "notes.md", undefined, "")).toEqual([...ROWS, ...SECOND]);
  });

  it.each([
    ["of actions", "## Action items\n\n- 2026-01-31 19:41 - Add a warning\n- 2026-01-31 19:42 - Add an alert\n"],
    ["with items without a time", "## Notes\n\n- 2026-01-31 19:21 - The logs show it\n- The variable is missing\n"],
    ["without days", "## Notes\n\n- 19:21 - The logs show it\n- 19:22 - The variable is missing\n"],
    ["with one item", "## Notes\n\n- 2026-01-31 19:21 - The logs show it\n"],
    ["of days only", "## Notes\n\n- 2026-01-31 - The logs show it\n- 2026-01-31 - The variable is missing\n"],
    ["that repeats rows", "## Notes\n\n- 2026-01-31 19:20 - Reproduced the failure\n- 2026-01-31 19:38 - Verified\n"],
    [
      "of references",
      "## References\n\n- 2026-01-31 19:21 - [Logs](https://example.com/a)\n- 2026-01-31 19:22 - [Chat](https://example.com/b)\n",
    ],
  ])("isn't read if it is one %s", (_, second) => {
    expect(times(`${TIMELINE}\n${second}`, "notes.md", undefined, "")).toEqual(ROWS);
  });

  it("isn't read above the timeline, where it is an overview", () => {
    const overview = "## Course\n\n- 2026-01-31 19:20 - It began\n- 2026-01-31 19:38 - It was over\n\n";
    expect(times(TIMELINE.replace("## Timeline", `${overview}## Timeline`), "notes.md", undefined, "")).toEqual(ROWS);
  });
});
