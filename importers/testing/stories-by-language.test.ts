import { describe, expect, it } from "vitest";
import { times } from "./times-of.ts";

describe("a span from one time to another", () => {
  it.each([
    ["Das Portal war von 8:15 bis 9:40 Uhr nicht erreichbar.", "08:15"],
    ["Das Portal war zwischen 8:15 und 9:40 Uhr nicht erreichbar.", "08:15"],
    ["Le service a été interrompu de 9h10 à 10h45.", "09:10"],
    ["Le service a été interrompu entre 9:10 et 10:45.", "09:10"],
    ["El servicio estuvo caído desde las 11:05 hasta las 12:20.", "11:05"],
    ["El servicio estuvo caído de 11:05 a 12:20.", "11:05"],
    ["Il servizio era interrotto dalle 11:05 alle 12:20.", "11:05"],
    ["O serviço ficou fora do ar das 11:05 às 12:20.", "11:05"],
    ["De dienst was van 11:05 tot 12:20 onbereikbaar.", "11:05"],
    ["Usługa była niedostępna od 11:05 do 12:20.", "11:05"],
    ["Tjänsten låg nere mellan 11:05 och 12:20, ett avbrott.", "11:05"],
    ["Tjenesten hadde driftstop fra 11:05 til 12:20.", "11:05"],
  ])("is one event, at its start: %s", (sentence, clock) =>
    expect(times(`# 2024-03-05\n\n${sentence}\n`)).toEqual([`03-05 ${clock}`]),
  );

  it.each([
    "Der Bericht von 9:40 nennt eine Störung um 13:05 Uhr.",
    "La réunion de 14:10 suivait la panne à 13:05.",
    "De vergadering van 14:10 volgde op de storing om 13:05.",
    "Le délai est passé de 1h30 à 2h, puis la panne à 13:05.",
  ])("isn't every number behind such a word: %s", (sentence) =>
    expect(times(`# 2024-03-05\n\n${sentence}\n`)).toEqual(["03-05 13:05"]),
  );
});

describe("a date in slashes", () => {
  it.each([
    ["Relatório de incidente – 03/04/2024", "Horários em UTC.", "Início da indisponibilidade"],
    ["Incidente del 03/04/2024", "Orari in UTC.", "Nessuna connessione"],
    ["Rapport d'incident du 03/04/2024", "Heures en UTC.", "Panne de la base"],
    ["Informe de incidente, 03/04/2024", "Horas en UTC.", "Caída de la base de datos"],
    ["Verslag van de storing op 03/04/2024", "Tijden in UTC.", "Database onbereikbaar"],
    ["Bericht zur Störung vom 03/04/2024", "Zeiten in UTC.", "Die Datenbank fällt aus"],
    ["Raport: awaria z 03/04/2024", "Czas UTC.", "Baza danych nie działa"],
  ])("starts with the day in other languages than English: %s", (title, zone, event) =>
    expect(times(`# ${title}\n\n${zone}\n\n- 10:15 ${event}\n- 10:40 OK\n`)).toEqual(["04-03 10:15", "04-03 10:40"]),
  );

  it("is asked for in English", () =>
    expect(times("# Report of the outage on 03/04/2024\n\n- 10:15 The disk fails\n- 10:40 OK\n")).toEqual([
      "? 10:15",
      "? 10:40",
    ]));
});

describe("a month in another language", () => {
  it.each([
    "Výpadek 5. března 2024",
    "Kesinti 5 Mart 2024",
    "Insiden 5 Maret 2024",
    "Häiriö 5. maaliskuuta 2024",
    "장애 보고서 (2024년 3월 5일)",
    "障害報告 2024年3月5日",
  ])("is read: %s", (title) => expect(times(`# ${title}\n\n- 10:15 X\n- 10:40 Y\n`)[0]).toBe("03-05 10:15"));

  it.each([
    ["3월 5일 10:15 결제 오류", "3월 5일 10:40 복구"],
    ["3月5日 10:15 障害発生", "3月5日 10:40 復旧"],
    ["3月5日 10時15分 障害発生", "3月5日 10時40分 復旧"],
    ["3月5日10点15分 服务中断", "3月5日10点40分 恢复"],
  ])("needs no year next to each time: %s", (one, other) =>
    expect(times(`# 2024年3月5日\n\n${one}\n${other}\n`)).toEqual(["03-05 10:15", "03-05 10:40"]),
  );
});

describe("a time zone in its own language", () => {
  it.each([
    ["Kl. 10:15 (svensk tid) slutade allt. Kl. 10:40 var driftstoppet över.", "09:15"],
    ["Om 10:15 (Nederlandse tijd) viel alles uit. Om 10:40 was alles hersteld.", "09:15"],
    ["O 10:15 czasu polskiego przestało działać API. O 10:40 przywrócono usługę.", "09:15"],
    ["Saat 10:15'te (TSİ) kesinti başladı. Saat 10:40'ta yeniden başlatıldı.", "07:15"],
    ["10時15分頃(日本時間)に障害が発生しました。10時40分に復旧しました。", "01:15"],
  ])("counts for all times: %s", (text, clock) => {
    const [first] = times(`# 2024-03-05\n\n${text}\n`);
    expect(first).toBe(`03-05 ${clock}`);
  });

  it("can be a local one next to the last time of a story", () => {
    const text = "Um 8:15 Uhr fielen Anfragen aus. Um 8:40 Uhr kam der Alarm. Seit 9:20 Uhr (MEZ) geht alles wieder.";
    expect(times(`# Störung am 5. März 2024\n\n${text}\n`)).toEqual(["03-05 07:15", "03-05 07:40", "03-05 08:20"]);
  });

  it.each(["(UTC)", "(МСК)", "(JST)", "(CET)"])("can be in the title: %s", (zone) => {
    const offset = { "(UTC)": 10, "(МСК)": 7, "(JST)": 1, "(CET)": 9 }[zone];
    const at = `03-05 ${String(offset).padStart(2, "0")}:15`;
    expect(times(`# Сбой 5 марта 2024 ${zone}\n\n- 10:15 A\n- 10:40 B\n`, "x.md", undefined, "UTC")[0]).toBe(at);
  });

  it.each(["(時刻はすべて日本時間)", "(All times are JST)", "(times in JST)"])(
    "can be right below a list: %s",
    (remark) =>
      expect(times(`# 2024-03-05\n\n- 10:15 A\n- 10:40 B\n${remark}\n`)).toEqual(["03-05 01:15", "03-05 01:40"]),
  );
});
