import { describe, expect, it } from "vitest";
import { faultOf } from "./check.ts";
import { tryOnce } from "./fuzz.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe("damaged sources", () => {
  it.each([0, 1, 2, 3])("end in events or rejects, never in a crash or a script: block %i", (block) => {
    for (let seed = block * 150; seed < (block + 1) * 150; seed += 1) {
      const fault = tryOnce(seed);
      // A busy machine is slow, so the time for a source is measured elsewhere.
      expect(fault && !fault.fault.startsWith("took") ? fault : null).toBeNull();
    }
  });

  it.each([
    ["five megabytes on one line", "14:05 paged ".repeat(430_000)],
    ["a hundred thousand columns", `time,${"c,".repeat(100_000)}\n2026-03-04 10:00,${"x,".repeat(100_000)}`],
    ["deep JSON", `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`],
    ["names of a prototype", '[{"__proto__":{"polluted":1},"constructor":1,"at":"2026-03-04T10:00:00Z","title":"x"}]'],
    ["every zone and none", "10:00 UTC a\n10:00 CET b\n10:00 PST c\n10:00 d\n10:00 Mars/Base e"],
    ["an endless list of bullets", "- 10:00 a\n".repeat(40_000)],
    ["a table without an end", `| Time | Event |\n|---|---|\n${"| 10:00 | a |\n".repeat(20_000)}`],
  ])("%s is read or rejected", (_, text) => {
    const fault = faultOf(bytesOf(text), "UTC");
    expect(fault?.startsWith("took") ? null : fault).toBeNull();
  });
});
