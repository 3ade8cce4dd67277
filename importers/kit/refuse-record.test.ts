import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { jsonInput } from "#importers/testing/fixtures.ts";
import { refuseRecord } from "./refuse-record.ts";

describe("the reason for a rejected record", () => {
  it.each([
    ["gitlab", "a GitLab webhook or timeline event"],
    ["sentry", "a Sentry webhook or issue"],
    ["linear", "a Linear webhook"],
    ["jira", "a Jira webhook or issue"],
    ["github", "a GitHub webhook with an event for a timeline"],
    ["pagerduty", "a PagerDuty log entry, webhook or incident"],
  ])("%s names what was expected, what was found and what to do", (format, expected) => {
    const { rejects } = parseSource(jsonInput({ colour: "blue", size: 4 }), { format });
    expect(rejects[0]?.reason).toBe(
      `Expected ${expected}, but found an object with the fields colour, size. Use the tool's own export, or choose another format.`,
    );
  });

  it("describes values of any shape, with only as many fields as fit", () => {
    const many = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`f${index}`, index]));
    expect(refuseRecord(many, "x")).toContain("f7 and more.");
    expect(refuseRecord([], "x")).toContain("found a list.");
    expect(refuseRecord("x", "x")).toContain("found a single value.");
    expect(refuseRecord({}, "x")).toContain("found an object without fields.");
  });
});
