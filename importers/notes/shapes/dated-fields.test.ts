import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "#importers/testing/fixtures.ts";
import { times } from "#importers/testing/times-of.ts";

const NOTICE = [
  ["発生日時", "復旧日時", "2024年3月5日 10時02分", "2024年3月5日 11時30分"],
  ["発生日時", "復旧日時", "2024年3月5日(火) 10:02", "2024年3月5日(火) 11:30"],
  ["■発生日時", "■復旧日時", "2024年3月5日 10時02分(24時間表記)", "2024年3月5日 11時30分(24時間表記)"],
  ["障害発生時刻", "障害復旧時刻", "2024/03/05 10:02", "2024/03/05 11:30"],
  ["开始时间", "恢复时间", "2024年3月5日 10:02", "2024年3月5日 11:30"],
  ["발생 시각", "복구 시각", "2024년 3월 5일 10:02", "2024년 3월 5일 11:30"],
  ["Started", "Resolved", "5 March 2024, 10:02 UTC", "5 March 2024, 11:30 UTC"],
  ["Start time", "End time", "2024-03-05 10:02", "2024-03-05 11:30"],
  ["**Incident start**", "**Incident end**", "March 5, 2024 10:02 AM", "March 5, 2024 11:30 AM"],
  ["Beginn", "Ende", "5. März 2024, 10:02 Uhr", "5. März 2024, 11:30 Uhr"],
  ["Début", "Rétablissement", "5 mars 2024 10:02", "5 mars 2024 11:30"],
  ["Inicio", "Fin", "5 de marzo de 2024 10:02", "5 de marzo de 2024 11:30"],
  ["Начало", "Окончание", "5 марта 2024 г., 10:02", "5 марта 2024 г., 11:30"],
] as const;

describe("fields above their moment", () => {
  it.each(NOTICE)("%s, %s name it", (start, end, from, until) => {
    const text = `${start}\n${from}\n${end}\n${until}\nWhat was hit\nThe store of the harbour\n`;
    expect(times(text)).toEqual(["03-05 10:02", "03-05 11:30"]);
    const { events } = parseSource(textInput(text, "notice.txt"), { zone: "UTC" });
    expect(events.map(({ kind }) => kind)).toEqual(["impact_started", "resolved"]);
    expect(events.map(({ title }) => title.replace(/\W/gu, "") || title)).toEqual(
      [start, end].map((name) => name.replace(/\W/gu, "") || name),
    );
  });

  it.each(["~", " ~ ", "～", " - ", " – "])("come with the spans of their parts, joined by %s", (mark) => {
    const text = `発生日時\n2024年3月5日 10時02分\n・一号機:2024年3月5日 10時04分${mark}10時20分 (停止時間:16分)\n・二号機:2024年3月5日 10時05分${mark}10時22分\n`;
    const { events } = parseSource(textInput(text, "notice.txt"), { zone: "UTC" });
    expect(events.map(({ at, endAt }) => [at?.slice(11, 16), endAt?.slice(11, 16)])).toEqual([
      ["10:02", undefined],
      ["10:04", "10:20"],
      ["10:05", "10:22"],
    ]);
    expect(events[1]?.title).toBe("一号機");
  });

  it.each([
    "2024-03-05 10:02\nStarted\n2024-03-05 11:30\nResolved\n",
    "Harbour store\n2024-03-05 10:02\nStarted\n2024-03-05 11:30\nResolved\n",
    "5 March 2024, 10:02 UTC\nInvestigating\n\n5 March 2024, 11:30 UTC\nResolved\n",
  ])("don't name the moment above them: %j", (text) => expect(times(text)).toEqual(["03-05 10:02", "03-05 11:30"]));

  it.each([
    "2024-03-05 10:02\nStarted\n2024-03-05 11:30\nResolved\n",
    "5 March 2024, 10:02 UTC\nStarted\n\n5 March 2024, 11:30 UTC\nResolved\n",
  ])("stay below their moment: %j", (text) => {
    const { events } = parseSource(textInput(text, "notice.txt"), { zone: "UTC" });
    expect(events.map(({ title, at }) => `${at?.slice(11, 16)} ${title}`)).toEqual(["10:02 Started", "11:30 Resolved"]);
  });
});
