import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "./fixtures.ts";

const times = (text: string) =>
  parseSource(textInput(text, "report.txt"), { zone: "UTC" }).events.map(({ at }) => at?.slice(0, 16) ?? "asked");

/** 2024-03-06 is a Wednesday. */
describe("days that a text counts from when it was written", () => {
  it.each([
    ["Publié le 6 mars 2024.\n\nLa panne a commencé lundi vers 13h.", "2024-03-04T13:00"],
    ["Article écrit le 2024-03-06.\n\nPanne du site : tout est tombé hier à 9h30.", "2024-03-05T09:30"],
    ["Veröffentlicht am 06.03.2024\n\nDer Ausfall begann am Sonntag um 14 Uhr.", "2024-03-03T14:00"],
    ["Veröffentlicht am 6. März 2024\n\nDie Störung begann heute um 07:15 Uhr.", "2024-03-06T07:15"],
    ["Publicado el 6 de marzo de 2024\n\nLa caída empezó ayer a las 18:40.", "2024-03-05T18:40"],
    ["Publicado em 2024-03-06\n\nO incidente começou na terça-feira às 14h.", "2024-03-05T14:00"],
    ["Pubblicato il 2024-03-06\n\nL'incidente è iniziato sabato alle 14:30.", "2024-03-02T14:30"],
    ["Gepubliceerd op 2024-03-06\n\nDe storing begon gisteren om 14.30 uur.", "2024-03-05T14:30"],
    ["Opublikowano 2024-03-06\n\nOutage: serwer padł w poniedziałek o 14:30.", "2024-03-04T14:30"],
    ["Posted on 2024-03-06\n\nLe service est en panne depuis ce matin vers 8h15.", "2024-03-06T08:15"],
  ])("%j: are read", (text, at) => expect(times(text)).toEqual([at]));

  it.each([
    "Publié le 6 mars 2024.\n\nLa panne a commencé mercredi vers 13h.",
    "Rapport du 6 mars 2024.\n\nLa panne a commencé samedi vers 13h.",
    "Bericht vom 06.03.2024\n\nDer Ausfall begann gestern um 14:30 Uhr.",
    "Informe del 2024-03-06\n\nLa caída empezó ayer a las 18:40.",
    "Outage report 2024-03-06\n\nEen storing, zaterdag om 14.30 uur.",
    "Relatório 2024-03-06\n\nO incidente começou ontem às 14h20.",
    "Resoconto 2024-03-06\n\nL'incidente è iniziato venerdì alle 14:30.",
    "Raport 2024-03-06\n\nOutage: serwer padł wczoraj o 14:30.",
    "Compte rendu 2024-03-06\n\nUne panne hier soir à 21h45.",
    "Protokoll 2024-03-06\n\nAusfall am Montag gegen 14 Uhr.",
  ])("%j: are asked where the day of the writing is not named or is that weekday", (text) =>
    expect(times(text)).toEqual(["asked"]),
  );
});

describe("the day of a numbered press release", () => {
  it.each([
    [
      "Pressemeldung Nr. 10/2024 vom 06.03.2024",
      "Nach dem Ausfall werden Mails seit heute Morgen um 8 Uhr wieder zugestellt.",
    ],
    ["Pressemeldung vom 06.03.2024", "Nach dem Ausfall werden Mails seit heute um 8 Uhr wieder zugestellt."],
    ["Pressemitteilung Nr. 12 vom 6. März 2024", "Der Server ist seit heute um 8 Uhr ausgefallen."],
    ["Mitteilung 12/2024 vom 06.03.2024", "Der Server ist seit heute um 8 Uhr ausgefallen."],
    ["Presseinformation Nr. 7-24 vom 06.03.2024", "Der Server ist seit heute um 8 Uhr ausgefallen."],
    ["Communiqué de presse n° 12 du 6 mars 2024", "Le service est en panne depuis ce matin à 8h."],
    ["Comunicato stampa n. 12 del 6 marzo 2024", "Il guasto è iniziato oggi alle 8:00."],
    ["Comunicado de prensa nº 12 del 6 de marzo de 2024", "La caída empezó hoy a las 8:00."],
    ["Persbericht nr. 12 van 6 maart 2024", "De storing begon vandaag om 8 uur."],
    ["Press release no. 12/2024 of 6 March 2024", "The service has been down since this morning at 8 am."],
  ])("is what today means in it: %s", (release, sentence) => {
    expect(times(`Some university\n\n${release}\n\nMail is back\n\n${sentence}\n`)).toEqual(["2024-03-06T08:00"]);
  });

  it("isn't a number that looks like one", () => {
    expect(times("Some firm\n\nProtokoll Nr. 10/2024\n\nDer Ausfall begann heute um 8 Uhr.\n")).toEqual(["asked"]);
  });
});

describe("hours in other languages", () => {
  const day = (sentence: string) => times(`Outage of 6 March 2024\n\n${sentence}\n`);
  it.each([
    ["La panne commence à 13h.", "13:00"],
    ["Le site est en panne dès 9h05.", "09:05"],
    ["Der Ausfall begann um 14 Uhr.", "14:00"],
    ["Gegen 16.45 Uhr war der Ausfall behoben.", "16:45"],
    ["O incidente começou às 14h.", "14:00"],
    ["O incidente começou por volta das 15h30.", "15:30"],
    ["La caída empezó sobre las 18h.", "18:00"],
    ["L'incidente è iniziato verso le 14:10.", "14:10"],
    ["De storing begon omstreeks 14 uur.", "14:00"],
    ["The outage began at 1130am.", "11:30"],
  ])("%s is read", (sentence, clock) => expect(day(sentence)).toEqual([`2024-03-06T${clock}`]));

  it.each([
    "La panne a duré 13h.",
    "Panne de 1h30 à 2h.",
    "Une panne de 3 heures.",
    "O incidente durou 14h.",
    "La caída duró 3 horas.",
    "L'incidente è durato 2 ore.",
    "The outage took 13h.",
    "Outage in room 1130.",
    "Ausfall von 14 Servern.",
    "De storing trof 14 servers.",
  ])("%s isn't a time", (sentence) => expect(day(sentence)).toEqual([]));
});

