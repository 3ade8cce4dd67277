import { describe, expect, it } from "vitest";
import { times } from "./times-of.ts";

const below = (title: string, sentences: string) => times(`${title}\n\n${sentences}\n`);
const [FR, PT, ES, IT] = [
  "Panne du 12 mars 2025",
  "Incidente de 12 de março de 2025",
  "Incidente del 12 de marzo de 2025",
  "Guasto del 12 marzo 2025",
];
const [DE, NL, PL, RU] = [
  "Störung vom 12. März 2025",
  "Storing 12 maart 2025",
  "Awaria z 12 marca 2025 r.",
  "Сбой 12 марта 2025 года",
];
const THREE = ["03-12 09:12", "03-12 09:40", "03-12 10:05"];

describe("a time as a language writes it", () => {
  it.each([
    [FR, "À 9 h 12, les alertes tombent. À 9 h 40, le serveur est redémarré. Service rétabli vers 10 h 05."],
    [FR, "À 9 heures 12, les alertes tombent. À 9 h 40 min, redémarrage. Service rétabli à 10h05min."],
    [FR, "En panne depuis 9 h 12. Redémarrage à environ 9 h 40. Service rétabli à 10 h 05."],
    [PT, "Às 9h12min os alertas dispararam. Às 9 horas e 40 minutos houve reinício. O serviço voltou às 10h05."],
    [ES, "A las 9.12 horas saltaron las alertas. A las 9.40 h se reinició. El servicio volvió a las 10:05 horas."],
    [IT, "Alle 9.12 sono scattati gli allarmi. Alle ore 9,40 riavvio del server. Dalle ore 10.05 tutto è tornato."],
    [DE, "Um 9.12 Uhr schlug das Monitoring Alarm. Um 9.40 Uhr Neustart. Ab 10.05 Uhr lief alles wieder."],
    [NL, "Om 9.12 uur viel de server uit. Om 9.40 is de server herstart. Vanaf 10.05 uur werkt alles weer."],
    [PL, "O godzinie 9:12 serwer padł. Około godz. 9.40 restart serwera. Po godz. 10:05 usługa działa."],
    [RU, "В 9 часов 12 минут сервер упал. Около 9.40 перезапуск. К 10:05 работа восстановлена."],
    [
      "Avbrott den 12 mars 2025",
      "Klockan 9.12 slutade servern svara. Vid 9.40-tiden startades den om. Kl. 10.05 klart.",
    ],
    ["Výpadek 12. března 2025", "V 9:12 server přestal odpovídat. Kolem 9.40 hod. restart. V 10:05 obnoveno."],
  ])("is read: %s", (title, sentences) => expect(below(title, sentences)).toEqual(THREE));

  it.each([
    [FR, "À 9 h 12 les alertes tombent. La coupure a duré environ 1 h 30, le site était lent depuis 2 h 15."],
    [FR, "À 9 h 12 les alertes tombent. La panne a duré environ 2 heures, le site était lent depuis 3 heures."],
    [FR, "À 9 h 12 les alertes tombent. L'équipe était à 2 heures de route du centre."],
    [ES, "A las 9:12 saltaron las alertas. La caída duró cerca de 2 horas y unas 3 h 20 min en total."],
    [IT, "Alle 9:12 sono scattati gli allarmi. Dopo 3 ore di lavoro il carico è passato da 2,50 a 3,40."],
    [PL, "O 9:12 serwer padł. Awaria trwała około 2 godzin, wersja od 3.20 do 3.25 padała po 2.50 GB."],
    [RU, "В 9:12 сервер упал. Работы заняли около 2 часов 30 минут. Нагрузка выросла с 2,50 до 3,40."],
    [RU, "В 9:12 сервер упал. Ошибка есть в версиях с 10.05 до 11.20, исправлена в версии 12.10."],
    [DE, "Um 9.12 Uhr Alarm. Wir haben auf 3.20 aktualisiert und um 2.5 Prozent mehr Last gesehen."],
    [
      "Avbrott den 12 mars 2025",
      "Klockan 9.12 slutade servern svara. Lasten gick om 2.50 och vid 4.20 GB tog minnet slut.",
    ],
  ])("is neither a length nor a number: %s %s", (title, sentences) =>
    expect(below(title, `${sentences} 23:30 UTC.`)).toEqual(["03-12 09:12", "03-12 23:30"]),
  );

  it.each([
    ["- 12 mars 2025 vers 9 h 12 : alerte", "03-12 09:12"],
    ["- 12.03.2025 9 h ~12 : alerte", "03-12 09:12"],
    ["- 12 mars 2025, à 9 h 12 min : alerte", "03-12 09:12"],
  ])("is read behind a day: %s", (line, at) =>
    expect(times(`# Chronologie\n\n${line}\n- 13 mars 2025 10 h 05 : retour\n`)).toEqual([at, "03-13 10:05"]),
  );

  it("has about its minutes in a cell", () =>
    expect(
      times(
        "# Chronologie du 12 mars 2025\n\n| Heure | Fait |\n|---|---|\n| 9 h 12 | a |\n| 9 h 40 | b |\n| 10 h ~05 | c |\n",
      ),
    ).toEqual(THREE));
});

describe("a half of the day before the first of some times", () => {
  it.each([
    "午前9時12分頃、サーバーが応答しなくなりました。9時40分に再起動し、10時5分に復旧しました。",
    "上午9点12分,服务器无响应。9:40左右,值班工程师重启了服务器,10点05分服务恢复。",
    "오전 9시 12분경 서버가 응답하지 않았습니다. 9시 40분 재시작했고, 10시 5분에 복구되었습니다.",
  ])("is theirs: %s", (sentences) => expect(below("2025年3月12日の障害について", sentences)).toEqual(THREE));

  it.each([
    ["午後11時12分頃、停止しました。2時40分に再起動しました。", ["03-12 23:12", "? half_day"]],
    ["午前9時12分頃、停止しました。8時40分に再起動しました。", ["03-12 09:12", "? half_day"]],
    ["午前9時12分頃、停止しました。3時40分に再起動しました。", ["03-12 09:12", "? half_day"]],
  ])("is asked for where they don't follow soon: %s", (sentences, all) =>
    expect(below("2025年3月12日の障害について", sentences)).toEqual(all),
  );
});

describe("a table's time zone", () => {
  it.each(["Время (МСК)", "МСК", "Время, МСК", "Время по Москве", "时间(北京时间)", "時刻(JST)", "Ora (CET)"])(
    "is in its header: %s",
    (header) => {
      const offset = { 时: 1, 時: 0, O: 8 }[header.charAt(0)] ?? 6;
      expect(times(`# 2025-03-12\n\n| ${header} | x |\n|---|---|\n| 09:00 | a |\n| 09:30 | b |\n`)).toEqual([
        `03-12 0${offset}:00`,
        `03-12 0${offset}:30`,
      ]);
    },
  );
});
