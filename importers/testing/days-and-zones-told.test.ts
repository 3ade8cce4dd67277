import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "./fixtures.ts";
import { times } from "./times-of.ts";

const table = (head: string, zone: string) =>
  times(
    `# Report\n\n${head}\n\n## Timeline\n\n${zone}\n\n| A | B |\n|---|---|\n| 12:30 | x failed |\n| 12:40 | y restarted |\n`,
  );

describe("the day and the zone above a table, in other languages", () => {
  it.each([
    ["**Tanggal:** 2026-06-05", "Waktu dalam zona WITA (+08:00)."],
    ["Tarikh: 2026-06-05", "Semua waktu dalam +08:00"],
    ["**Tarih:** 2026-06-05", "Saat dilimi: UTC+8"],
    ["Ngày: 2026-06-05", "Múi giờ: UTC+8"],
    ["날짜: 2026-06-05", "시간대: UTC+8"],
    ["日時: 2026-06-05", "時刻はUTC+8"],
    ["Dată: 2026-06-05", "Fus orar: UTC+8"],
    ["Dátum: 2026-06-05", "All times UTC+8"],
    ["Data: 2026-06-05", "Godziny w strefie UTC+8"],
    ["Dato: 2026-06-05", "Alle tidspunkter er UTC+8"],
  ])("are read: %s, %s", (head, zone) => expect(table(head, zone)).toEqual(["06-05 04:30", "06-05 04:40"]));

  it.each([
    ["Tanggal rapat: 2026-06-05", "Waktu dalam zona WITA (+08:00)."],
    ["Terakhir diperbarui: 2026-06-05", "Waktu respons naik"],
  ])("aren't those of something else: %s", (head, zone) =>
    expect(table(head, zone)).toEqual([expect.stringMatching(/^\?/), expect.stringMatching(/^\?/)]),
  );
});

const story = (...sentences: string[]) => times(`Outage of 3 April 2026\n\n${sentences.join(" ")}\n`);

describe("a sentence that ends with a.m. or p.m.", () => {
  it.each(["Network staff reached it", "The operators reached it", "Crews got there"])("ends there: %s", (next) =>
    expect(story("Calls came at 9:15 a.m.", `${next} at 9:40 a.m. The link was restored at 10:40 a.m.`)).toEqual([
      "04-03 09:15",
      "04-03 09:40",
      "04-03 10:40",
    ]),
  );

  it.each([
    ["It failed at 9:15 a.m. Eastern time and came back at 10:40 a.m.", "04-03 13:15", "04-03 14:40"],
    ["It failed at 9:15 a.m. Pacific and came back at 10:40 a.m.", "04-03 16:15", "04-03 17:40"],
    ["It failed at 9:15 a.m. Friday and came back at 10:40 a.m.", "04-03 09:15", "04-03 10:40"],
    ["It failed at 9:15 p.m. April 3 and came back at 10:40 p.m.", "04-03 21:15", "04-03 22:40"],
  ])("continues after its zone or day: %s", (sentence, ...expected) => expect(story(sentence)).toEqual(expected));
});

it.each(["all cores waited for I/O.", "the field was N/A.", "the ratio was b/W."])(
  "a letter behind a slash ends a sentence: %s",
  (end) => {
    const { events } = parseSource(
      textInput(
        `Outage of 3 April 2026\n\nAt 09:15 ${end} At 09:40 staff restarted it. At 10:05 it was restored.\n`,
        "a.txt",
      ),
      { zone: "UTC" },
    );
    expect(events.map(({ title }) => title.split(" ").at(-1))).toEqual([end.split(" ").at(-1), "it.", "restored."]);
  },
);

