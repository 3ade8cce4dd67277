import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "#importers/testing/fixtures.ts";

const read = (text: string) =>
  parseSource(textInput(text, "notes.md"), { zone: "UTC" }).events.map(({ at, endAt, title, ambiguity }) => [
    at?.slice(0, 16) ?? ambiguity?.question,
    endAt?.slice(0, 16) ?? null,
    title,
  ]);

describe("a text whose only times are a span", () => {
  it.each([
    ["# API outage November 30 06:35 – 14:43 UTC\n\nFiled under: Downtime, December 1, 2020", "API outage"],
    ["# Login failures on 30 Nov 2020 06:35 to 14:43 UTC\n\nWe are sorry.", "Login failures"],
    ["# Mail delays Nov 30 2020, 06:35-14:43\n\nSome mails came late.", "Mail delays"],
    ["# Störung am 30.11.2020 06:35 - 14:43 Uhr\n\nWir bitten um Entschuldigung.", "Störung"],
    ["# Panne du 30/11/2020 06:35 - 14:43\n\nToutes nos excuses.", "Panne"],
    ["# Awaria 30.11.2020 06:35 - 14:43\n\nPrzepraszamy.", "Awaria"],
    ["# Database degraded (November 30, 2020 06:35 – 14:43 UTC)\n\nQueries were slow.", "Database degraded"],
    ["# Storing van 30-11-2020 06:35 - 14:43\n\nExcuses.", "Storing"],
    ["# 接続障害 2020年11月30日 6時35分 - 14時43分\n\nお詫び申し上げます。", "接続障害"],
    ["# **Search unavailable, 2020-11-30 06:35 - 14:43 UTC**\n\nAll is well.", "Search unavailable"],
  ])("is one event in the words of the title: %s", (text, title) => {
    expect(read(text)).toEqual([["2020-11-30T06:35", "2020-11-30T14:43", title]]);
  });

  it.each([
    ["Störungszeitraum: 27.06.2018 03:28 Uhr - 28.06.2018 04:00 Uhr", "Störungszeitraum"],
    ["Ausfallzeit: 27.06.2018 03:28 Uhr bis 28.06.2018 04:00 Uhr", "Ausfallzeit"],
    ["Ausfall: 27.06.2018, 03:28 bis 28.06.2018, 04:00", "Ausfall"],
    ["Storing: 27-06-2018 03:28 tot 28-06-2018 04:00 uur", "Storing"],
    ["Interrupción: 27/06/2018 03:28 hasta 28/06/2018 04:00", "Interrupción"],
    ["Interrupção: 27/06/2018 03:28 até 28/06/2018 04:00", "Interrupção"],
    ["Zeitraum der Störung: 27.06.2018 03:28 Uhr - 28.06.2018 04:00 Uhr", "Zeitraum der Störung"],
    ["Storingsperiode: 27-06-2018 03:28 - 28-06-2018 04:00", "Storingsperiode"],
    ["Duur van de storing: 27-06-2018 03:28 - 28-06-2018 04:00", "Duur van de storing"],
  ])("is one event with a day at both ends behind a label: %s", (text, title) => {
    const told = read(`${text}\n\nMehr folgt.`).map(([at, end, words]) => [at, end, words?.split(":")[0]]);
    expect(told).toEqual([["2018-06-27T03:28", "2018-06-28T04:00", title]]);
  });

  it.each([
    ["①2018年6月27日(水)3時28分 - 6月27日(水)10時46分", "2018-06-27T10:46"],
    ["① 2018年6月27日 3時28分 - 6月27日 10時46分", "2018-06-27T10:46"],
    ["②2018年6月27日(水)3時28分 〜 6月28日(木)4時00分", "2018-06-28T04:00"],
    ["③2018年6月27日 03:28 ～ 2018年6月28日 04:00", "2018-06-28T04:00"],
    ["⑩ 2018-06-27 03:28 - 2018-06-28 04:00", "2018-06-28T04:00"],
  ])("can be a numbered item below its label: %s", (item, end) => {
    expect(read(`障害発生時間:\n${item}\n\n以上`)).toEqual([["2018-06-27T03:28", end, "障害発生時間"]]);
  });

  it("is asked for its year if the text names none", () => {
    expect(read("# API outage November 30 06:35 – 14:43 UTC\n\nSorry.")).toEqual([
      ["In which year was November 30?", null, "API outage"],
    ]);
  });

  it.each([
    "# Planned maintenance November 30 2020 06:35 – 14:43 UTC\n\nThe site will be down.",
    "# Outage review meeting 30 November 2020 10:00 - 11:00 UTC",
    "# Support hours 30 November 2020 10:00 - 11:00 UTC",
    "# No outages from 1 November 2020 00:00 - 2 November 2020 00:00",
    "# API outage November 30 2020\n\nIt was short.",
    "# API outage 30 November 2020 06:35 - 14:43 UTC is what we test for\n\nNothing else.",
  ])("is nothing if it was planned, or about something else: %s", (text) => {
    expect(read(text)).toEqual([]);
  });

  it("isn't read next to other times", () => {
    expect(
      read("# API outage 30 November 2020 06:35 - 14:43 UTC\n\n- 06:40 UTC alert fired\n- 14:43 UTC fixed\n"),
    ).toEqual([
      ["2020-11-30T06:40", null, "alert fired"],
      ["2020-11-30T14:43", null, "fixed"],
    ]);
  });

  it.each([
    ["# Outage 30 November 2020 06:35 ", "- 06:36 "],
    ["# ", "outage 30 November 2020 "],
    ["Störungszeitraum: ", "27.06.2018 03:28 bis "],
    ["", "①"],
    ["", "Störung des der del la : 1.1.2020 01:01 - "],
    ["Down for ", "10:00 minutes.10:02 on 5/14/18 "],
    ["", "10: 08 AM 10: "],
    ["", "10:00 a\n   - b\n10:01 "],
  ])("takes time in proportion to its length: %s%s", (start, more) => {
    const read = (times: number) => {
      const began = performance.now();
      parseSource(textInput(start + more.repeat(times), "notes.md"), { zone: "UTC" });
      return performance.now() - began;
    };
    read(200);
    // A busy machine can hold up one of them.
    const isQuick = () => read(4000) < Math.max(1000, 12 * read(1000));
    expect(isQuick() || isQuick()).toBe(true);
  });
});

