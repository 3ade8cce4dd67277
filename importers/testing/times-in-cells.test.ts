import { describe, expect, it } from "vitest";
import { times } from "./times-of.ts";

const HEAD = "# Outage of 2024-07-05\n\n## Timeline\n\n";
const rows = (head: string, cells: readonly string[]) =>
  times(
    `${HEAD}| ${head} | Event |\n|---|---|\n${cells.map((cell) => `| ${cell} | The queue fills up |`).join("\n")}\n`,
  );

describe("a column of times with mostly empty rows", () => {
  const FEW = ["Days before", "10:00", "10:20", "Morning", "Fix", "Mitigation", "Confirmed"];

  it.each(["Time", "Time (UTC)", "**Time (UTC)**", "Times", "Timestamp", "When", "When (UTC)", "Uhrzeit"])(
    "is read where it is called so: %s",
    (head) => {
      expect(rows(head, FEW)).toEqual(["07-05 10:00", "07-05 10:20"]);
    },
  );

  it.each(["Phase", "Step", "Deploys", "Where"])("isn't one with another name: %s", (head) => {
    expect(rows(head, FEW)).toEqual([]);
  });

  it("isn't one if only a single row reads as a time", () => {
    expect(rows("Time", ["Before", "10:00", "Morning", "Fix"])).toEqual([]);
  });
});

describe("a time zone right after a time", () => {
  it.each([
    ["15:55UTC", "07-05 15:55"],
    ["15:55PDT", "07-05 22:55"],
    ["15:55PT", "07-05 22:55"],
    ["15:55ET", "07-05 19:55"],
    ["15:55CEST", "07-05 13:55"],
    ["15:55BST", "07-05 14:55"],
    ["15:55NZT", "07-05 03:55"],
    ["15:55NZST", "07-05 03:55"],
    ["15:55JST", "07-05 06:55"],
    ["15:55:10EDT", "07-05 19:55"],
  ])("is read in an item and in a sentence: %s", (time, at) => {
    expect(times(`${HEAD}- ${time} the queue fills up\n- ${time}: it is full\n`)).toEqual([at, at]);
    expect(times(`# Outage\n\nOn 5 July 2024 at ${time} the relay failed, and the outage began.\n`)).toEqual([at]);
  });

  it.each(["15:55PDTX", "15:55but", "10:20ratio", "15:55x"])(
    "isn't one if the letters continue or name none: %s",
    (word) => {
      expect(
        times(`${HEAD}- 10:00 UTC the queue fills up\n- 10:05 UTC it is full\n- ${word} is no time\n`),
      ).toHaveLength(2);
    },
  );
});

describe("a day without a year among rows with times", () => {
  const of = (cell: string, like = "07-05 04:33") => rows("Time", [like, cell, like.replace("05", "09")]);

  it.each([
    ["07-06", "07-05 04:33"],
    ["07-06〜07-08", "07-05 04:33"],
    ["07-06 ~ 07-08", "07-05 04:33"],
    ["07-06 – 07-08", "07-05 04:33"],
  ])("is its first day: %s", (cell, like) => expect(of(cell, like)).toEqual(["07-05 04:33", "07-06", "07-09 04:33"]));

  it.each(["07/06", "07-06 or 07-08", "07-06-08", "later"])("isn't one in another form: %s", (cell) =>
    expect(of(cell)).not.toContain("07-06"),
  );
});

it.each([
  [
    ["14u30 Het systeem werd traag", "14u42 Alles is weer goed"],
    ["07-05 14:30", "07-05 14:42"],
  ],
  [
    ["14u30: traag", "14u42 - weer goed"],
    ["07-05 14:30", "07-05 14:42"],
  ],
  [["11u20 installed on the hub", "17u35 installed on the proxy"], []],
  [["Upgraded to JDK 11u20", "The proxy runs JDK 17u35"], []],
])("reads an `u` as a colon only with a mark or in Dutch: %s", (lines, read) =>
  expect(times(`${HEAD}${lines.map((line) => `- ${line}\n`).join("")}`)).toEqual(read),
);