describe("yesterday's and last week's things", () => {
  it.each([
    "last week's version",
    "yesterday's prices",
    "last month's certificate",
    "last year's backup",
    "yesterday’s snapshot",
  ])("tell no other day: %s", (thing) =>
    expect(story("The shop failed at 09:40.", `We put back ${thing}.`, "It was restored at 10:05.")).toEqual([
      "04-03 09:40",
      "04-03 10:05",
    ]),
  );

  it.each(["last week's outage", "last night's incident", "last week's problems", "last month's database failure"])(
    "can be of another day: %s",
    (thing) =>
      expect(story("The shop failed at 09:40.", `This goes back to ${thing}.`, "It failed at 10:05.")).not.toContain(
        "04-03 10:05",
      ),
  );
});

describe("one span for people elsewhere", () => {
  it.each([
    "It failed between 07:40 - 08:10 PDT (14:40 - 15:10 UTC).",
    "It failed from 07:40 to 08:10 PDT (14:40 to 15:10 UTC).",
    "It failed from 10:40 to 11:10 EDT (14:40 to 15:10 UTC).",
  ])("is read once: %s", (sentence) =>
    expect(story(sentence, "It was fixed at 15:30 UTC.")).toEqual(["04-03 14:40", "04-03 15:30"]),
  );

  it("is read twice if it isn't as long", () =>
    expect(story("It failed from 07:40 to 08:10 PDT (16:40 to 17:30 UTC).", "It was fixed at 17:40 UTC.")).toHaveLength(
      3,
    ));
});

describe("what readers are asked to do", () => {
  it.each([
    "Please reboot your computer if you haven't done so since 8:30.",
    "If you have had trouble since 8:30, call us.",
    "Please clear your cache if you opened the page before 8:30.",
    "Call us (please have your number ready if you called before 8:30).",
  ])("isn't an event: %s", (sentence) =>
    expect(story("The site failed at 7:10.", sentence, "It was back at 8:20.")).toEqual(["04-03 07:10", "04-03 08:20"]),
  );

  it.each([
    "At 8:15 staff said please wait until further notice.",
    "At 8:15 they were asked to please call if needed.",
  ])("doesn't hide what was done: %s", (sentence) =>
    expect(story("The site failed at 7:10.", sentence, "It was back at 8:20.")).toEqual([
      "04-03 07:10",
      "04-03 08:15",
      "04-03 08:20",
    ]),
  );
});

describe("hours in French", () => {
  it.each([
    "Cette nuit-là, une coupure entre 3h20 et 5h20.",
    "Dans la nuit, entre 3h20 et 5h20, panne du réseau.",
    "Au petit matin, entre 3h20 et 5h20, les liaisons étaient coupées.",
  ])("are times at night: %s", (sentence) =>
    expect(times(`Panne du 27 avril 2022\n\n${sentence} À 11h20, tout était rétabli.\n`)).toEqual([
      "04-27 03:20",
      "04-27 11:20",
    ]),
  );

  it.each(["La coupure a duré entre 2h20 et 3h10.", "Il faut compter entre 2h15 et 3h45 de retard."])(
    "are lengths elsewhere: %s",
    (sentence) =>
      expect(
        times(`Panne du 27 avril 2022\n\nLa panne survient à 9h05. ${sentence} À 11h20, tout était rétabli.\n`),
      ).toEqual(["04-27 09:05", "04-27 11:20"]),
  );

  it("can be right behind their day", () =>
    expect(
      times("Panne du 26 avril 2022\n\nÀ 23h10, panne. Mercredi 27 avril 13h00, les services sont rétablis.\n"),
    ).toEqual(["04-26 23:10", "04-27 13:00"]));
});

const page = (told: string, ...posts: string[]) =>
  times(
    `Incident Report for Acme\n\nPostmortem\n\n${told}\n\nPosted Jun 22, 2025 - 14:48 UTC\n\n${posts
      .map((post, at) => `${at === 0 ? "Resolved" : "Investigating"}\n\nWe look at it.\nPosted ${post}\n`)
      .join("\n")}`,
  ).slice(0, -3);