describe("a period alone below the name of its field", () => {
  it.each([
    ["障害のお知らせ", "■発生日時", "2024年3月5日 09:58～15:10"],
    ["# 障害のお知らせ", "【発生日時】", "2024/03/05 09:58 ～ 15:10"],
    ["# Outage of the shop", "**When**", "5 March 2024, 09:58–15:10"],
    ["# Outage of the shop", "## Time", "2024-03-05 09:58 to 15:10"],
    ["# Störung der Kasse", "Zeitraum", "05.03.2024 09:58 – 15:10 Uhr"],
    ["# Panne du paiement", "Période", "5 mars 2024, 09:58 – 15:10"],
    ["# Caída del pago", "Periodo", "5 de marzo de 2024, 09:58 - 15:10"],
    ["# Queda do pagamento", "Período", "5 de março de 2024, 09:58 – 15:10"],
    ["# Awaria płatności", "Czas trwania", "05.03.2024 09:58–15:10"],
    ["支付故障公告", "故障时间", "2024年3月5日 09:58-15:10"],
  ])("is the event that the title tells: %s, %s, %s", (title, field, span) => {
    const text = `${title}\n\n${field}\n${span}\n\n${field.replace(/\p{L}+/u, "Ort")}\nBerlin\n`;
    const { events } = parseSource(textInput(text, "notice.md"), { zone: "UTC" });
    expect(events.map(({ at, endAt, title: words }) => [at?.slice(0, 16), endAt?.slice(11, 16), words])).toEqual([
      ["2024-03-05T09:58", "15:10", title.replace("# ", "")],
    ]);
  });

  it.each([
    ["# Meeting notes", "When", "5 March 2024, 09:58–15:10"],
    ["# Outage of the shop", "When", "5 March 2024"],
    [
      "# Outage of the shop",
      "We looked at the logs for a while, and then at the disks of all hosts.",
      "5 March 2024, 09:58–15:10",
    ],
  ])("isn't one without trouble, times or a field: %s, %s, %s", (title, field, span) => {
    const { events } = parseSource(textInput(`${title}\n\n${field}\n${span}\n`, "notice.md"), { zone: "UTC" });
    expect(events.filter(({ title: words }) => words === title.replace("# ", ""))).toEqual([]);
  });
});