describe("an hour without minutes in a cell", () => {
  it.each([
    ["07–09u", "07-05 07:00"],
    ["07-09h", "07-05 07:00"],
    ["10-11 uur", "07-05 10:00"],
    ["9 – 11 Uhr", "07-05 09:00"],
    ["7-9 am", "07-05 07:00"],
    ["1–3pm", "07-05 13:00"],
    ["13u", "07-05 13:00"],
    ["**09u**", "07-05 09:00"],
    ["14u30", "07-05 14:30"],
    ["14u30 – 15u10", "07-05 14:30"],
    ["**14u30**", "07-05 14:30"],
    ["14u30-15u10", "07-05 14:30"],
    ["9u05", "07-05 09:05"],
    ["14.05u", "07-05 14:05"],
    ["9.05u", "07-05 09:05"],
  ])("is read: %s", (cell, at) => expect(rows("Tijd", [cell, "15:40", "15:50"])[0]).toBe(at));

  it.each(["2u server", "11u20 installed", "JDK 11u20", "17u35 on hub 2", "2-3h", "10-12 hosts", "7-9 users", "3u"])(
    "isn't in %s",
    (cell) => {
      expect(rows("Tijd", [cell, "15:40", "15:50"])).toEqual(["07-05 15:40", "07-05 15:50"]);
    },
  );
});

it.each([
  "Fri Jul 5 04:13:00 PM UTC 2019",
  "**Fri Jul 5 04:13:00 PM UTC 2019**",
  "`Fri Jul 5 16:13:00 UTC 2019`:",
  "[Fri Jul 5 16:13:00 2019]",
  "Fri Jul 5 16:13:00 GMT 2019,",
])("reads the year after the time: %s", (stamp) => {
  expect(
    times(
      `## Timeline\n\n${[0, 1, 2].map((at) => `- ${stamp.replace("13:00", `1${at}:00`)} step ${at}`).join("\n")}\n`,
    ),
  ).toEqual(["07-05 16:10", "07-05 16:11", "07-05 16:12"]);
});

it.each([
  ["05/09 18:53", "11/09", "09-05 18:53", "09-11"],
  ["**05/09 18:53:15**", "11/09", "09-05 18:53", "09-11"],
  ["15/09 18:53", "01/10", "09-15 18:53", "10-01"],
  ["09-05 18:53", "09-11", "09-05 18:53", "09-11"],
])("reads a day alone below days with times: %s, %s", (timed, day, first, last) => {
  const table = `| Quando | Evento |\n|---|---|\n| ${timed} | a resposta chega |\n| ${timed.replace("53", "59")} | o cliente espera |\n| ${day} | correção |\n`;
  const read = times(
    `# Incidente\n\nPublicado em 20 de setembro de 2026. Os clientes não foram avisados.\n\n## Linha do tempo (UTC)\n\n${table}`,
    "notes.md",
    "2026-09-05",
  );
  expect([read[0], read.at(-1)]).toEqual([first, last]);
});

describe("a cell with the start of what went on", () => {
  it.each([
    "ab 10:20",
    "seit 10:20",
    "as of 10:20",
    "depuis 10:20",
    "dès 10h20",
    "desde las 10:20",
    "a partir de las 10:20",
    "dalle 10:20",
    "vanaf 10:20",
    "od 10:20",
    "från 10:20",
    "с 10:20",
    "**ab 10:20**",
  ])("is read: %s", (cell) => {
    const table = `| Time | Event |\n|---|---|\n| 10:02 | Alert fired |\n| ${cell} | It was slow |`;
    expect(times(`# Outage 2024-03-05\n\n## Timeline\n\n${table}\n`)).toEqual(["03-05 10:02", "03-05 10:20"]);
  });

  it.each(["bis 10:20", "ab Werk", "for 10:20 h"])("isn't if it is something else: %s", (cell) => {
    const table = `| Time | Event |\n|---|---|\n| 10:02 | Alert fired |\n| ${cell} | It was slow |`;
    expect(times(`# Outage 2024-03-05\n\n## Timeline\n\n${table}\n`)).toEqual(["03-05 10:02"]);
  });
});