describe("a post-mortem above the posts of one day", () => {
  it.each([
    [
      "At 10:20 CEST, mail failed. Around 11:10 CEST it was back.",
      "Jun 19, 2025 - 09:05 UTC",
      "Jun 19, 2025 - 08:30 UTC",
    ],
    [
      "At 08:20 UTC, mail failed. Around 09:10 UTC it was back.",
      "Jun 19, 2025 - 11:05 CEST",
      "Jun 19, 2025 - 10:30 CEST",
    ],
  ])("is on that day: %s", (told, ...posts) => expect(page(told, ...posts)).toEqual(["06-19 08:20", "06-19 09:10"]));

  it.each([
    [
      "At 23:20 UTC, mail failed. Around 06:00 UTC it was back.",
      "Jun 19, 2025 - 06:05 UTC",
      "Jun 19, 2025 - 04:30 UTC",
    ],
    [
      "At 08:20 UTC, mail failed. Around 09:10 UTC it was back.",
      "Jun 20, 2025 - 09:05 UTC",
      "Jun 19, 2025 - 08:30 UTC",
    ],
    [
      "At 22:20 UTC, mail failed. Around 22:40 UTC it was back.",
      "Jun 20, 2025 - 00:55 CEST",
      "Jun 20, 2025 - 00:30 CEST",
    ],
  ])("isn't guessed otherwise: %s", (told, ...posts) =>
    expect(page(told, ...posts)).toEqual([expect.stringMatching(/^\?/), expect.stringMatching(/^\?/)]),
  );
});

describe("a list in one paragraph", () => {
  it.each([
    "3 April 2026: 18:02 boards are blank. 18:09 a notice was published. 18:30 the server was restarted.",
    "2026-04-03 18:02 boards are blank. 18:09 a notice was published. 18:30 the server was restarted.",
    "3 April 2026, 18:02: Boards are blank. 18:09: A notice was published. 18:30: The server was restarted.",
  ])("is read whole behind its day: %s", (text) =>
    expect(times(`Outage of the boards\n\n${text}\n`)).toEqual(["04-03 18:02", "04-03 18:09", "04-03 18:30"]),
  );

  it.each([
    "3 April 2026, 18:02: Boards were blank. 18 of 40 were replaced. 3:1 was the ratio.",
    "3 April 2026, 18:02: Boards were blank. They show the time of the next train.",
  ])("has no other times: %s", (text) => expect(times(`Outage of the boards\n\n${text}\n`)).toEqual(["04-03 18:02"]));
});

describe("an update that tells when it was over", () => {
  const kindOfPost = (head: string, words: string) =>
    parseSource(textInput(`13 May 2015\n\nFollow-up\n\n${head}\n\n${words}\n`, "a.txt"), { zone: "UTC" }).events.at(-1)
      ?.kind;

  it.each(["Update: Wednesday, May 13, at 8:00pm", "Update: 13 May 2015, 8:00pm"])("isn't the end: %s", (head) =>
    expect(
      kindOfPost(head, "Wednesday afternoon (at 12:20pm) there was a problem. It has been solved since about 12:30pm."),
    ).toBe("public_update"),
  );
});

describe("several spans in one sentence", () => {
  it.each([
    "Outages in the period 0:07 a.m. to 1:13 a.m., 1:31 a.m. to 1:38 a.m. and 1:40 a.m. to 1:48 a.m. led to problems.",
    "The line was down three times (00:07 to 01:13, 01:31 to 01:38 and 01:40 to 01:48).",
    "The line was down 00:07–01:13, 01:31–01:38 and 01:40–01:48.",
    "The line was down from 00:07 to 01:13, from 01:31 to 01:38 and from 01:40 to 01:48.",
    "It failed 00:07-01:13, again 01:31-01:38, and a last time 01:40-01:48.",
  ])("are all read: %s", (sentence) => expect(story(sentence)).toEqual(["04-03 00:07", "04-03 01:31", "04-03 01:40"]));

  it.each(["Open 09:00-17:00 every day and 10:00-16:00 on holidays."])("aren't found elsewhere: %s", (sentence) =>
    expect(story("It failed at 09:40.", sentence, "It was back at 10:05.")).toEqual(["04-03 09:40", "04-03 10:05"]),
  );
});

