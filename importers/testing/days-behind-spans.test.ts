import { describe, expect, it } from "vitest";
import { times } from "./times-of.ts";

const list = (...items: string[]) =>
  `# Outages in 2025\n\nThe API failed twice.\n\n${items.map((one) => `- ${one}`).join("\n")}\n`;

describe("a list of labels with a span and its day behind it", () => {
  it.each([
    ["First outage: 15:30-18:00 UTC (August 18)", "Second outage: 23:15-02:43 UTC (August 18-19)"],
    ["**First outage**: 15:30-18:00 UTC (18 Aug)", "**Second outage**: 23:15-02:43 UTC (18-19 Aug)"],
    [
      "First: 15:30-18:00 UTC / 08:30-11:00 PDT (August 18)",
      "Second: 23:15-02:43 UTC / 16:15-19:43 PDT (August 18-19)",
    ],
    ["First: 15:30–18:00 UTC (08:30–11:00 PDT), August 18", "Second: 23:15–02:43 UTC (16:15–19:43 PDT), August 18-19"],
    ["First: 15:30 - 18:00 UTC, August 18", "Second: 23:15 - 02:43 UTC, August 18-19"],
    ["First outage: August 18, 15:30-18:00 UTC", "Second outage: August 18, 23:15-02:43 UTC"],
  ])("is read in any part: %s", (one, other) => {
    expect(times(list(one, other))).toEqual(["08-18 15:30", "08-18 23:15"]);
    expect(times(`# Outages in 2025\n\n## Timeline\n\n- ${one}\n- ${other}\n`)).toEqual(["08-18 15:30", "08-18 23:15"]);
  });

  it.each([
    list("Monday: 9:00-17:00", "Tuesday: 9:00-16:00"),
    list("Length: 15 minutes", "Hosts: 12:4"),
    "# Opening hours\n\n- Shop: 09:30-18:00\n- Bar: 15:15-23:00\n",
  ])("isn't one of opening hours or counts: %s", (text) => {
    expect(times(text).filter((one) => !one.startsWith("?"))).toEqual([]);
  });
});

describe("days without a year", () => {
  it.each([
    "Down\nJun 21 at 10:15am UTC\nMail is unreachable\nResolved\nJun 21 at 10:17am UTC\nMail is back\n\nWhat happened\n- Mail stopped responding at Jun 21, 2022 - 06:43 UTC\n- It responded again at 07:20 UTC\n",
    "# Mail outage\n\n- Jun 21 10:15 UTC: mail is down\n- Jun 21 10:17 UTC: mail is back\n- Jun 22, 2022 09:00 UTC: disk replaced\n",
  ])("are in the only year of the other entries: %s", (text) => {
    expect(times(text).join()).not.toContain("?");
  });

  it("are asked for between entries of two years", () => {
    const text =
      "# Mail outage\n\n- Jun 21 10:15 UTC: mail is down\n- 2021-06-22 09:00 UTC: first disk\n- 2023-06-22 09:00 UTC: disk replaced\n";
    expect(times(text)[0]).toMatch(/^\?/);
  });
});
