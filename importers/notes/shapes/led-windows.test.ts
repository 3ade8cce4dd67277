import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "#importers/testing/fixtures.ts";

const read = (text: string) =>
  parseSource(textInput(text, "notes.md"), { zone: "UTC" }).events.map(({ at, endAt, title }) => [
    at?.slice(8, 16),
    endAt?.slice(8, 16),
    title,
  ]);
const list = (mark: string, lead: string) =>
  `${lead}\n\n${mark}2024-05-04 12:45 UTC to 2024-05-04 12:55 UTC\n${mark}2024-05-06 23:10 UTC - 2024-05-07 01:25 UTC\n\nWe changed the balancer.\n`;

describe("a list that only tells when trouble was", () => {
  it.each([
    ["- ", "The API was unavailable during these windows:"],
    ["* ", "Some clients had downtimes in the following periods:"],
    ["• ", "Customers experienced problems with logins, and the site was down:"],
    ["1. ", "Requests were failing at these times:"],
    ["  • ", "There were two outages this week:"],
    ["- ", "Das Portal war zu folgenden Zeiten nicht erreichbar:"],
    ["- ", "Le service a été interrompu pendant ces plages :"],
    ["- ", "Hubo una interrupción en estos periodos:"],
    ["- ", "O site ficou fora do ar nestes horários:"],
    ["- ", "下記の時間帯に障害が発生しました："],
    ["- ", "Er was een storing in deze perioden:"],
    ["- ", "The shop was not responding in these windows:"],
    ["- ", "Users were no longer able to log in, as the site was down:"],
  ])("has the words above it: %s%s", (mark, lead) => {
    const told = lead.replace(/\s?[:：]$/, "");
    expect(read(list(mark, lead))).toEqual([
      ["04T12:45", "04T12:55", told],
      ["06T23:10", "07T01:25", told],
    ]);
  });

  it.each([
    "The API was unavailable.",
    "Our support desk can be reached at these times:",
    "Planned maintenance, with downtimes, is in these windows:",
    "Login will be unavailable in these windows:",
    "Geplante Wartung mit Unterbrechung in diesen Fenstern:",
    "The outage did not affect customers during these hours:",
    "No downtimes were seen in:",
    "Downtimes of 2023 for comparison:",
    "Postmortem meetings:",
    "Incident review slots:",
    "Keine Störungen gab es in diesen Zeiten:",
    "Aucune panne pendant ces plages :",
    "The incident didn't really impact payments in these windows:",
    "Outages from 2022:",
    "Failover drills after the outage:",
  ])("has none below: %s", (lead) => expect(read(list("- ", lead))).toEqual([]));
});

describe("a time on its own line above a list", () => {
  const told = (stamp: (clock: string) => string, gap: string, mark = "- ") =>
    ["19:55", "19:57", "20:11"]
      .map((clock, place) => `${stamp(clock)}\n${gap}${mark}Step ${place}\n${mark}More of it\n`)
      .join("\n");
  const STAMPS: [string, (clock: string) => string][] = [
    ["a day", (clock) => `2023-07-18 ${clock} UTC`],
    ["a colon", (clock) => `2023-07-18 ${clock} UTC:`],
    ["bold", (clock) => `**2023-07-18 ${clock}**`],
    ["a month", (clock) => `18 July 2023, ${clock} UTC`],
    ["a German day", (clock) => `18.07.2023 ${clock} Uhr`],
  ];

  it.each(STAMPS)("is that of its first item, written with %s", (_, stamp) => {
    for (const gap of ["", "\n"])
      for (const mark of ["- ", "* ", "• "])
        expect(read(`# Outage\n\nTimeline of what we did:\n\n${told(stamp, gap, mark)}`)).toEqual([
          ["18T19:55", undefined, "Step 0"],
          ["18T19:57", undefined, "Step 1"],
          ["18T20:11", undefined, "Step 2"],
        ]);
  });

  it("isn't that of the summary of a text", () => {
    expect(read("2023-07-18 19:55 UTC\n\n- We had an outage\n- All is well\n\nThe end.\n")).toEqual([]);
  });
});

describe("periods on lines of their own below the trouble they are of", () => {
  const LEAD = "Customers of the router were down on 2 separate occasions:";
  const page = (first: string, second: string) =>
    `This is to inform you of the outage.\n\n${LEAD}\n${first}\n${second}\n\nOther customers saw nothing at all.\n`;

  it.each([
    ["October 29, 1999: 8:15am - 11:41am (3 hours and 26 minutes)", "November 1, 1999: 3:47am - 11:53am (8 hours)"],
    ["October 29, 1999: 8:15am - 11:41am", "November 1, 1999: 3:47am - 11:53am"],
    ["29 October 1999 08:15-11:41", "1 November 1999 03:47-11:53"],
    ["1999-10-29 08:15 to 11:41 (3h 26m)", "1999-11-01 03:47 to 11:53 (8h 6m)"],
  ])("have its words and not those below: %s", (first, second) => {
    const { events } = parseSource(textInput(page(first, second), "notes.md"), { zone: "UTC" });
    expect(events.map(({ at, endAt }) => `${at?.slice(5, 16)} ${endAt?.slice(11, 16)}`)).toEqual([
      "10-29T08:15 11:41",
      "11-01T03:47 11:53",
    ]);
    expect(events.map(({ title }) => title)).toEqual([LEAD.slice(0, -1), LEAD.slice(0, -1)]);
    expect(events.some(({ body }) => body.includes("Other customers"))).toBe(false);
  });

  it("keep the text right below them", () => {
    const text = `${LEAD}\n29 October 1999 08:15-11:41\nThe router failed.\n1 November 1999 03:47-11:53\nIt failed again.\n`;
    const { events } = parseSource(textInput(text, "notes.md"), { zone: "UTC" });
    expect(events.map(({ title }) => title)).toEqual(["The router failed.", "It failed again."]);
  });
});
