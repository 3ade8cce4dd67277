import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "#importers/testing/fixtures.ts";

const read = (text: string) =>
  parseSource(textInput(text, "review-2025-03-04.md"), { zone: "UTC" }).events.map(({ at, title }) => [
    at?.slice(11, 16),
    title,
  ]);

/** A table whose last column is longer than the one that tells what happened. */
const tableOf = (
  [time = "", what = "", result = ""]: readonly string[],
  [first = "", second = "", more = ""]: readonly string[],
) => `
# 2025-03-04

| ${time} | ${what} | ${result} |
| --- | --- | --- |
| 10:04 | ${first} | ${more} ${more} ${more} |
| 10:31 | ${second} | ${more} ${more} ${more} |
`;

describe("the column that tells what happened", () => {
  it.each([
    [
      ["时间", "事件", "结果"],
      ["任务启动", "任务重试", "停留在采集阶段"],
    ],
    [
      ["時刻", "出来事", "補足"],
      ["バッチ開始", "バッチ再実行", "収集段階で停止したまま"],
    ],
    [
      ["時刻", "事象", "備考"],
      ["エラー増加", "復旧", "監視画面で確認した内容"],
    ],
    [
      ["시간", "사건", "결과"],
      ["작업 시작", "작업 재시도", "수집 단계에서 멈춘 상태"],
    ],
    [
      ["Heure", "Événement", "Suite"],
      ["Panne du routeur", "Routeur remplacé", "les équipes suivent la situation"],
    ],
    [
      ["Hora", "Evento", "Resultado"],
      ["Cae la red", "Vuelve la red", "los equipos siguen la situación"],
    ],
    [
      ["Hora", "Descrição", "Resultado"],
      ["Queda do banco", "Banco reiniciado", "as equipes acompanham a situação"],
    ],
    [
      ["Ora", "Descrizione", "Esito"],
      ["Guasto al disco", "Disco sostituito", "la squadra segue la situazione"],
    ],
    [
      ["Tijd", "Gebeurtenis", "Gevolg"],
      ["Server valt uit", "Server vervangen", "het team volgt de toestand verder"],
    ],
    [
      ["Czas", "Zdarzenie", "Skutek"],
      ["Awaria dysku", "Dysk wymieniony", "zespół nadal obserwuje sytuację"],
    ],
    [
      ["Время", "Событие", "Итог"],
      ["Отказ диска", "Диск заменён", "команда следит за состоянием"],
    ],
    [
      ["Zeit", "Vorfall", "Folge"],
      ["Router fällt aus", "Router getauscht", "das Team beobachtet die Lage weiter"],
    ],
  ])("is known by its heading: %j", (header, rows) => {
    expect(read(tableOf(header, rows))).toEqual([
      ["10:04", rows[0]],
      ["10:31", rows[1]],
    ]);
  });

  it("is the longest one without such a heading", () => {
    const [first] = read(tableOf(["Heure", "Salle", "Suite"], ["B2", "B3", "le routeur ne répond plus"]));
    expect(first?.[1]).toContain("le routeur ne répond plus");
  });
});
