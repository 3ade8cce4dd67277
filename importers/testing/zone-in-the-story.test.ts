import { describe, expect, it } from "vitest";
import { times } from "./times-of.ts";

const asked = (text: string) => times(text, "notes.md", undefined, "");
const ROWS = [
  "2023-02-15 10:29 AM - First failed transaction, the site is unreachable",
  "2023-02-15 10:33 AM - The plan is upgraded",
  "2023-02-15 11:28 AM - The supplier acknowledges the incident",
  "2023-02-15 12:09 PM - Last database error, the site is back",
];
const LIST = `\n\n## Timeline\n\n${ROWS.map((row) => `* ${row}`).join("\n")}\n`;
const FRONT =
  "---\ntitle: Database Outage\ndate: 2023-02-15T15:45:00.000Z\nresolved: true\nresolvedWhen: 2023-02-15T17:10:15.086Z\naffected:\n  - Database\n---\n";
const EASTERN = ["02-15 15:29", "02-15 15:33", "02-15 16:28", "02-15 17:09"];

describe("rows without a zone", () => {
  it.each([
    `${FRONT}The database failed.\n\nAt approximately 10:29am EST, we reached the limit.${LIST}`,
    `${FRONT}The database failed.\n\nAt 10:29 AM EST we reached the limit.${LIST}`,
    `${FRONT}We reached the limit at 10:29 a.m. (EST) and transactions failed.${LIST}`,
    `${FRONT}It took from 10:29 to 12:09 EST.${LIST}`,
    `${FRONT}The site was back at 12:09pm Eastern Time.${LIST}`,
    `${FRONT}The supplier answered at 11:28 UTC-5.${LIST}`,
    `${FRONT}At 10:45am EST, we called them.${LIST}`,
    `${FRONT}The database failed.${LIST}\n## Notes\n\nAt 10:29am EST, we had reached the limit.\n`,
    `# Database outage\n\nOutage end: 2023-02-15 17:12 UTC\n\nAt 10:29am EST, we reached the limit.${LIST}`,
    `${FRONT.replace("Z\nresolved:", "Z\nstarted_at: 2023-02-15T15:29:00Z\nresolved:")}At 10:29am EST, we reached the limit.${LIST}`,
  ])("are in that of a row's clock in the text: %j", (text) => {
    expect(asked(text).filter((time) => !["02-15 17:10", "02-15 15:45"].includes(time))).toEqual(EASTERN);
  });

  it.each([
    `${FRONT}The database failed.${LIST}`,
    `${FRONT}At 6pm EST, we wrote this.${LIST}`,
    `# Database outage\n\nAt 6pm EST, we wrote this.${LIST}`,
    `${FRONT}At 10:29am EST, we reached the limit, and at 12:09pm PST it was over.${LIST}`,
  ])("are asked for if nothing tells it, or two zones do: %j", (text) => {
    const open = asked(text).filter((time) => time.startsWith("? zone"));
    expect(open).toHaveLength(4);
  });

  it.each([
    ["resolvedWhen: 2023-02-15T12:09:00Z", "its minute is a row's"],
    ["resolvedWhen: 2023-02-15T12:12:40Z", "it is right after the last row"],
  ])("are in the zone of a field if %s: %s", (field) => {
    const text = `${FRONT.replace(/resolvedWhen.*/, field)}The database failed.${LIST}`;
    expect(asked(text)).toEqual(["02-15 10:29", "02-15 10:33", "02-15 11:28", "02-15 12:09"]);
  });
});

describe("the end that a field repeats", () => {
  it("isn't an event next to the row for it, whatever its zone", () => {
    expect(asked(`${FRONT}At 10:29am EST, we reached the limit.${LIST}`)).toEqual(EASTERN);
  });

  it("is an event if it is long after the last row", () => {
    const text = `${FRONT.replace("17:10:15.086Z", "19:10:15Z")}At 10:29am EST, we reached the limit.${LIST}`;
    expect(asked(text)).toContain("02-15 19:10");
  });

  it("isn't an event if it is a plan, or the end of a span", () => {
    const front = FRONT.replace("17:10:15.086Z", "19:10:15Z").replace("resolved: true", "resolved: false");
    expect(asked(`${front}At 10:29am EST, we reached the limit.${LIST}`)).toEqual(EASTERN);
    const span = "The API was down from Nov 21, 2025, 4:30pm until Nov 22, 2025, 8:27pm UTC.";
    const ended = "---\ndate: 2025-11-21 16:30:00\nresolvedWhen: 2025-11-22 20:27:00\naffected:\n  - API\n---\n\n";
    expect(asked(`${ended}${span}`)).toEqual(["11-21 16:30"]);
  });
});
