import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "./fixtures.ts";

const times = (text: string) =>
  parseSource(textInput(text, "report.md"), { zone: "UTC" }).events.map(({ at }) => at?.slice(5, 16) ?? "asked");
const list = (first: string, second: string) =>
  times(`# Outage of 6 March 2024\n\n## Timeline\n\n- ${first}\n- ${second}\n`);

describe("times written in other ways", () => {
  it.each([
    ["Ore 10.02: allarme", "Ore 10.15: riavvio"],
    ["ore 10.02 allarme", "ore 10.15 riavvio"],
    ["Alle ore 10.02: allarme", "Alle ore 10.15: riavvio"],
    ["godz. 10:02 – alarm", "godz. 10:15 – restart"],
    ["o godz. 10:02 alarm", "o godz. 10:15 restart"],
    ["Godz. 10:02: alarm", "Godz. 10:15: restart"],
    ["1002z alert", "1015z restart"],
    ["10:02z alert", "10:15z restart"],
    ["10:02:00z alert", "10:15:00z restart"],
    ["13:02 МСК — тревога", "13:15 МСК — перезапуск"],
    ["13:02 (МСК) тревога", "13:15 (МСК) перезапуск"],
  ])("reads the times of “%s” and “%s”", (first, second) =>
    expect(list(first, second)).toEqual(["03-06 10:02", "03-06 10:15"].map((one) => one.replace(" ", "T"))),
  );

  it.each(["next morning", "following morning", "next day", "following day"])(
    "reads items that start with the %s next to items that start with a time",
    (word) => {
      const text = `# Outage of 6 March 2024\n\n- At 10:02 UTC the queue stopped\n- At 10:15 UTC we were paged\n- The ${word} at 09:00 UTC we met\n`;
      expect(times(text)).toEqual(["03-06T10:02", "03-06T10:15", "03-07T09:00"]);
    },
  );

  it.each([
    ["翌", "翌 00:10 頃"],
    ["翌日", "翌日 00:10"],
    ["次の日", "次の日 00:10"],
    ["第二天", "第二天 00:10"],
    ["다음 날", "다음 날 00:10"],
    ["am nächsten Tag", "am nächsten Tag um 00:10"],
    ["le lendemain", "le lendemain à 00:10"],
    ["al día siguiente", "al día siguiente a las 00:10"],
    ["no dia seguinte", "no dia seguinte às 00:10"],
    ["il giorno dopo", "il giorno dopo alle 00:10"],
    ["volgende dag", "volgende dag om 00:10"],
  ])("%s before a time is the next day", (_word, cell) => {
    const text = `## 2024-03-06 (UTC)\n\n| | |\n|---|---|\n| 10:02 | alert |\n| 10:15 | restart |\n| ${cell} | settled |\n`;
    expect(times(text)).toEqual(["03-06T10:02", "03-06T10:15", "03-07T00:10"]);
  });

  it.each(["Dienstag, 5. März", "Donnerstag, dem 7. März", "Montag, den 4. März", "Freitag, 8. März"])(
    "am %s is the day that it names, in one sentence",
    (day) => {
      const [number = ""] = /\d/.exec(day) ?? [];
      const text = `# Bericht\n\nAm ${day} 2024, fiel um 14:05 Uhr der Mailserver aus. Um 14:20 Uhr haben wir ihn neu gestartet.\n`;
      expect(times(text)).toEqual([`03-0${number}T14:05`, `03-0${number}T14:20`]);
    },
  );
});