/** 2024-03-06 is a Wednesday. */
describe("a day and time alone above a news text", () => {
  it.each([
    [
      "Miércoles, 6 de marzo 2024, 08:10\n\nAyer sufrió una caída el sistema. A las 12:20 volvió.",
      ["2024-03-05T12:20"],
    ],
    ["mer 06/03/2024 - 17:12\n\nLa panne des caisses a commencé ce mercredi à 8h15.", ["2024-03-06T08:15"]],
    [
      "06/03/2024 17h05 - Atualizado em 06/03/2024 18h17\n\nO sistema ficou fora do ar das 8h às 10h, nesta quarta-feira.",
      ["2024-03-06T08:00"],
    ],
    [
      "06.03.2024, 17:05 Uhr | Aktualisiert: 07.03.2024, 09:00 Uhr\n\nDer Ausfall begann am Montag um 14.30 Uhr.",
      ["2024-03-04T14:30"],
    ],
    ["6 March 2024, 17:05\n\nThe outage started at 10:05 yesterday.", ["2024-03-05T10:05"]],
    ["6 maart 2024 17:05\n\nDe storing begon gisteren om 14.30 uur.", ["2024-03-05T14:30"]],
    [
      "6 marzo 2024 17:05 - Aggiornato il 7 marzo 2024\n\nIl guasto è iniziato martedì alle 14:30.",
      ["2024-03-05T14:30"],
    ],
    ["06/03/2024 17h05\n\nO sistema do município ficou fora do ar na terça-feira às 14h.", ["2024-03-05T14:00"]],
    ["2024-03-06 17:05, updated 2024-03-07 09:00\n\nThe outage started at 09:10 this morning.", ["2024-03-06T09:10"]],
    ["6 mars 2024 à 17h05\n\nLa panne a commencé mercredi vers 13h.", ["asked"]],
  ])("%j states when it was written, and isn't an event", (text, expected) => expect(times(text)).toEqual(expected));

  const WEEKDAYS = ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"];
  const cases = WEEKDAYS.flatMap((name, named) => [4, 5, 6, 7, 8, 9, 10].map((day) => ({ name, named, day })));
  it.each(cases)("$name below $day March is that weekday before it, or asked", ({ name, named, day }) => {
    const [at = "", ...others] = times(`${day} mars 2024 à 17h05\n\nLa panne a commencé ${name} vers 13h.`);
    expect(others).toEqual([]);
    if (at === "asked") return expect(new Date(Date.UTC(2024, 2, day)).getUTCDay()).toBe(named);
    expect(new Date(`${at}Z`).getUTCDay()).toBe(named);
    expect(Date.UTC(2024, 2, day) - Date.parse(at.slice(0, 10))).toBeLessThan(7 * 86_400_000);
  });

  it("gives no time to the day of another weekday", () => {
    const text =
      "ven 08/03/2024 - 16:33 , Mise à jour le 27/03/2025 à 09:01\n\nLa panne dure depuis ce jeudi 7 mars 2024 vers 12h. Vendredi à 8h15 la panne est expliquée. Lundi à 9h30 la panne revient.";
    expect(times(text)).toEqual(["2024-03-07T12:00", "asked", "2024-03-04T09:30"]);
  });
});

describe("spans of hours", () => {
  const ends = (sentence: string) =>
    parseSource(textInput(`Outage of 6 March 2024\n\n${sentence}\n`, "report.txt"), { zone: "UTC" }).events.map(
      ({ at, endAt }) => `${at?.slice(11, 16)}-${endAt?.slice(11, 16)}`,
    );
  it.each([
    ["O sistema ficou fora do ar das 8h às 10h.", ["08:00-10:00"]],
    ["Sistema fora do ar entre 8h e às 10h30.", ["08:00-10:30"]],
    ["Le site est en panne entre 14h et 16h30.", ["14:00-16:30"]],
    ["La panne de 14 h à 16 h touche les caisses.", ["14:00-16:00"]],
    ["Der Ausfall dauerte von 9 bis 11 Uhr.", ["09:00-11:00"]],
    ["Zwischen 9.15 und 11 Uhr gab es einen Ausfall.", ["09:15-11:00"]],
    ["De storing was van 9 tot 11 uur.", ["09:00-11:00"]],
    ["La caída duró desde las 10 hasta las 12 horas.", ["10:00-12:00"]],
    ["La caída fue entre las 10 y las 12 horas.", ["10:00-12:00"]],
    ["上午系统故障(9:28-9:40一次)，影响交易。", ["09:28-09:40"]],
    ["The outage lasted until 8:57 UTC and 9:14 UTC respectively.", ["08:57-undefined", "09:14-undefined"]],
  ])("%s is read", (sentence, expected) => expect(ends(sentence)).toEqual(expected));

  it.each(["Panne de 1h30 à 2h.", "Une panne entre 2h et 3h.", "La caída duró entre 2h y 3h."])(
    "%s is a length",
    (sentence) => expect(ends(sentence)).toEqual([]),
  );
});
