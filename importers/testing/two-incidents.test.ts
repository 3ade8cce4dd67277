import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/index.ts";

const read = (content: string) => {
  const parsed = parseSource({ filename: "notes.md", bytes: new TextEncoder().encode(content) });
  return {
    names: parsed.incidents?.map(({ name }) => name) ?? [],
    sections: parsed.events.map(({ section }) => section ?? 0).join(""),
  };
};

const FIRST =
  "- 15:46 UTC Customer impact started: checkout fails\n- 15:50 UTC Alert CheckoutErrors fired\n- 16:20 UTC Incident resolved\n";
const SECOND =
  "- 02:17 UTC Alert SearchLatency fired\n- 02:25 UTC Bob restarted the index\n- 03:01 UTC Incident resolved\n";
const dated = (day: string, story: string) => story.replace(/^- /gm, `- ${day} `);

describe("a document about two incidents", () => {
  it.each([
    [
      "numbers",
      `# September\n\n## Incident 1\n\n2021-09-29\n\n${FIRST}\n## Incident 2\n\n2021-10-03\n\n${SECOND}`,
      "111222",
    ],
    [
      "numbers with words",
      `## Outage #1: checkout (2021-09-29)\n${FIRST}\n## Outage #2: search (2021-10-03)\n${SECOND}\n## Action items\n- 2021-10-09 10:00 UTC patch\n`,
      "111222",
    ],
    [
      "ordinals",
      `# Two outages on 2021-09-29\n\n## The first outage\n${FIRST}\n## The second outage\n${SECOND.replaceAll("02:", "18:").replaceAll("03:", "19:")}`,
      "111222",
    ],
    [
      "keys",
      `# Week 39\n\n## INC-12: checkout\n\nDate: 2021-09-29\n\n${dated("2021-09-29", FIRST)}\n## INC-14: search\n\n${dated("2021-10-03", SECOND)}`,
      "111222",
    ],
    ["days as headings", `# Timeline\n\n### 29-09-2021\n\n${FIRST}\n### 03-10-2021\n\n${SECOND}`, "111222"],
    [
      "days in words, year in the title",
      `# Report, September 2021\n\n## Timeline\n\n### 29 September\n\n${FIRST}\n### 3 October\n\n${SECOND}`,
      "111222",
    ],
    [
      "titles with timelines of their own",
      `# Checkout outage of 29 September 2021\n\n## Timeline\n\n${FIRST}\n# Search outage of 3 October 2021\n\n## Timeline\n\n${SECOND}`,
      "111222",
    ],
    ["two timelines", `## Timeline of 2021-09-29\n\n${FIRST}\n## Timeline of 2021-10-03\n\n${SECOND}`, "111222"],
    [
      "parts that hold a timeline",
      `# Payments\n\n## Checkout\n\n### Timeline (2021-09-29)\n\n${FIRST}\n## Search\n\n### Timeline (2021-10-03)\n\n${SECOND}`,
      "111222",
    ],
    [
      "a table without headings",
      `| When (UTC) | What |\n|---|---|\n${(dated("2021-09-29", FIRST) + dated("2021-10-03", SECOND)).replace(/^- (\S+ \S+) UTC (.*)$/gm, "| $1 | $2 |")}`,
      "111222",
    ],
    [
      "zones that are asked for",
      `## Incident A: checkout\n\n2021-09-29\n\n${FIRST.replaceAll(" UTC", "")}\n## Incident B: search\n\n2021-10-03\n\n${SECOND.replaceAll(" UTC", "")}`,
      "111222",
    ],
    [
      "a summary first",
      `# Both\n\n## Summary\n\n### Incident 1\n\nCheckout failed.\n\n### Incident 2\n\nSearch was slow.\n\n## Timeline\n\n### Incident 1\n\n${dated("2021-09-29", FIRST)}\n### Incident 2\n\n${dated("2021-10-03", SECOND)}`,
      "111222",
    ],
  ])("is recognised by %s", (_, content, sections) => {
    expect(read(content)).toMatchObject({ sections, names: [expect.any(String), expect.any(String)] });
  });

  it("names each by its heading, and keeps the rest separate", () => {
    const content = `# Week 39\n\n## Incident 1: checkout\n\n${dated("2021-09-29", FIRST)}\n## Incident 2: search\n\n${dated("2021-10-03", SECOND)}\n## Repair\n\n- 2021-10-09 10:00 UTC patch deployed\n- 2021-10-09 10:30 UTC patch verified\n`;
    expect(read(content)).toEqual({ names: ["Incident 1: checkout", "Incident 2: search"], sections: "11122200" });
  });
});

