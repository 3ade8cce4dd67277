import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "./fixtures.ts";
import { times } from "./times-of.ts";

const spans = (text: string) =>
  parseSource(textInput(text, "notes.md"), { zone: "UTC" }).events.map(({ at, endAt }) =>
    [at, endAt].map((one) => one?.slice(11, 16) ?? "-").join(" to "),
  );

describe("the two times of one thing in a sentence", () => {
  it.each([
    [
      "Störung vom 5. März 2024",
      "Der Verlust begann um 10:05 Uhr und endete um 10:12 Uhr. Um 10:40 Uhr war alles gut.",
    ],
    [
      "Störung vom 5. März 2024",
      "Der Ausfall konnte um 10:05 Uhr bis 10:12 Uhr festgestellt werden. Um 10:40 Uhr Ende.",
    ],
    [
      "Outage of 5 March 2024",
      "The first loss started at 10:05 and lasted until 10:12. At 10:40 we replaced the switch.",
    ],
    ["Outage of 5 March 2024", "The site was down at 10:05 and was over by 10:12. At 10:40 we replaced the switch."],
    ["Panne du 5 mars 2024", "La coupure a commencé à 10h05 et a duré jusqu'à 10h12. Réparation à 10h40."],
    ["Incidente del 5 de marzo de 2024", "La caída empezó a las 10:05 y duró hasta las 10:12. Se reparó a las 10:40."],
    ["Incidente de 5 de março de 2024", "A falha começou às 10h05 e durou até às 10h12. Foi corrigida às 10h40."],
    ["Guasto del 5 marzo 2024", "Il guasto è iniziato alle 10:05 ed è terminato alle 10:12. Riparazione alle 10:40."],
    [
      "Storing 5 maart 2024",
      "De uitval begon om 10.05 uur en duurde tot 10.12 uur. Om 10.40 uur werd de switch vervangen.",
    ],
    ["Awaria z 5 marca 2024 r.", "Awaria zaczęła się o 10:05 i trwała do 10:12. O 10:40 wymieniono przełącznik."],
    ["Сбой 5 марта 2024 года", "Сбой начался в 10:05 и продлился до 10:12. В 10:40 коммутатор заменён."],
  ])("are its start and end: %s, %s", (title, story) => {
    const told = spans(`${title}\n\n${story}\n`);
    expect(told).toContain("10:05 to 10:12");
    expect(told).not.toContain("10:12 to -");
    expect(told.at(-1)).toBe("10:40 to -");
  });

  it.each([
    "At 10:05 alerts fired and at 10:12 the engineer joined. At 10:40 it was over.",
    "Alerts fired at 10:05, and at 10:12 we waited until 10:40.",
    "It began at 10:05. It lasted until someone looked at 10:12. By 10:40 it was over.",
  ])("are two events otherwise: %s", (story) =>
    expect(times(`Outage of 5 March 2024\n\n${story}\n`).slice(0, 2)).toEqual(["03-05 10:05", "03-05 10:12"]),
  );

  it("have the seconds that another sentence tells", () =>
    expect(
      times("On 5 March 2024 the site was down from 10:05 to 10:50.\n\nA loss began at 10:05:18, one at 10:20:40."),
    ).toEqual(["03-05 10:05", "03-05 10:20"]));

  it("can each have their weekday", () =>
    expect(
      spans("We are sorry: mail failed between Sunday 2024-03-03 10:05:52 UTC and Tuesday 2024-03-05 11:25:46 UTC."),
    ).toEqual(["10:05 to 11:25"]));
});

describe("a cell of a timeline", () => {
  const table = (cell: string, other = "05.03. 10:02") =>
    times(`# Outage of March 2024\n\n## Timeline\n\n| When | What |\n|---|---|\n| ${other} | a |\n| ${cell} | b |\n`);

  it.each([
    ["06.–08.03.", "03-06"],
    ["6-8.03", "03-06"],
    ["06.-08.3.", "03-06"],
  ])("can be days of a month: %s", (cell, day) => expect(table(cell)).toEqual(["03-05 10:02", day]));

  it.each([
    ["3/6 - 3/8", "3/15 10:02"],
    ["3/6 ~ 3/8 19:14", "3/15 10:02"],
  ])("can be days like the others: %s", (cell, other) => expect(table(cell, other)).toEqual(["03-15 10:02", "03-06"]));

  it.each(["6-8", "10.5-11.3.2", "06.–08.13."])("isn't a day if it can be something else: %s", (cell) =>
    expect(table(cell)).toEqual(["03-05 10:02"]),
  );

  it.each([
    "Na 10:40",
    "Voor 10:40",
    "Nach 10:40",
    "Vor 10:40 Uhr",
    "Après 10:40",
    "Po 10:40",
    "После 10:40",
    "Dopo le 10:40",
  ])("can be after or before a time: %s", (cell) => expect(table(cell)).toEqual(["03-05 10:02", "03-05 10:40"]));
});

describe("a time zone behind a part of the day", () => {
  it.each([
    ["We recovered from an outage that began this morning Eastern time.", 15],
    ["The outage began last night (UTC).", 10],
    ["We had an outage yesterday afternoon, CET.", 9],
    ["We had an outage this evening Pacific Time.", 18],
  ])("is that of the times below: %s", (sentence, hour) => {
    const list = "\n## Timeline\n\n10:00 AM\n- Alert fired\n10:30 AM\n- All good\n";
    const { events } = parseSource(textInput(`# Outage of January 8, 2024\n\n${sentence}\n\n${list}`, "a.txt"), {});
    expect(events[0]?.at?.slice(11, 13)).toBe(String(hour).padStart(2, "0"));
  });
});
