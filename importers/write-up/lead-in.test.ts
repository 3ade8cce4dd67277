import { describe, expect, it } from "vitest";
import { readActions } from "./read-actions.ts";

const titles = (list: string) => readActions(`## Action items\n\n${list}\n`).map(({ title }) => title);
const BOTH = ["Add an alert on queue depth", "Raise the disk quota"];

describe("items that only introduce others", () => {
  it.each([
    ["- Prevent:", "- Detect:"],
    ["- Short term", "- Long-term"],
    ["- **Immediate:**", "- **Later:**"],
    ["1. Process", "2. Monitoring"],
    ["- High priority", "- Low priority"],
    ["- We will do the following:", "- In the long run we want to:"],
    ["- To prevent this:", "- To detect this:"],
    ["- P1", "- P2"],
    ["- This week", "- Next quarter"],
    ["- Alerting:", "- Documentation:"],
  ])("aren't actions: %j and %j", (one, other) => {
    expect(titles(`${one}\n    - ${BOTH[0]}\n${other}\n    - ${BOTH[1]}`)).toEqual(BOTH);
  });

  it("stay actions when they name a task, or introduce nothing", () => {
    expect(titles("- Add alerts:\n  - on disks\n  - on queues\n- Raise the disk quota")).toEqual([
      "Add alerts:",
      BOTH[1],
    ]);
    expect(titles("- Documentation\n- Training")).toEqual(["Documentation", "Training"]);
  });
});