describe("the zone in a line below the list", () => {
  const list = (closing: string) =>
    parseSource(
      textInput(
        `Downtime on 7 February 2015\n\n21:35 Ann merges\n21:46 It failed\n22:03 It is up again\n\n${closing}\n`,
        "a.txt",
      ),
    ).events.map(({ at, ambiguity }) => at?.slice(11, 16) ?? ambiguity?.reason);

  it.each([
    "Timestamp: 22:20, 7 February 2015 (GMT)",
    "Written at 22:20, 7 February 2015 (UTC) by Ann.",
    "Report by Ann, 22:20 GMT",
  ])("is that of the list: %s", (closing) => expect(list(closing).slice(0, 3)).toEqual(["21:35", "21:46", "22:03"]));

  it.each([
    "Timestamp: 15:20, 9 February 2015 (GMT)",
    "Posted 8 February 2015, 09:20 PST",
    "Next meeting: 15:00, 10 February 2015 (CET)",
  ])("is another one for a time far from it: %s", (closing) =>
    expect(list(closing).slice(0, 3)).toEqual(["zone", "zone", "zone"]),
  );
});

const german = (sentence: string) =>
  times(`# Störung 21.3.2024

Die Überwachung meldete am Donnerstag, 21.3.2024 um 9:05 Uhr einen Ausfall. Um 9:20 Uhr haben wir den Hoster angerufen.

${sentence} Um 14:51 Uhr lief alles wieder.
`);

describe("a numeric day without a year in a German sentence", () => {
  it.each([
    "Am Morgen des 22.3. um 7:47 Uhr wurde ein Problem gemeldet.",
    "Am 22.03. um 7:47 Uhr wurde ein Problem gemeldet.",
    "Am 22. 3. um 7:47 Uhr wurde ein Problem gemeldet.",
    "Am 22.3 um 7:47 Uhr wurde ein Problem gemeldet.",
    "In der Früh zum 22.3. um 7:47 Uhr wurde ein Problem gemeldet.",
    "Bis zum 22.3. um 7:47 Uhr war der Dienst gestört.",
    "Seit dem 22.3. um 7:47 Uhr war der Dienst gestört.",
    "Freitag, 22.3. um 7:47 Uhr: Störung gemeldet.",
    "Ab 22.3. 7:47 Uhr war der Dienst gestört.",
    "Am 22.3. meldete der Betreiber um 7:47 Uhr einen Brand.",
  ])("is the day of its time and of the next: %s", (sentence) =>
    expect(german(sentence).slice(-2)).toEqual(["03-22 07:47", "03-22 14:51"]),
  );

  it.each([
    "Wir verweisen auf Punkt 22.3. Um 10:47 Uhr wurde ein Problem gemeldet.",
    "Die Version 4.2. lief, um 10:47 Uhr wurde ein Problem gemeldet.",
    "Kapitel 5.1. nennt es. Um 10:47 Uhr wurde ein Problem gemeldet.",
  ])("is none after other words: %s", (sentence) =>
    expect(german(sentence).slice(-2)).toEqual(["03-21 10:47", "03-21 14:51"]),
  );
});

describe("the first day of a month, as it is written in Romance languages", () => {
  it.each([
    "Le 1er mai 2026 à 10:05, une panne a coupé le site.",
    "El 1.º de mayo de 2026 a las 10:05 se cayó el servicio.",
    "Em 1º de maio de 2026 às 10:05 o sistema ficou fora do ar.",
    "Il 1° maggio 2026 alle 10:05 il servizio è caduto.",
  ])("is read: %s", (text) => expect(times(text)).toEqual(["05-01 10:05"]));
});
