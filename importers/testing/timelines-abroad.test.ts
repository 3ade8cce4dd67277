import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "./fixtures.ts";
import { times } from "./times-of.ts";

/** The times in UTC of a text that names its own zone. */
const zoned = (text: string): string[] =>
  parseSource(textInput(text, "notes.md"), {}).events.map(({ at }) => at?.slice(5, 16).replace("T", " ") ?? "?");

describe("a zone told for all times", () => {
  it.each([
    ["Russian", "Всё время указано в UTC."],
    ["Russian, in brackets", "Время (UTC)"],
    ["Russian, of Moscow", "Все времена — UTC."],
    ["Ukrainian", "Увесь час вказано в UTC."],
    ["Ukrainian, with its zone", "Часовий пояс: UTC."],
    ["Czech", "Všechny časy jsou v UTC."],
    ["Hungarian", "Minden időpont UTC szerint."],
    ["Vietnamese", "Tất cả thời gian theo UTC."],
    ["Vietnamese, hours", "Giờ (UTC)"],
    ["Greek", "Όλες οι ώρες σε UTC."],
    ["Finnish", "Kaikki ajat ovat UTC."],
    ["Norwegian", "Alle klokkeslett er i UTC."],
  ])("is read in %s", (_, statement) => {
    const text = `# Checkout, 2026-03-18\n\n## Timeline\n\n${statement}\n\n- 09:58 aa bb\n- 10:02 cc dd\n`;
    expect(zoned(text)).toEqual(["03-18 09:58", "03-18 10:02"]);
  });
});

describe("days and times of a language", () => {
  it.each([
    "Sự cố thanh toán – ngày 18 tháng 3 năm 2026",
    "Sự cố thanh toán, 18 tháng 3, 2026",
    "Sự cố ngày 18 tháng 03 năm 2026",
  ])("are read in Vietnamese: %s", (title) => {
    expect(times(`# ${title}\n\n## Diễn biến\n\n- 09:58 chậm lại\n- 10:02 cảnh báo\n`)).toEqual([
      "03-18 09:58",
      "03-18 10:02",
    ]);
  });

  it.each([
    ["Dutch", "Tijdlijn", ["09:58u", "10:02u", "12:44u"]],
    ["Portuguese", "Linha do tempo", ["09h58min", "10h02min", "12h44min"]],
    ["Vietnamese", "Diễn biến", ["09 giờ 58", "10 giờ 02", "12 giờ 44"]],
    ["Vietnamese, short", "Diễn biến", ["9g58", "10g02", "12g44"]],
    ["Vietnamese, with minutes", "Diễn biến", ["Lúc 9 giờ 58 phút", "Lúc 10 giờ 02 phút", "Lúc 12 giờ 44 phút"]],
    ["Indonesian", "Kronologi", ["09.58", "10.02", "12.44"]],
    ["Indonesian, with a word", "Kronologi", ["Pukul 09.58", "Pukul 10.02", "Pukul 12.44"]],
    ["Turkish", "Zaman çizelgesi", ["Saat 09.58", "Saat 10.02", "Saat 12.44"]],
    ["Italian", "Linea temporale", ["ore 09.58", "ore 10.02", "ore 12.44"]],
  ])("are read in a list in %s", (_, title, clocks) => {
    const text = `# Outage 2026-03-18\n\n## ${title}\n\n${clocks.map((clock) => `- ${clock} – aa bb`).join("\n")}\n`;
    expect(times(text)).toEqual(["03-18 09:58", "03-18 10:02", "03-18 12:44"]);
  });
});

describe("a column called a time", () => {
  it.each([
    ["Hora", "09h58min", "10h02min"],
    ["Heure", "9 h 58", "10 h 02"],
    ["Tid", "09.58", "10.02"],
    ["Waktu", "9.58", "10.02"],
    ["Giờ", "9 giờ 58", "10 giờ 02"],
  ])("has only times: %s", (name, first, second) => {
    const table = `| Data | ${name} | Evento |\n|---|---|---|\n| 2026-03-18 | ${first} | aa bb |\n| 2026-03-18 | ${second} | cc dd |`;
    expect(times(`# Outage\n\n## Timeline\n\n${table}\n`)).toEqual(["03-18 09:58", "03-18 10:02"]);
  });
});
