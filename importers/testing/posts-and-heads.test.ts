import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "./fixtures.ts";
import { times } from "./times-of.ts";

const titles = (text: string) =>
  parseSource(textInput(text, "status.txt"), { zone: "UTC" }).events.map(({ at, kind, title }) =>
    [at?.slice(5, 16).replace("T", " "), kind, title.slice(0, 24)].join(" "),
  );

describe("a day and four digits at the start of a line", () => {
  const list = (day: string, zone: string, next = day.replace("7", "8")) =>
    `# Upgrade\n\n- Date: 2024-Mar-07\n\n## Timeline\n- ${day} 1506${zone} Release agreed.\n- 1936${zone} Version 3.1 is out.\n- 2309${zone} Operators are told.\n- ${next} 0117${zone} First crash.\n- 0133${zone} Operators go back.`;
  it.each([
    list("Mar 7", " UTC:"),
    list("March 7", " UTC:"),
    list("Mar 7th", " GMT:", "Mar 8th"),
    list("Mar. 7", " UTC"),
    list("Mar 7,", " UTC:"),
  ])("are read as times: %j", (text) =>
    expect(times(text)).toEqual(["03-07 15:06", "03-07 19:36", "03-07 23:09", "03-08 01:17", "03-08 01:33"]),
  );

  it("can be a year", () =>
    expect(times("# Notes\n\n## Timeline\n- Mar 7 2019: one\n- Mar 8 2019: two\n- Mar 9 2019: three")).toEqual([
      "03-07",
      "03-08",
      "03-09",
    ]));
});

describe("headings without a blank behind their marks", () => {
  it.each([
    ["##2024-02-12 13:00", "##2024-02-12 12:30", "## 2024-02-12 08:00"],
    ["###2024-02-12 13:00", "###2024-02-12 12:30", "###2024-02-12 08:00"],
    ["##12.02.2024 13:00", "##12.02.2024 12:30", "##12.02.2024 08:00"],
  ])("start a post: %s", (a, b, c) => {
    const text = `---\ntitle: "Störung Kalender"\ndate: 2024-02-12T08:00:00\n---\n\n${a}\n\nAlles läuft wieder.\n\n${b}\n\nDie Datenbank wurde neu gestartet.\n\n${c}\n\nDer Kalender ist nicht erreichbar.`;
    expect(times(text)).toEqual(["02-12 13:00", "02-12 12:30", "02-12 08:00"]);
  });
});

describe("the start in the head of a page", () => {
  const page = (label: string) =>
    `Acme incident\n\nAPI errors\n\n${label}\nMar 3, 2024, 02:15 PM UTC\nResolved\nMar 3, 2024, 03:20 PM UTC\nDuration\n1h 5m\n\nUpdate timeline\n\n  1. investigating Mar 3, 2024, 02:31 PM UTC\n\n    We are investigating errors of the API.\n\n  2. resolved Mar 3, 2024, 03:20 PM UTC\n\n    The API works again.`;
  it.each(["Started", "Started:", "Start time", "Incident started", "Began", "Impact start"])(
    "is the start of the impact, and not the end: %s",
    (label) =>
      expect(titles(page(label)).map((one) => one.slice(0, 26).trim())).toEqual([
        expect.stringContaining("03-03 14:15 impact_started"),
        expect.stringContaining("03-03 14:31 public_update"),
        expect.stringContaining("03-03 15:20 resolved"),
      ]),
  );
});

describe("posts of one day without a state", () => {
  it("have all paragraphs between them", () => {
    const text =
      "Service outage\nIncident Report for\nThe cache has expired, and everything is back online.\nPosted May 01, 2022 - 19:38 UTC\nEverything is back online as usual. Some users may see errors of name servers (until 19:33 UTC).\n\nThe cause seems to be a short rise of the load.\n\nWe think that many servers restart at full hours (here, 18:00 UTC).\nPosted May 01, 2022 - 18:57 UTC\nWe're looking into errors of some services.\nPosted May 01, 2022 - 18:09 UTC";
    const told = titles(text);
    expect(told).toContainEqual(expect.stringContaining("05-01 18:57 impact_ended Everything is back"));
    expect(told).toContainEqual(expect.stringContaining("05-01 19:38 mitigated The cache has"));
  });
});

describe("a time without am or pm in a post that has one", () => {
  const post = (at: string, said: string) =>
    `Power loss\n\nTuesday 14th February 2023\n\n${at}\n\n${said}\n\n11:05 PM EST\n\nAll is well.`;
  it.each([
    [post("6:20 PM EST", "At approximately 5:40 EST, we lost power in hall 2."), "02-14 22:40"],
    [post("7:45 PM EST", "Power was restored at 7:15 EST. All racks are online."), "02-15 00:15"],
    [post("9:10 AM EST", "At 8:55 EST the chiller stopped. We look into it."), "02-14 13:55"],
    [post("1:10 PM EST", "At 12:50 EST, all lifts stopped."), "02-14 17:50"],
    [post("12:30 PM EST", "At 11:58 EST, the lines went down."), "02-14 16:58"],
  ])("is shortly before it: %j", (text, expected) => expect(times(text, "notes.txt")).toContain(expected));

  it("isn't read if it would be long before", () =>
    expect(times(post("9:20 PM EST", "At 5:40 EST, we lost power in hall 2."), "notes.txt")).not.toContain(
      "02-14 22:40",
    ));
});

describe("the same morning as that of a day that a post doesn't tell", () => {
  it.each(["the same morning", "the same day", "that same evening", "the same afternoon"])("is open: %s", (same) => {
    const text = `Loss of calls\n\nUpdate [16/09/2023 14:30]\n\nReason for outage: a card failed at 09:58 on Friday. Traffic moved to the second router at 10:40 ${same}.\n\nInvestigating [15/09/2023 10:15]\n\nWe are aware of failed calls.`;
    expect(times(text, "notes.txt")).toEqual(["09-16 14:30", "09-15 10:15"]);
  });
});