const NEXT_DAY = "- 08:05 UTC Errors again\n- 08:30 UTC Fix deployed\n- 09:10 UTC Incident resolved\n";

describe("a document about one incident", () => {
  it.each([
    [
      "a follow-up with times",
      `# Outage\n\n## Timeline (2021-09-29)\n\n${FIRST}\n## Follow-up\n\n${dated("2021-10-03", "- 10:00 UTC Alert test fired\n- 10:30 UTC Patch deployed\n- 11:00 UTC Ticket closed\n")}`,
    ],
    [
      "its second day",
      `# Outage\n\n## Timeline\n\n### 29 September 2021\n\n${FIRST.replace("Incident resolved", "Ann goes on with the fix")}\n### 30 September 2021\n\n${NEXT_DAY}`,
    ],
    [
      "a second day that begins anew after a night",
      `# Outage\n\n## Timeline\n\n### 2021-09-29\n\n${FIRST}\n### 2021-09-30\n\n${NEXT_DAY}`,
    ],
    [
      "previous incidents",
      `# Outage\n\n## Timeline (2021-09-29)\n\n${FIRST}\n## Previous incidents\n\n${dated("2021-03-01", SECOND)}`,
    ],
    [
      "a related incident that is mentioned",
      `# Outage\n\nLike INC-9 of 3 October 2020 at 02:17 UTC, which was resolved at 03:01 UTC.\n\n## Timeline (2021-09-29)\n\n${FIRST}\n## Related incidents\n\n- INC-9: Search\n- INC-4: Mail\n`,
    ],
    [
      "a change days before",
      `# Outage\n\n## Timeline\n\n- 2021-09-20 10:00 UTC Change merged\n- 2021-09-20 10:30 UTC Deploy finished\n${dated("2021-09-29", FIRST)}`,
    ],
    [
      "the repair days later",
      `# Outage\n\n## Timeline\n\n${dated("2021-09-29", FIRST)}- 2021-10-03 10:00 UTC Permanent fix merged\n- 2021-10-03 10:30 UTC Permanent fix deployed\n- 2021-10-04 10:30 UTC Review held\n`,
    ],
    [
      "phases",
      `# Outage\n\n## Phase 1: checkout\n\n${dated("2021-09-29", FIRST)}\n## Phase 2: search\n\n${dated("2021-09-29", SECOND.replaceAll("02:", "18:").replaceAll("03:", "19:"))}`,
    ],
    [
      "accounts of two teams",
      `# Outage\n\n## Checkout team\n\n### Timeline (2021-09-29)\n\n${FIRST}\n## Search team\n\n### Timeline (2021-09-29)\n\n${FIRST.replaceAll("15:4", "15:3")}`,
    ],
    [
      "its commander and report in headings",
      `# Outage\n\n## Incident commander\n\n- 15:46 UTC Ann\n- 16:00 UTC Bob\n\n## Incident report\n\n${dated("2021-09-29", FIRST)}`,
    ],
    [
      "parts of a review",
      `# Outage 2021-09-29\n\n## Detection\n\n- 15:46 UTC Customer impact started\n- 15:50 UTC Alert fired\n\n## Resolution\n\n- 16:00 UTC Rollback finished\n- 16:20 UTC Incident resolved\n`,
    ],
    [
      "one that goes on over days",
      `# Outage\n\n## Timeline\n\n### Day 1 (2021-09-29)\n\n${FIRST}\n### Day 3 (2021-10-01)\n\n${SECOND}`,
    ],
  ])("is left whole with %s", (_, content) => {
    expect(read(content).names).toEqual([]);
  });
});
